from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.services import openers, recovery_sheets, second_starts, wiping, workspace
from carfacilitator.services.workspace import Circumstances, Owner, Services
from carfacilitator.store.secret_stores import SecretStore
from carfacilitator.store.slots import Cost
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.entering import ChoosePassphrase
from carfacilitator.ui.knocking import ELSEWHERE
from carfacilitator.ui.new_workspace import NewWorkspace
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.parts import Parts
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.program import Program
from carfacilitator.ui.recovery_code import RecoveryCode
from carfacilitator.ui.requests import WhileClosed
from carfacilitator.ui.restore_front import RestoreFront
from carfacilitator.ui.restore_verbs import RestoreVerbs
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.the_sample import SAMPLE
from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.welcome import Welcome
from tests.builders import CHEAP

PASSPHRASE = "quiet otter counts"
WHERE = Circumstances(cost=CHEAP)


class Today(Page):
    ID = PLACE = "today"


def pages(_: Services, desk: Desk) -> Sequence[Page]:
    return [Today(desk)]


def parts() -> Parts:
    def create(new: NewWorkspace) -> Services:
        return workspace.create(new.folder, new.passphrase, Owner(new.name, new.initials, new.email), WHERE)

    def create_sample(folder: Path, passphrase: str) -> Services:
        return workspace.create(folder, passphrase, Owner("Isla Munro", "IM", ""), WHERE)

    return Parts(
        create=create,
        create_sample=create_sample,
        open=lambda folder, secret: workspace.open_workspace(folder, secret, WHERE),
        open_by_code=lambda folder, code: workspace.open_with(folder, openers.by_code(code), WHERE),
        open_remembered=lambda folder: workspace.open_remembered(folder, WHERE),
        is_remembered=openers.is_remembered,
        new_code=recovery_sheets.new_sheet,
        is_open_elsewhere=second_starts.is_open_elsewhere,
        knock=second_starts.knock,
        was_heard=second_starts.was_heard,
        restoring=RestoreVerbs(),
        pages=pages,
    )


@dataclass
class Started:
    program: Program
    bugs: list[BaseException]
    home: Path

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def front(self, kind: type[QWidget]) -> QWidget:
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        assert len(found) == 1
        return found[0]


Begin = Callable[[], Started]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, answers: Dialogs, tmp_path: Path) -> Iterator[Begin]:
    made: list[Started] = []

    def start() -> Started:
        bugs: list[BaseException] = []
        window = MainWindow(answers)
        qtbot.addWidget(window)
        preferences = Preferences(qapp, tmp_path / "settings.json")
        program = Program(window, preferences, tmp_path, bugs.append)
        program.begin(parts)
        window.show()
        qtbot.waitUntil(lambda: program._parts is not None)
        made.append(Started(program, bugs, tmp_path))
        return made[-1]

    yield start
    for started in made:
        started.window.close()


def started_with_workspace(begin: Begin, qtbot: QtBot) -> Started:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    write_down_the_code(started, qtbot)
    return started


def write_down_the_code(started: Started, qtbot: QtBot) -> str:
    """Prove that the code was written down, as a person would; return it."""
    qtbot.waitUntil(lambda: started.program.entering.services is not None)
    shown = started.front(RecoveryCode)
    assert isinstance(shown, RecoveryCode)
    code = shown._sheet.code
    shown.group.line.setText(code.split("-")[shown.asked])
    shown._go_on.click()
    assert started.window.stack.page is not None
    return code


def unlock_of(started: Started) -> Unlock:
    found = started.front(Unlock)
    assert isinstance(found, Unlock)
    return found


