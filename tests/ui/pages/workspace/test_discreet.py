from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.discreet import NOW, TURN, DiscreetSection
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.requests import DISCREET, LOCK


def section(page: WorkspacePage) -> DiscreetSection:
    page.open(sections.DISCREET)
    page.refresh()
    assert isinstance(page.section, DiscreetSection)
    return page.section


def test_after_how_long_it_locks_is_chosen(page: WorkspacePage, desk: Desk, qtbot: QtBot) -> None:
    shown = section(page)
    assert shown.after.value == "10"
    with qtbot.waitSignal(desk.requests.lock_after_chosen) as heard:
        shown.after.chosen.emit("3")
    assert heard.args == [3]
    assert shown.summary().words == "Locks after 3 minutes"


def test_both_are_the_windows_own_actions(page: WorkspacePage, desk: Desk) -> None:
    asked: list[str] = []

    def hear(action: str) -> None:
        asked.append(action)

    desk.requests.window_action.connect(hear)
    section(page)
    page.commands[NOW].trigger()
    page.commands[TURN].trigger()
    assert asked == [LOCK, DISCREET]


def test_the_button_says_which_way_it_goes(page: WorkspacePage, services: Services) -> None:
    shown = section(page)
    assert shown.turn.accessibleName() == "Discreet view"
    services.discretion.enter()
    page.refresh()
    assert shown.turn.accessibleName() == "Leave the discreet view"
