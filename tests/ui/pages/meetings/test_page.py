from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.meetings.page import (
    ADD_BELOW,
    DOWN,
    LONGER,
    PLAN,
    PRINT,
    REMOVE,
    SHORTER,
    TAKE_OFF,
    UP,
    MeetingsPage,
)
from tests.builders import a_group

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> MeetingsPage:
    made = MeetingsPage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1232, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(qtbot: QtBot, page: MeetingsPage, meeting_id: UUID) -> MeetingsPage:
    page.open(meeting_id)
    qtbot.waitUntil(lambda: bool(page.side.list.rows))
    return page


def titles(page: MeetingsPage) -> list[str]:
    return [row.head.strong for row in page.detail.plan.rows]


def test_the_next_meeting_is_open_and_named_in_the_title(
    services: Services, qtbot: QtBot, desk: Desk, meeting_id: UUID
) -> None:
    page = MeetingsPage(services, desk)
    qtbot.addWidget(page)
    page.resize(1232, 900)
    page.show()
    assert page.head.title == "Meeting 2, Thursday 12 March"
    assert page.side.list.current == meeting_id


def test_an_empty_workspace_leads_from_the_first_group_to_the_first_meeting(
    qtbot: QtBot, services: Services, page: MeetingsPage
) -> None:
    assert page.head.title == "Meetings"
    assert not page.detail.isVisible()
    assert not page.commands[PRINT].isEnabled()
    page.commands[PLAN].trigger()
    with qtbot.waitSignal(page.wants) as asked:
        page.new_meeting.to_groups.click()
    assert asked.args == ["groups", None]
    group_id = a_group(services)
    page.open(group_id)
    qtbot.keyClicks(page.new_meeting.day.line, "26 march")
    qtbot.keyClick(page.new_meeting.day.line, Qt.Key.Key_Return)
    page.new_meeting.plan.click()
    assert page.head.title == "Meeting 1, Thursday 26 March"
    assert page.detail.plan.adder.line.hasFocus()


def test_up_and_down_go_from_meeting_to_meeting(qtbot: QtBot, opened: MeetingsPage) -> None:
    opened.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Down)
    assert opened.head.title == "Meeting 1, Thursday 29 January"


def test_the_plan_is_changed_by_keys_alone(qtbot: QtBot, opened: MeetingsPage) -> None:
    for action in (UP, DOWN, LONGER, SHORTER, TAKE_OFF):
        assert not opened.commands[action].isEnabled()
    head = opened.detail.plan.rows[2].head
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: titles(opened)[1] == "Break")
    qtbot.keyClicks(head, "+")
    qtbot.waitUntil(lambda: opened.detail.plan.strip.accessibleName().startswith("125 "))
    qtbot.keyClicks(head, "-")
    qtbot.waitUntil(lambda: opened.detail.plan.strip.accessibleName().startswith("120 "))
    qtbot.keyClick(head, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: titles(opened)[2] == "Break")
    qtbot.keyClick(head, Qt.Key.Key_Return, CONTROL)
    assert opened.detail.plan.adder.line.hasFocus()
    qtbot.keyClicks(opened.detail.plan.adder.line, "World + tea")
    qtbot.keyClick(opened.detail.plan.adder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(opened)[3] == "World + tea")


def test_every_command_is_there_for_a_meeting(opened: MeetingsPage) -> None:
    opened.detail.plan.rows[0].head.setFocus()
    for action in (PRINT, ADD_BELOW, REMOVE, UP, DOWN, LONGER, SHORTER, TAKE_OFF):
        assert opened.commands[action].isEnabled()
    assert not opened.commands.unbound()


def test_printing_leads_to_the_sheet(qtbot: QtBot, opened: MeetingsPage, meeting_id: UUID) -> None:
    with qtbot.waitSignal(opened.wants) as asked:
        qtbot.keyClick(opened, Qt.Key.Key_P, CONTROL)
    assert asked.args == ["handouts", meeting_id]


def test_what_was_removed_comes_back(qtbot: QtBot, desk: Desk, opened: MeetingsPage) -> None:
    opened.commands[REMOVE].trigger()
    qtbot.waitUntil(lambda: opened.head.title == "Meeting 1, Thursday 29 January")
    assert desk.messages.shown == ["Meeting 2, Thursday 12 March was removed."]
    undo = next(button for button in desk.messages.findChildren(QWidget) if button.accessibleName() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.head.title == "Meeting 2, Thursday 12 March")


def test_changes_made_elsewhere_are_seen(
    qtbot: QtBot, services: Services, opened: MeetingsPage, meeting_id: UUID
) -> None:
    services.meetings.amend(meeting_id, place="Kilmorran Hall")
    qtbot.waitUntil(lambda: opened.detail.about.place.field.text == "Kilmorran Hall")


def test_a_person_leads_to_their_page(qtbot: QtBot, opened: MeetingsPage, people: dict[str, UUID]) -> None:
    with qtbot.waitSignal(opened.wants) as asked:
        opened.detail.who.opened.emit(people["Jean"])
    assert asked.args == ["people", people["Jean"]]


def test_esc_closes_what_is_open_and_goes_back_to_the_list(qtbot: QtBot, opened: MeetingsPage) -> None:
    opened.commands[PLAN].trigger()
    assert opened.head.title == "A new meeting"
    assert opened.step_back()
    assert opened.head.title == "Meeting 2, Thursday 12 March"
    assert not opened.step_back()
    opened.resize(900, 700)
    qtbot.waitUntil(lambda: opened.both.is_narrow)
    opened.open(opened._open)
    assert opened.step_back()
    assert opened.side.list.isVisible()


def test_ctrl_f_filters_the_list(qtbot: QtBot, opened: MeetingsPage) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(opened.side.filter, "library")
    assert len(opened.side.list.rows) == 1


@pytest.mark.parametrize("width", [960, 1232])
def test_whatever_can_have_the_focus_has_a_name(opened: MeetingsPage, width: int) -> None:
    opened.resize(width, 700)
    opened.detail.plan.rows[0].toggle()
    nameless = [
        type(widget).__name__
        for widget in opened.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert not nameless


def test_plus_belongs_to_the_number_that_has_the_focus(
    qtbot: QtBot, services: Services, opened: MeetingsPage, meeting_id: UUID
) -> None:
    opened.detail.plan.rows[0].head.setFocus()
    opened.detail.about.minutes.setFocus()
    qtbot.keyClicks(opened.detail.about.minutes, "+")
    meeting = services.meetings.open(meeting_id)
    assert (meeting.minutes, meeting.agenda[0].minutes) == (135, 20)


def test_plus_and_minus_are_written_where_one_writes(
    qtbot: QtBot, services: Services, opened: MeetingsPage, meeting_id: UUID
) -> None:
    opened.detail.plan.rows[0].head.setFocus()
    area = opened.detail.notes.text.field.findChildren(QPlainTextEdit)[0]
    area.setFocus()
    qtbot.keyClicks(area, "1+1=2 - two")
    assert area.toPlainText() == "1+1=2 - two"
    assert services.meetings.open(meeting_id).agenda[0].minutes == 20