def test_the_first_start_welcomes_and_makes_a_workspace_of_ones_own(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    assert workspace.is_workspace(started.home / "Isla Munro.car")


def test_pressing_start_twice_makes_one_workspace(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    for _ in range(2):
        started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    qtbot.waitUntil(lambda: not started.window.desk.jobs.busy)
    write_down_the_code(started, qtbot)
    assert started.window.desk.messages.shown == []
    assert [folder.name for folder in started.home.glob("*.car")] == ["Isla Munro.car"]


def test_messages_stand_above_the_pages(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    started.window.desk.messages.say("Tom Baird was added.")
    messages = started.window.desk.messages

    def on_top() -> bool:
        seen = started.window.childAt(messages.mapTo(started.window, messages.rect().center()))
        return seen is not None and (seen is messages or messages.isAncestorOf(seen))

    qtbot.waitUntil(on_top)


def test_the_next_start_asks_for_the_passphrase_of_the_last_workspace(qtbot: QtBot, begin: Begin) -> None:
    started_with_workspace(begin, qtbot).window.close()
    started = begin()
    unlock = started.front(Unlock)
    assert isinstance(unlock, Unlock)
    unlock.unlock_wanted.emit("something else")
    qtbot.waitUntil(lambda: "does not open" in unlock.passphrase.line.accessibleDescription())
    assert started.window.stack.page is None
    unlock.unlock_wanted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: started.window.stack.page is not None)


def test_locking_leaves_nothing_of_the_workspace_in_the_window(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    started.window.commands[acts.LOCK].trigger()
    assert started.window.stack.pages == []
    assert isinstance(started.front(Unlock), Unlock)
    assert not started.window.commands[acts.FIND].isVisible()
    workspace.open_workspace(started.home / "Isla Munro.car", PASSPHRASE, WHERE).close()  # nobody holds it


def test_the_sample_is_made_once_and_never_becomes_the_last_workspace(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    for _ in range(2):
        started.front(Welcome).sample_wanted.emit()  # type: ignore[attr-defined]  # a Welcome
        qtbot.waitUntil(lambda: started.window.stack.page is not None)
        started.window.commands[acts.LOCK].trigger()
        assert isinstance(started.front(Welcome), Welcome)
    assert (started.home / SAMPLE).is_dir()
    assert started.program._preferences.settings.last_workspace == ""


def test_a_workspace_of_ones_own_that_is_called_like_the_sample_is_locked_like_any_other(
    qtbot: QtBot, begin: Begin
) -> None:
    started = begin()
    folder = started.home / "elsewhere" / SAMPLE
    folder.parent.mkdir()
    new = NewWorkspace("Isla Munro", "IM", "", folder, PASSPHRASE)
    started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    write_down_the_code(started, qtbot)
    started.window.commands[acts.LOCK].trigger()
    assert unlock_of(started).folder == folder


def test_a_folder_that_is_no_workspace_is_said_plainly(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    started.program.show_unlock(started.home)
    unlock = started.front(Unlock)
    assert isinstance(unlock, Unlock)
    unlock.unlock_wanted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: "no workspace" in unlock.passphrase.line.accessibleDescription())


def test_errors_that_nobody_took_are_said_and_bugs_are_noted(begin: Begin) -> None:
    started = begin()
    started.program.meet(KnownError("The disk is full."))
    started.program.meet(ZeroDivisionError())
    assert started.window.desk.messages.shown[0] == "The disk is full."
    assert "Something went wrong inside the program" in started.window.desk.messages.shown[1]
    assert [type(bug) for bug in started.bugs] == [ZeroDivisionError]


def test_the_look_is_chosen_in_the_window(begin: Begin) -> None:
    started = begin()
    started.window.commands[acts.LARGER].trigger()
    started.window.commands[acts.DARK].trigger()
    assert started.program._preferences.settings.text_size == 110
    assert started.program._preferences.settings.theme == "dark"


def test_costs_are_cheap_here() -> None:
    assert WHERE.cost is not None
    assert WHERE.cost.memory < Cost().memory


def test_a_code_that_is_put_off_is_no_code(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    qtbot.waitUntil(lambda: started.program.entering.services is not None)
    started.front(RecoveryCode).left.emit()  # type: ignore[attr-defined]  # a RecoveryCode
    services = started.program._workplace.services  # type: ignore[union-attr]  # it is open
    assert not services.keyring.has_recovery_code()


def test_closing_before_the_code_is_proved_lets_the_workspace_go(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    qtbot.waitUntil(lambda: started.program.entering.services is not None)
    started.program.lock()
    assert unlock_of(started).folder == new.folder
    workspace.open_workspace(new.folder, PASSPHRASE, WHERE).close()


def test_a_folder_that_is_kept_in_step_is_refused_in_the_form(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    welcome = started.front(Welcome)
    assert isinstance(welcome, Welcome)
    welcome.show_form()
    welcome.start_wanted.emit(NewWorkspace("Isla", "I", "", started.home / "Dropbox" / "Isla.car", PASSPHRASE))
    qtbot.waitUntil(welcome.form._refused.isVisible)
    assert "Dropbox" in welcome.form._refused.text()


def test_who_forgot_the_passphrase_comes_in_by_the_code_and_chooses_another(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    code = write_down_the_code(started, qtbot)
    started.program.lock()
    unlock_of(started).code_wanted.emit(code.lower())
    qtbot.waitUntil(lambda: started.program.entering.services is not None)
    asks = started.front(ChoosePassphrase)
    assert isinstance(asks, ChoosePassphrase)
    asks.fields.first.line.setText("nine lanterns by the weir")
    asks.fields.again.line.setText("nine lanterns by the weir")
    asks._keep.click()
    qtbot.waitUntil(lambda: started.window.stack.page is not None)
    started.program.lock()
    workspace.open_workspace(new.folder, "nine lanterns by the weir", WHERE).close()


def test_a_code_with_a_slip_says_in_which_group(qtbot: QtBot, begin: Begin) -> None:
    started_with_workspace(begin, qtbot).program.lock()
    started = begin()
    unlock = unlock_of(started)
    unlock.opens_with.use_code(code=True)
    unlock.code_wanted.emit("AAAAA")
    qtbot.waitUntil(lambda: bool(unlock.opens_with.code.line.property("wrong") == "true"))


def test_a_second_start_brings_the_first_window_to_the_front_and_goes(qtbot: QtBot, begin: Begin) -> None:
    first = started_with_workspace(begin, qtbot)
    services = first.program._workplace.services  # type: ignore[union-attr]  # it is open
    second = begin()
    assert ELSEWHERE in unlock_of(second).passphrase.line.accessibleDescription()
    qtbot.waitUntil(lambda: not second.window.isVisible(), timeout=5_000)
    assert not services.was_knocked()  # somebody heard it already


def test_a_backup_is_restored_before_anything_is_open(
    qtbot: QtBot, begin: Begin, answers: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = started_with_workspace(begin, qtbot)
    services = started.program._workplace.services  # type: ignore[union-attr]  # it is open
    made = services.backups.make()
    started.program.lock()
    unlock_of(started).restore_wanted.emit()
    front = started.front(RestoreFront)
    assert isinstance(front, RestoreFront)
    assert [row.id for row in front.form.list.rows] == [made]
    front.form.choose(made)
    front.form.opens_with.passphrase.line.setText(PASSPHRASE)
    front.form._look.click()
    qtbot.waitUntil(lambda: front.form.found is not None)
    monkeypatch.setattr(answers, "file", started.home)
    front.form._restore.click()
    qtbot.waitUntil((started.home / "Isla Munro 2.car").is_dir)
    qtbot.waitUntil(lambda: bool(started.window.findChildren(Unlock)))


def test_work_for_which_the_workspace_must_be_closed_is_done_and_it_opens_again(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    folder = started.home / "Isla Munro.car"

    def work(_: object) -> None:
        workspace.open_workspace(folder, PASSPHRASE, WHERE).close()  # nobody has it

    started.window.desk.requests.while_closed.emit(WhileClosed("Looking", work, "It was looked at.", PASSPHRASE))
    assert started.window.stack.page is None
    qtbot.waitUntil(lambda: started.window.stack.page is not None)
    assert started.window.desk.messages.shown == ["It was looked at."]


def test_after_a_wipe_the_two_doors_stand_there_and_nothing_remembers_it(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    folder = started.home / "Isla Munro.car"

    def work(_: object) -> None:
        wiping.wipe(folder, "Isla Munro", with_backups=True, store=SecretStore())

    started.window.desk.requests.while_closed.emit(WhileClosed("Wiping", work, "It is wiped.", ends=True))
    qtbot.waitUntil(lambda: isinstance(started.front(Welcome), Welcome))
    assert not folder.exists()
    assert "Isla" not in (started.home / "settings.json").read_text(encoding="utf-8")


def test_work_that_fails_while_closed_leaves_the_way_in(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)

    def work(_: object) -> None:
        raise KnownError("There is no room on the drive.")

    started.window.desk.requests.while_closed.emit(WhileClosed("Encrypting", work, "Done.", PASSPHRASE))
    unlock = unlock_of(started)
    qtbot.waitUntil(lambda: "no room" in unlock.passphrase.line.accessibleDescription())
    unlock.unlock_wanted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: started.window.stack.page is not None)


def test_a_workspace_is_opened_discreetly_and_again_so_after_a_lock(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    started.window.commands[acts.LOCK].trigger()
    for _ in range(2):
        unlock = started.front(Unlock)
        assert isinstance(unlock, Unlock)
        unlock.discreetly.setChecked(True)
        unlock.unlock_wanted.emit(PASSPHRASE)
        qtbot.waitUntil(lambda: started.window.stack.page is not None)
        assert started.window.desk_band.isVisible()
        started.window.commands[acts.LOCK].trigger()
        unlock = started.front(Unlock)
        assert isinstance(unlock, Unlock)
        assert unlock.discreetly.isChecked()


class Drawer(SecretStore):
    """A keyring of this computer."""

    def __init__(self) -> None:
        self.secrets: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def keep(self, workspace: str, secret: bytes) -> None:
        self.secrets[workspace] = secret

    def fetch(self, workspace: str) -> bytes:
        return self.secrets[workspace]


def test_a_remembered_workspace_opens_without_its_passphrase_at_the_start_and_not_after_a_lock(
    qtbot: QtBot, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "WHERE", Circumstances(cost=CHEAP, secret_store=Drawer()))
    first = started_with_workspace(begin, qtbot)
    first.program._workplace.services.keyring.remember()  # type: ignore[union-attr]  # it is open
    first.window.close()
    started = begin()
    unlock_of(started).remembered_wanted.emit()
    qtbot.waitUntil(lambda: started.window.stack.page is not None)
    started.program.lock()
    assert not unlock_of(started)._remembered.isVisible()
