from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.services import workspace
from carfacilitator.services.workspace import Circumstances, Owner, Services
from carfacilitator.store.slots import Cost
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.new_workspace import NewWorkspace
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.program import Parts, Program
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

    return Parts(create, create_sample, lambda folder, secret: workspace.open_workspace(folder, secret, WHERE), pages)


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
    qtbot.waitUntil(lambda: started.window.stack.page is not None)
    return started


def test_the_first_start_welcomes_and_makes_a_workspace_of_ones_own(qtbot: QtBot, begin: Begin) -> None:
    started = started_with_workspace(begin, qtbot)
    assert workspace.is_workspace(started.home / "Isla Munro.car")


def test_pressing_start_twice_makes_one_workspace(qtbot: QtBot, begin: Begin) -> None:
    started = begin()
    new = NewWorkspace("Isla Munro", "IM", "", started.home / "Isla Munro.car", PASSPHRASE)
    for _ in range(2):
        started.front(Welcome).start_wanted.emit(new)  # type: ignore[attr-defined]  # a Welcome
    qtbot.waitUntil(lambda: not started.window.desk.jobs.busy)
    assert started.window.stack.page is not None
    assert started.window.desk.messages.shown == []


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
