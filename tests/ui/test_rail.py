import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.rail import Rail, RailActions
from carfacilitator.ui.widgets.rail_button import RailButton
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def actions() -> RailActions:
    places = {name: QAction(name.capitalize()) for name in ("today", "groups", "people")}
    for action in places.values():
        action.setProperty("icon_name", "today")
    find, lock, menu = (QAction(name) for name in ("Find", "Lock now", "Menu"))
    for action in (find, lock, menu):
        action.setProperty("icon_name", "search")
    return RailActions(places, find, (lock, menu))


@pytest.fixture
def rail(qtbot: QtBot, actions: RailActions) -> Rail:
    made = Rail(actions)
    qtbot.addWidget(made)
    made.say(["Isla’s workspace", "Kept on this computer"])
    made.resize(216, 800)
    made.show()
    return made


def seen(rail: Rail) -> list[str]:
    return [button.accessibleName() for button in rail.findChildren(RailButton) if button.isVisible()]


def test_a_place_is_gone_to_and_marked(qtbot: QtBot, rail: Rail, actions: RailActions) -> None:
    button = next(button for button in rail.findChildren(RailButton) if button.accessibleName() == "Groups")
    with qtbot.waitSignal(actions.places["groups"].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rail.mark("groups")
    assert button.isChecked()
    rail.mark("people")
    assert not button.isChecked()


def test_folded_it_is_narrow_and_names_stand_beneath_the_icons(rail: Rail) -> None:
    wide = rail.width()
    rail.fold(folded=True)
    assert rail.is_folded
    assert rail.width() < wide / 2
    assert seen(rail) == ["Today", "Groups", "People", "Find", "Lock now", "Menu"]
    assert not any(words.isVisible() for words in rail.findChildren(Words))


def test_low_it_keeps_the_places_and_the_menu(qtbot: QtBot, rail: Rail) -> None:
    rail.fold(folded=True)
    rail.resize(90, 400)
    qtbot.waitUntil(lambda: seen(rail) == ["Today", "Groups", "People", "Menu"])


def test_places_without_a_page_are_not_offered(rail: Rail) -> None:
    rail.offer({"today"})
    assert "Groups" not in seen(rail)
    assert "Today" in seen(rail)


def test_the_state_is_said_at_the_foot(qtbot: QtBot, rail: Rail) -> None:
    def texts() -> list[str]:
        return [words.text() for words in rail.findChildren(Words) if words.isVisible()]

    rail.say(["Another workspace"])
    qtbot.waitUntil(lambda: texts() == ["CAR Facilitator", "Another workspace"])
