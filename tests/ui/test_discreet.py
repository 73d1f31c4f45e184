from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.discreet import DiscreetView
from carfacilitator.ui.leave_discreet import LeaveDiscreet
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.field import Field
from tests.builders import PASSPHRASE, a_person, a_workspace


class People(Page):
    """Shows the names, and a line in which something was begun."""

    ID = PLACE = "people"

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self.names: list[str] = []
        self.line = Field("Quick note")
        self.body.addWidget(self.line)

    def refresh(self) -> None:
        self.names = [row.name for row in self._services.people.rows()]


class Groups(People):
    ID = PLACE = "groups"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    a_person(made, "Ailsa Reid")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, answers: Dialogs, services: Services) -> MainWindow:
    made = MainWindow(answers)
    qtbot.addWidget(made)
    made.fill([People(services, made.desk), Groups(services, made.desk)])
    made.show()
    return made


@pytest.fixture
def view(window: MainWindow, services: Services) -> DiscreetView:
    return DiscreetView(window, services)


def seen(window: MainWindow) -> People:
    assert isinstance(window.stack.page, People)
    return window.stack.page


def panel(window: MainWindow) -> LeaveDiscreet:
    (found,) = [one for one in window.findChildren(LeaveDiscreet) if one.isVisible()]
    return found


def test_one_key_makes_every_page_anew_and_says_so(window: MainWindow, view: DiscreetView) -> None:
    del view
    before = seen(window)
    before.line.line.setText("half a sen")
    window.desk.messages.say("Ailsa Reid was added.")
    window.commands[acts.DISCREET].trigger()
    assert seen(window) is not before
    assert (seen(window).names, seen(window).line.text) == (["AR"], "")
    window.go("groups")
    assert seen(window).names == ["AR"]
    assert window.desk.messages.shown == []
    assert window.desk_band.isVisible()
    assert window.windowTitle() == "CAR Facilitator: discreet view"
    assert window.commands[acts.DISCREET].text() == "Leave the discreet view"


def test_leaving_asks_for_the_passphrase_until_it_is_the_right_one(
    qtbot: QtBot, window: MainWindow, view: DiscreetView
) -> None:
    view.enter()
    window.commands[acts.DISCREET].trigger()
    asked = panel(window)
    asked.passphrase.line.setText("a guess")
    asked.show_all.click()
    qtbot.waitUntil(lambda: "does not open" in asked.passphrase.line.accessibleDescription())
    assert seen(window).names == ["AR"]
    asked.passphrase.line.setText(PASSPHRASE)
    asked.show_all.click()
    qtbot.waitUntil(lambda: seen(window).names == ["Ailsa Reid"])
    assert not window.desk_band.isVisible()
    assert window.windowTitle() == "CAR Facilitator"


def test_who_thinks_better_of_it_stays_discreet(window: MainWindow, view: DiscreetView) -> None:
    view.enter()
    view.ask()
    panel(window).stay.click()
    assert window.desk_band.isVisible()


def test_a_workspace_that_was_opened_discreetly_is_shown_so(
    window: MainWindow, services: Services, qapp: QApplication
) -> None:
    services.discretion.enter()
    view = DiscreetView(window, services)
    assert window.desk_band.isVisible()
    view.let_go()
    assert not window.desk_band.isVisible()
    assert window.windowTitle() == "CAR Facilitator"
    qapp.processEvents()
