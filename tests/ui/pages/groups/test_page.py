from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.page import ADD_MEMBER, ADD_RULE, FILTER, NEW, PLAN, REMOVE, RULE_UP, GroupsPage
from tests.builders import a_group


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> GroupsPage:
    made = GroupsPage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1232, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(page: GroupsPage, group_id: UUID) -> GroupsPage:
    page.open(group_id)
    return page


def focused(page: GroupsPage) -> QWidget:
    return page.window().focusWidget()


def test_an_empty_workspace_says_what_belongs_here_and_begins_the_first(qtbot: QtBot, page: GroupsPage) -> None:
    assert page.head.title == "Groups"
    assert not page.side.filter.isEnabled()
    assert page.new_group.isVisible()
    assert not page.new_group.not_now.isVisible()  # there is nothing to go back to
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.new_group.name.line.hasFocus()
    qtbot.keyClicks(page.new_group.name.line, "Case-study group")
    qtbot.keyClicks(page.new_group.partnership.name.line, "Strathmorran")
    qtbot.keyClick(page.new_group.name.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.strong for row in page.side.list.rows] == ["Case-study group"])
    assert page.head.title == "Case-study group"


def test_the_title_names_what_is_open(opened: GroupsPage) -> None:
    assert opened.head.title == "Case-study group"
    assert opened.side.list.current == opened._open


def test_arrows_go_from_group_to_group(qtbot: QtBot, services: Services, opened: GroupsPage) -> None:
    a_group(services, "Zebra")
    qtbot.waitUntil(lambda: len(opened.side.list.rows) == 2)
    opened.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Down)
    assert opened.head.title == "Zebra"


def test_its_keys_lead_to_what_they_name(qtbot: QtBot, opened: GroupsPage) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(opened, Qt.Key.Key_F, control)
    assert opened.side.filter.hasFocus()
    qtbot.keyClick(opened, Qt.Key.Key_M, control)
    assert opened.group.meetings.planning.day.line.hasFocus()
    qtbot.keyClick(opened, Qt.Key.Key_M, control | shift)
    assert opened.group.members.joining.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_G, control | shift)
    assert opened.group.rules.another.field.focusWidget().hasFocus()


def test_alt_up_moves_a_rule_only_from_inside_one(
    qtbot: QtBot, services: Services, opened: GroupsPage, group_id: UUID
) -> None:
    assert not opened.commands[RULE_UP].isEnabled()
    opened.group.rules.rules.widgets[1].setFocus()
    rule = opened.group.rules.rules.widgets[1].findChildren(QWidget, "")[0]
    rule.setFocus()
    qtbot.waitUntil(opened.commands[RULE_UP].isEnabled)
    qtbot.keyClick(focused(opened), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert services.groups.open(group_id).ground_rules[0].text == "Challenge the account, not the person."


def test_what_changes_elsewhere_is_shown(qtbot: QtBot, services: Services, opened: GroupsPage, group_id: UUID) -> None:
    services.groups.amend(group_id, name="Study group")
    qtbot.waitUntil(lambda: opened.head.title == "Study group")


def test_a_removed_group_comes_back_with_undo(qtbot: QtBot, services: Services, opened: GroupsPage, desk: Desk) -> None:
    opened.commands[REMOVE].trigger()
    assert services.groups.rows() == []
    qtbot.waitUntil(lambda: opened.head.title == "Strathmorran")
    assert desk.messages.shown == ["Case-study group was removed, with its meetings and case studies."]
    services.history.undo()
    qtbot.waitUntil(lambda: [row.strong for row in opened.side.list.rows] == ["Case-study group"])


def test_a_partnership_is_opened_and_has_nothing_to_plan(opened: GroupsPage) -> None:
    opened.group.about.partnership.click()
    assert opened.head.title == "Strathmorran"
    assert not opened.commands[PLAN].isVisible()
    assert not opened.commands[ADD_MEMBER].isEnabled()
    opened.partnership.new_group.click()
    assert opened.head.title == "A new group"
    assert opened.new_group.partnership.is_said
    assert opened.step_back()
    assert opened.head.title == "Strathmorran"


def test_on_a_narrow_window_the_list_and_the_group_take_turns(qtbot: QtBot, opened: GroupsPage) -> None:
    opened.resize(800, 640)
    qtbot.waitUntil(lambda: opened.both.is_narrow)
    assert (opened.side.isVisible(), opened.head.title) == (False, "Case-study group")
    assert opened.step_back()
    assert (opened.side.isVisible(), opened.head.title) == (True, "Groups")
    assert not opened.commands[PLAN].isVisible()
    opened.side.list.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Return)
    assert (opened.side.isVisible(), opened.head.title) == (False, "Case-study group")


def test_everything_that_takes_the_focus_has_a_name(opened: GroupsPage) -> None:
    opened.commands[PLAN].trigger()
    opened.commands[ADD_MEMBER].trigger()
    for show in (opened.commands[ADD_RULE].trigger, opened.group.about.partnership.click, opened.commands[NEW].trigger):
        show()
        nameless = [
            child
            for child in opened.findChildren(QWidget)
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.accessibleName()
        ]
        assert nameless == []


def test_every_command_does_something(page: GroupsPage) -> None:
    assert page.commands.unbound() == []
    assert {NEW, FILTER, ADD_RULE} <= set(page.ACTIONS)
