"""The panel in which files are received: reading with a way out, what each one is, and keeping it."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Page
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.batch import Batch
from carfacilitator.ui.receiving.landing import Landing
from carfacilitator.ui.receiving.looking import Asked, Came, Look, Refused, Settled
from carfacilitator.ui.receiving.question import FileQuestion
from carfacilitator.ui.receiving.reader import FileReader
from carfacilitator.ui.receiving.saying import LOOK_WORDS, Saying

_NOT_NOW = "No file is received while the view is discreet: everybody would read its name."
_WAY_OUT = "Leave the discreet view first, with your passphrase."
RECEIVE = Action(
    "drafts.receive",
    "Receive files",
    "Ctrl+R",
    "receive",
    "Case studies",
    "Take in Word files, new drafts and packs that come back; dropping them on the window does the same.",
)
KEEP = Action("drafts.keep", "Keep this draft", "Ctrl+Return", "check", "", "Keep the file as what is chosen.")
SET_ASIDE = Action("drafts.set-aside", "Set aside", "", "close", "", "Keep nothing of this file.")
LOOK = Action("returns.look", LOOK_WORDS, "Ctrl+Shift+R", "eye", "", "Go where it is decided about.")
OF_RECEIVING = (RECEIVE, KEEP, SET_ASIDE, LOOK)


class Receiving(QWidget):
    """Stands in a page in place of what it shows, from `began` to `ended`; `kept` tells what a draft was kept as.

    While a file is read the page stays as it is, and the window shows how far that is. A single draft is asked about
    at once; several files, and an answer to a pack, stand in a batch. The page has OF_RECEIVING among its ACTIONS;
    their buttons stand in its head. `began` comes again whenever another thing stands there.
    """

    began = Signal()
    ended = Signal()
    kept = Signal(object, object)  # the ids of the case study and of the draft

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__()
        self._services, self._page = services, page
        self._near: UUID | None = None
        self._asked: tuple[int, Asked] | None = None  # which file the question is about
        self._came_alone = False  # that one came alone: with its answer all is done, whatever is let go meanwhile
        self.question = FileQuestion(services)
        self.batch = Batch(services, page.desk)
        self._saying = Saying(services, page, self.batch)
        self._reader = FileReader(services, page.desk.jobs, self)
        self._landing = Landing(services, page.desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.batch)
        self.hide()
        self._connect()
        self._show_actions()

    @property
    def is_open(self) -> bool:
        """Whether files that were read stand there."""
        return not self.isHidden()

    @property
    def heading(self) -> str:
        """What the page is called while files stand there."""
        if self._asked is not None:
            return "A file has come" if self._asked[1].is_theirs else "A draft has come"
        return texts.heading(self.batch.looks, self._reader.of)

    @property
    def file_name(self) -> str:
        """The name of the file that is asked about, or how far the files are."""
        if self._asked is not None:
            return self._asked[1].name
        return texts.progress(self.batch.looks, self._reader.of)

    def ask(self) -> None:
        """Ask for files and receive them.

        Raises:
            RefusedError: the view is discreet; everybody would read the names of the files.
        """
        if self._services.discretion.is_discreet:
            raise RefusedError(_NOT_NOW, _WAY_OUT)
        self.take(self._page.desk.dialogs.open_files("Receive files"))

    def stand_near(self, case_study_id: UUID | None) -> None:
        """Say which case study is open: a file that is like none is taken to be its draft."""
        self._near = case_study_id

    def take(self, files: Sequence[Path]) -> None:
        """Receive these files; what is still asked about another stays."""
        self._reader.read(files)

    def refresh(self) -> None:
        """Show which of the answers that stand there are still in; a page does it with its own refresh."""
        self.batch.catch_up()

    def set_aside(self) -> None:
        """Let go the file that is asked about, or be done with the batch; what is in stays in."""
        if self._landing.is_busy:
            return
        if self._asked is not None:
            number, asked = self._asked
            self._settle(number, Settled(asked.name, "It was set aside: nothing of it was kept.", kept=False))
        elif not self._reader.is_busy:
            self._end()

    def keep(self) -> None:
        """Keep the file that is asked about as what is chosen.

        Raises:
            KnownError: a new case study could not be begun.
        """
        if self._asked is None or self._landing.is_busy:
            return
        chosen = self.question.recognised
        if chosen.guess is not None:
            self._landing.take_in(*self._asked, chosen.guess.pack_id)
            return
        study_id = chosen.case_study_id
        if study_id is None:
            if not chosen.new_study.is_complete():
                return
            study_id = chosen.new_study.begin()
        self._landing.keep(*self._asked, study_id, self.question.arriving.arrival)

    def _connect(self) -> None:
        page = self._page
        page.on(RECEIVE, self.ask)
        page.on(SET_ASIDE, self.set_aside)
        page.on(KEEP, self.keep)
        page.on(LOOK, lambda: self._saying.go(self.batch.draft_id))
        page.offer(SET_ASIDE)
        page.offer(KEEP, primary=True)
        page.offer(LOOK, primary=True)
        self.question.changed.connect(self._show_actions)
        self.question.confirmed.connect(lambda: page.attempt(self.keep))
        self.batch.asked.connect(self._ask_about)
        self.batch.keep_wanted.connect(self._keep_at_once)
        self.batch.look_wanted.connect(self._saying.go)
        self.batch.turned.connect(self._saying.take_off)
        self.batch.turned.connect(self._show_actions)
        self._reader.found.connect(self._have_found)
        self._reader.emptied.connect(self._have_found_all)
        self._landing.turned.connect(self._show_actions)
        self._landing.settled.connect(self._settle)
        self._landing.kept.connect(self._tell_kept)

    def _have_found(self, found: Look) -> None:
        if self._reader.of == 1 and isinstance(found, Refused):
            self._page.desk.messages.fail(KnownError(found.sentence))
            return
        self.batch.add(found)
        if self._reader.of > 1 and self._asked is None:
            self._show()

    def _have_found_all(self) -> None:
        """Show what was found: a question if it is one file that asks one, else all of them."""
        looks = self.batch.looks
        if not looks:
            self._end()
            return
        if self._asked is None:
            if len(looks) == 1 and isinstance(looks[0], Asked):
                self._ask_about(0)
                self._came_alone = self._asked is not None
            else:
                self._show()
                self.batch.focus_first()
        self._saying.say_in(self.batch.came)
        self._saying.call_back(looks[0].name)

    def _ask_about(self, number: int) -> None:
        asked = self.batch.looks[number]
        if isinstance(asked, Asked) and not self._landing.is_busy:
            self._asked = number, asked
            self.question.show_file(asked, self._near)
            self._show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_at_once(self, number: int) -> None:
        asked = self.batch.looks[number]
        if isinstance(asked, Asked) and asked.draft is not None and not self._landing.is_busy:
            self._landing.keep(number, asked, asked.draft.case_study_id, Arrival(how="email"))

    def _settle(self, number: int, now: Look) -> None:
        """Show what came of the file that was asked about: among the others, or be done if it was alone."""
        self._asked = None
        self.batch.put(number, now)
        is_done = self._came_alone or not self._reader.is_busy
        if is_done and len(self.batch.looks) == 1 and isinstance(now, Settled):
            self._end()
            return
        self._show()
        self.batch.focus_first()
        if isinstance(now, Came):
            self._saying.say_in([now])

    def _tell_kept(self, study_id: UUID, draft_id: UUID) -> None:
        self.batch.count_on(study_id)
        if not self.is_open:
            self.kept.emit(study_id, draft_id)

    def _show(self) -> None:
        """Let the question be seen, or else the batch."""
        self.question.setHidden(self._asked is None)
        self.batch.setHidden(self._asked is not None)
        self.setFocusProxy(self.question if self._asked is not None else self.batch)
        self.show()
        self._show_actions()
        self.began.emit()

    def _end(self) -> None:
        """Give the page back."""
        was_open, self._asked, self._came_alone = self.is_open, None, False
        self._reader.begin_anew()
        self.batch.clear()
        self.hide()
        self._show_actions()
        if was_open:
            self.ended.emit()
            if self._page.isVisible():
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_actions(self) -> None:
        commands, asks = self._page.commands, self.is_open and self._asked is not None
        commands[KEEP].setText(self.question.verb if asks else KEEP.text)
        commands[SET_ASIDE].setText(SET_ASIDE.text if asks else "Done")
        came = self.is_open and not asks and self.batch.draft_id is not None
        for action, seen in ((KEEP, asks), (SET_ASIDE, self.is_open), (LOOK, came)):
            commands[action].setVisible(seen)
            commands.allow(action, if_=seen and not self._landing.is_busy)
