"""The running program: one window, and at most one open workspace; from the first front to the lock."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from carfacilitator.errors import KnownError, WorkspaceBusyError
from carfacilitator.ui import theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.caretaker import Caretaker
from carfacilitator.ui.entering import Entering
from carfacilitator.ui.first_paint import FirstPaint
from carfacilitator.ui.knocking import Listening, SecondStart
from carfacilitator.ui.locking import Locking
from carfacilitator.ui.new_workspace import NewWorkspace
from carfacilitator.ui.parts import Parts
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.printing import forget_copied
from carfacilitator.ui.requests import WhileClosed
from carfacilitator.ui.restore_front import RestoreFront
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.the_sample import PASSPHRASE, SAMPLE
from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.welcome import Welcome
from carfacilitator.ui.workplace import Workplace

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.recovery_sheets import RecoverySheet
    from carfacilitator.services.workspace import Services
    from carfacilitator.ui.jobs import Job

T = TypeVar("T")
_FAULT = (
    "Something went wrong inside the program. What you have written is kept; the log says where, without your words."
)


class Program:
    """Shows the right front, opens and locks workspaces, and connects an open one with the window."""

    def __init__(
        self, window: MainWindow, preferences: Preferences, home: Path, note_bug: Callable[[BaseException], object]
    ) -> None:
        self.window = window
        self._workplace: Workplace | None = None
        self._preferences, self._home, self._note_bug = preferences, home, note_bug
        self._parts: Parts | None = None
        self._opening: Job | None = None
        self._attending: list[Caretaker | Listening] = []
        self.entering = Entering(window, self._opened)
        self._second_start = SecondStart(window)
        window.closing.connect(self._close_workspace)
        window.desk.jobs.broke.connect(self.meet)
        window.desk.requests.while_closed.connect(self._do_while_closed)
        _bind_look(window.commands, preferences)
        Locking(window, preferences, self.lock)

    def begin(self, load: Callable[[], Parts]) -> None:
        """Show the first front; `load` is called when it has been painted."""
        FirstPaint(self.window, lambda: self._load(load))
        last = Path(self._preferences.settings.last_workspace)
        if self._preferences.settings.last_workspace and last.is_dir():
            self.show_unlock(last)
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Offer the two doors."""
        front = Welcome(self._home, self.window.desk.dialogs)
        front.start_wanted.connect(partial(self._create, front))
        front.sample_wanted.connect(self._open_sample)
        front.open_wanted.connect(self.show_unlock)
        front.restore_wanted.connect(lambda: self.show_restoring(self._home, self.show_welcome))
        self.window.show_front(front)

    def show_unlock(self, folder: Path) -> Unlock:
        """Ask for the passphrase of a workspace."""
        front = Unlock(folder)
        front.unlock_wanted.connect(lambda words: self._open_from(front, lambda parts: parts.open(folder, words)))
        front.code_wanted.connect(
            lambda code: self._open_from(
                front, lambda parts: parts.open_by_code(folder, code), self.entering.ask_for_passphrase
            )
        )
        front.restore_wanted.connect(lambda: self.show_restoring(folder, lambda: self.show_unlock(folder)))
        front.other_wanted.connect(self.show_welcome)
        self.window.show_front(front)
        if self._workplace is None and self.entering.services is None:
            self._second_start.look(front)
        return front

    def show_restoring(self, folder: Path, back: Callable[[], object]) -> None:
        """Offer to restore one of the backups in `folder`, or any other."""
        front = RestoreFront(self._home, self.window.desk)
        front.left.connect(back)
        front.form.restored.connect(self.show_unlock)
        self.window.show_front(front)
        if self._parts is not None:
            front.use(self._parts.restoring, folder)

    def connect(self, services: "Services") -> None:
        """Put an open workspace on the desk."""
        with theme.without_sheet():
            self._workplace = Workplace(self.window, services, self._loaded().pages(services, self.window.desk))
        self.window.commands.on(acts.LOCK, self.lock)
        self._attending.append(Listening(self.window, services.was_knocked))
        if not _is_sample(services.folder, self._home):
            self._attending.append(Caretaker(services, self.window.desk, self.window))

    def lock(self) -> None:
        """Close the workspace: its key is forgotten, and nothing of it stays in the window or the clipboard."""
        services = self._workplace.services if self._workplace is not None else self.entering.services
        if services is None:
            return
        folder = services.folder
        if _is_sample(folder, self._home):
            self.show_welcome()
        else:
            self.show_unlock(folder).discreetly.setChecked(services.discretion.is_discreet)
        self.window.foot.hush()
        self.window.repaint()  # nothing can be read any more while the rest is finished
        forget_copied()
        self.window.clear()
        self._close_workspace()

    def meet(self, error: BaseException) -> None:
        """Say an error that nobody took: plainly where it is known, and as a fault of ours where it is not."""
        if isinstance(error, KnownError):
            self.window.desk.messages.fail(error)
            return
        self._note_bug(error)
        self.window.desk.messages.say(_FAULT, tone="bad", stays=True)

    def _load(self, load: Callable[[], Parts]) -> None:
        if self._parts is None:
            self._parts = load()
            self._second_start.use(self._parts)
            self._offer_remembered(self._parts)

    def _offer_remembered(self, parts: Parts) -> None:
        """Offer it once, at the start: after a lock only the passphrase opens, or the lock would be none."""
        for front in self.window.findChildren(Unlock):
            if parts.is_remembered(front.folder):
                open_ = partial(_opens_remembered, front.folder)
                front.remembered_wanted.connect(partial(self._open_from, front, open_))
                front.offer_remembered()

    def _loaded(self) -> Parts:
        if self._parts is None:
            raise KnownError("The program is still starting.", "Try again in a moment.")
        return self._parts

    def _create(self, front: Welcome, wanted: NewWorkspace) -> None:
        def work(parts: Parts) -> "tuple[Services, RecoverySheet]":
            services = parts.create(wanted)
            try:
                return services, parts.new_code(services)
            except BaseException:
                services.close()
                raise

        def refused(error: KnownError) -> None:
            front.form.say_refused(str(error))

        self._start("Making the workspace", work, lambda made: self.entering.show_code(*made), refused)

    def _open_sample(self) -> None:
        folder = self._home / SAMPLE

        def make(parts: Parts) -> "Services":
            there = folder.is_dir()
            return (parts.open if there else parts.create_sample)(folder, PASSPHRASE)

        self._start("Opening the sample", make, self._opened)

    def _open_from(
        self,
        front: Unlock,
        open_: "Callable[[Parts], Services]",
        enter: "Callable[[Services], object] | None" = None,
    ) -> None:
        """Open what a front asks for; it says what is wrong."""
        front.say_busy()
        discreetly = front.discreetly.isChecked()

        def entered(services: "Services") -> None:
            if discreetly:
                services.discretion.enter()  # before anything is seen
            (enter or self._opened)(services)

        self._start(
            "Opening the workspace",
            open_,
            entered,
            lambda error: self._say_wrong(front, error),
        )

    def _say_wrong(self, front: Unlock, error: KnownError) -> None:
        if isinstance(error, WorkspaceBusyError):
            self._second_start.knock(front)
        else:
            front.say_wrong(str(error))

    def _do_while_closed(self, errand: WhileClosed) -> None:
        """Close the workspace, do what was asked for, and open it again."""
        if self._workplace is None:
            return
        folder = self._workplace.services.folder
        self.lock()
        front = self.show_unlock(folder)
        front.say_busy()

        def again(_: object) -> None:
            self.window.desk.messages.say(errand.done, stays=True)
            front.say_wrong("")
            if errand.ends:
                self._preferences.keep(lambda now: replace(now, last_workspace="", last_export_folder=""))
                self.show_welcome()
            elif errand.passphrase:
                self._open_from(front, lambda parts: parts.open(folder, errand.passphrase))

        self.window.desk.jobs.start(
            errand.what, errand.work, again, lambda error: front.say_wrong(str(error)), stops=False
        )

    def _start(
        self,
        what: str,
        work: Callable[[Parts], T],
        done: Callable[[T], object],
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Make or open a workspace aside, for deriving the key takes about a second; one at a time, and to its end."""
        if self._opening is not None:
            return
        try:
            parts = self._loaded()
        except KnownError as error:
            (failed or self.window.desk.messages.fail)(error)
            return
        self._opening = self.window.desk.jobs.start(what, lambda _: work(parts), done, failed, stops=False)
        self._opening.ended.connect(partial(setattr, self, "_opening", None))

    def _opened(self, services: "Services") -> None:
        if not _is_sample(services.folder, self._home):
            self._preferences.keep(lambda now: replace(now, last_workspace=str(services.folder)))
        self.connect(services)

    def _close_workspace(self) -> None:
        for attending in self._attending:
            attending.let_go()
        self._attending = []
        self.entering.let_go()
        if self._workplace is not None:
            self._workplace.let_go()
            self._workplace.services.close()
            self._workplace = None


def _is_sample(folder: Path, home: Path) -> bool:
    """Tell whether a workspace is the sample of the front door; one's own may be called the same."""
    return folder.resolve() == (home / SAMPLE).resolve()


def _opens_remembered(folder: Path, parts: Parts) -> "Services":
    return parts.open_remembered(folder)


def _bind_look(commands: Actions, preferences: Preferences) -> None:
    commands.on(acts.LARGER, preferences.grow)
    commands.on(acts.SMALLER, preferences.shrink)
    commands.on(acts.USUAL, preferences.usual_size)
    for action, name in ((acts.LIGHT, "light"), (acts.DARK, "dark"), (acts.SYSTEM, "system")):
        commands.on(action, partial(preferences.choose_theme, name))
