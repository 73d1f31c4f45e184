from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.gatekeepers.page import NEW, REMOVE, GatekeepersPage
from tests.builders import a_workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def a_page(qtbot: QtBot, services: Services, desk: Desk) -> GatekeepersPage:
    made = GatekeepersPage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1232, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> GatekeepersPage:
    return a_page(qtbot, services, desk)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def test_an_empty_workspace_says_what_belongs_here_and_adds_the_first(
    qtbot: QtBot, empty: Services, desk: Desk
) -> None:
    page = a_page(qtbot, empty, desk)
    assert page.head.title == "Gatekeepers"
    assert not page.commands[REMOVE].isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(page.new_gatekeeper.name.line, "Ruth McKay")
    qtbot.keyClicks(page.new_gatekeeper.partnership.name.line, "Strathmorran")
    qtbot.keyClick(page.new_gatekeeper.name.line, Qt.Key.Key_Return)
    assert page.head.title == "Ruth McKay"
    assert page.isAncestorOf(page.window().focusWidget())
    assert [row.strong for row in page.side.list.rows] == ["Ruth McKay"]


def test_the_title_names_who_is_open(page: GatekeepersPage, ids: dict[str, UUID]) -> None:
    page.open(ids["Ruth"])
    assert page.head.title == "Ruth McKay"
    assert page.side.list.current == ids["Ruth"]


def test_up_and_down_go_from_one_to_the_next(qtbot: QtBot, page: GatekeepersPage) -> None:
    page.setFocus()
    first = page.head.title
    qtbot.keyClick(page.side.list, Qt.Key.Key_Down)
    assert page.head.title != first


def test_who_was_removed_comes_back(qtbot: QtBot, desk: Desk, page: GatekeepersPage, ids: dict[str, UUID]) -> None:
    page.open(ids["Ruth"])
    page.commands[REMOVE].trigger()
    qtbot.waitUntil(lambda: page.head.title != "Ruth McKay")
    assert desk.messages.shown == ["Ruth McKay was removed."]
    undo = next(button for button in desk.messages.findChildren(QWidget) if button.accessibleName() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.head.title == "Ruth McKay")


def test_a_pack_leads_to_its_page(qtbot: QtBot, page: GatekeepersPage, ids: dict[str, UUID]) -> None:
    page.open(ids["Ruth"])
    pack = page.detail.packs.list.rows[0]
    with qtbot.waitSignal(page.wants) as asked:
        page.detail.packs.list.opened.emit(pack.id)
    assert asked.args == ["packs", pack.id]


def test_changes_made_elsewhere_are_seen(
    qtbot: QtBot, services: Services, page: GatekeepersPage, ids: dict[str, UUID]
) -> None:
    page.open(ids["Fiona"])
    services.gatekeepers.amend(ids["Fiona"], name="Fiona Grant-Low")
    qtbot.waitUntil(lambda: page.head.title == "Fiona Grant-Low")


def test_esc_puts_off_a_new_one_and_goes_back_to_the_list(
    qtbot: QtBot, page: GatekeepersPage, ids: dict[str, UUID]
) -> None:
    page.commands[NEW].trigger()
    assert page.head.title == "A new gatekeeper"
    assert page.step_back()
    assert not page.step_back()
    page.resize(900, 700)
    qtbot.waitUntil(lambda: page.both.is_narrow)
    page.open(ids["Ruth"])
    assert page.step_back()
    assert page.side.list.isVisible()


def test_ctrl_f_filters_the_list(qtbot: QtBot, page: GatekeepersPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.side.filter, "ruth")
    assert [row.strong for row in page.side.list.rows] == ["Ruth McKay"]


def test_the_map_follows_the_list_and_the_list_the_map(
    qtbot: QtBot, page: GatekeepersPage, ids: dict[str, UUID]
) -> None:
    page.open(ids["Ruth"])
    assert page.map.isVisible()
    assert page.map.picture.accessibleDescription().startswith("Ruth McKay")
    place = page.map.picture.areas()[page.map.picture.current]
    page.open(ids["Kirsten"])
    qtbot.mouseClick(page.map.picture, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert page.head.title == "Ruth McKay"
    assert page.side.list.current == ids["Ruth"]


def test_the_map_can_be_put_away_and_is_not_there_in_little_room(qtbot: QtBot, page: GatekeepersPage) -> None:
    page.resize(900, 700)
    qtbot.waitUntil(lambda: not page.map.isVisible())
    page.both.show_detail()
    qtbot.keyClick(page, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page.map.isVisible()
    page.resize(1232, 900)
    qtbot.keyClick(page, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not page.map.isVisible()
