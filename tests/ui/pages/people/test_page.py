from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.people.page import DRAFTS, NEW, NOTE, QUICK, REMOVE, PeoplePage
from tests.builders import a_person

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> PeoplePage:
    made = PeoplePage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1232, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(page: PeoplePage, jean: UUID) -> PeoplePage:
    page.open(jean)
    return page


def test_an_empty_workspace_says_what_belongs_here_and_adds_the_first(qtbot: QtBot, page: PeoplePage) -> None:
    assert page.head.title == "People"
    assert not page.commands[NOTE].isVisible()
    assert not page.new_person.not_now.isVisible()  # there is nothing to go back to
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(page.new_person.name.line, "Jean Lockhart")
    qtbot.keyClick(page.new_person.name.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.strong for row in page.side.list.rows] == ["Jean Lockhart"])
    assert page.head.title == "Jean Lockhart"


def test_arrows_go_from_person_to_person(qtbot: QtBot, services: Services, opened: PeoplePage) -> None:
    a_person(services, "Tom Baird")
    qtbot.waitUntil(lambda: len(opened.side.list.rows) == 2)
    opened.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Down)
    assert opened.head.title == "Tom Baird"
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Up)
    assert opened.head.title == "Jean Lockhart"


def test_its_keys_lead_to_what_they_name(qtbot: QtBot, opened: PeoplePage) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_J, CONTROL)
    assert opened.person.quick.line.line.hasFocus()
    qtbot.keyClick(opened, Qt.Key.Key_N, CONTROL | SHIFT)
    assert opened.focusWidget().accessibleName() == "Mentoring note, for you alone"
    qtbot.keyClick(opened, Qt.Key.Key_F, CONTROL)
    assert opened.side.filter.hasFocus()
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    assert opened.person.timeline.kinds.value == "drafts"


def test_the_filter_finds_by_any_word(qtbot: QtBot, services: Services, opened: PeoplePage) -> None:
    a_person(services, "Tom Baird", job="Planner")
    qtbot.waitUntil(lambda: len(opened.side.list.rows) == 2)
    qtbot.keyClicks(opened.side.filter, "plan")
    assert [row.strong for row in opened.side.list.rows] == ["Tom Baird"]


def test_a_removed_person_comes_back_with_undo(
    qtbot: QtBot, services: Services, opened: PeoplePage, desk: Desk
) -> None:
    opened.commands[REMOVE].trigger()
    qtbot.waitUntil(lambda: opened.head.title == "People")
    assert desk.messages.shown == ["Jean Lockhart was removed."]
    services.history.undo()
    qtbot.waitUntil(lambda: [row.strong for row in opened.side.list.rows] == ["Jean Lockhart"])


def test_what_changes_elsewhere_is_shown(qtbot: QtBot, services: Services, opened: PeoplePage, jean: UUID) -> None:
    services.people.amend(jean, name="Jean Lockhart-Ross")
    qtbot.waitUntil(lambda: opened.head.title == "Jean Lockhart-Ross")


def test_esc_closes_what_was_begun(opened: PeoplePage) -> None:
    opened.commands[NEW].trigger()
    assert opened.head.title == "A new person"
    assert opened.step_back()
    assert opened.head.title == "Jean Lockhart"
    assert not opened.step_back()


def test_on_a_narrow_window_the_list_and_the_person_take_turns(qtbot: QtBot, opened: PeoplePage) -> None:
    opened.resize(800, 640)
    qtbot.waitUntil(lambda: opened.both.is_narrow)
    assert (opened.side.isVisible(), opened.head.title) == (False, "Jean Lockhart")
    assert opened.step_back()
    assert (opened.side.isVisible(), opened.head.title) == (True, "People")
    opened.side.list.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Return)
    assert (opened.side.isVisible(), opened.head.title) == (False, "Jean Lockhart")


@pytest.mark.usefixtures("study")
def test_everything_that_takes_the_focus_has_a_name(opened: PeoplePage) -> None:
    for show in (opened.commands[QUICK].trigger, opened.commands[NOTE].trigger, opened.commands[NEW].trigger):
        show()
        nameless = [
            child
            for child in opened.findChildren(QWidget)
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.accessibleName()
        ]
        assert nameless == []


def test_every_command_does_something(page: PeoplePage) -> None:
    assert page.commands.unbound() == []
    assert DRAFTS in page.ACTIONS
