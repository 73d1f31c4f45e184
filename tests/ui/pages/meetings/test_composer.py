from collections.abc import Callable
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.meetings.composer import NewMeeting
from tests.builders import a_group


@pytest.fixture
def asked(services: Services, keeping: Keeping, see: Callable[[QWidget], None]) -> NewMeeting:
    made = NewMeeting(services, keeping)
    see(made)
    return made


def test_what_is_usual_for_the_group_is_proposed(asked: NewMeeting, held_id: UUID) -> None:
    del held_id
    asked.start()
    assert asked.group.box.currentText() == "Case-study group"
    assert (asked.starts.value, asked.minutes.value(), asked.place.text) == (time(10, 15), 120, "Kilmorran Hall")
    assert asked.day.value is None
    assert asked.day.line.hasFocus()


def test_it_is_planned_by_keyboard_alone(
    qtbot: QtBot, services: Services, desk: Desk, asked: NewMeeting, held_id: UUID
) -> None:
    del held_id
    asked.start()
    qtbot.keyClicks(asked.day.line, "4 june")
    asked.place.setFocus()
    with qtbot.waitSignal(asked.made) as told:
        qtbot.keyClick(asked.place.line, Qt.Key.Key_Return)
    row = services.meetings.rows()[-1]
    assert told.args == [row.id]
    assert (row.day, row.starts, row.place) == (date(2026, 6, 4), time(10, 15), "Kilmorran Hall")
    assert desk.messages.shown == ["A meeting is planned for Thursday 4 June, 10:15."]


def test_what_is_missing_is_said_where_it_is_missing(services: Services, asked: NewMeeting, group_id: UUID) -> None:
    a_group(services, "Another")
    asked.start()
    assert asked.group.box.hasFocus()
    asked.starts.line.clear()
    asked.plan.click()
    wrong = [part.accessibleDescription() for part in (asked.group.box, asked.day.line, asked.starts.line)]
    assert wrong == ["Say which group meets.", "Say on which day.", "Say when it begins."]
    assert not services.meetings.rows()
    asked.group.set_value(str(group_id))
    asked.group.chosen.emit(str(group_id))
    assert asked.group.box.accessibleDescription() == ""


def test_without_a_group_it_leads_to_the_groups(qtbot: QtBot, asked: NewMeeting) -> None:
    asked.start()
    assert asked.plan.isHidden()
    with qtbot.waitSignal(asked.groups_wanted):
        qtbot.mouseClick(asked.to_groups, Qt.MouseButton.LeftButton)


def test_it_can_be_put_off(qtbot: QtBot, asked: NewMeeting, group_id: UUID) -> None:
    asked.start(group_id)
    with qtbot.waitSignal(asked.closed):
        qtbot.mouseClick(asked.not_now, Qt.MouseButton.LeftButton)
