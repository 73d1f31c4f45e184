from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.pages.meetings.plan import Plan

LookAt = Callable[[UUID], Overview]


@pytest.fixture
def plan(
    services: Services, keeping: Keeping, meeting_id: UUID, look_at: LookAt, see: Callable[[QWidget], None]
) -> Plan:
    made = Plan(services, keeping)
    made.fill(look_at(meeting_id))
    services.on_change(lambda _: made.fill(look_at(meeting_id)))
    see(made)
    return made


def titles(plan: Plan) -> list[str]:
    return [row.head.strong for row in plan.rows]


def starts(plan: Plan) -> list[str]:
    return [row.head.accessibleName().split("at ")[-1][:5] for row in plan.rows]


def at(plan: Plan, place: int) -> None:
    plan.rows[place].head.setFocus()


def test_later_starts_follow_a_change_of_length(qtbot: QtBot, plan: Plan) -> None:
    assert starts(plan) == ["10:15", "10:35", "11:15", "11:30"]
    qtbot.keyClicks(plan.rows[1].minutes, "-")
    assert starts(plan) == ["10:15", "10:35", "11:10", "11:25"]
    assert [row.shown.has_moved for row in plan.rows if row.shown] == [False, False, True, True]


def test_the_sum_says_what_is_free_and_what_is_too_much(plan: Plan) -> None:
    assert plan.strip.accessibleName() == "120 of 120 minutes · ends 12:15"
    plan.rows[0].minutes.setValue(10)
    assert plan.strip.accessibleName() == "110 of 120 minutes · 10 free · ends 12:05"
    plan.rows[0].minutes.setValue(30)
    assert plan.strip.accessibleName() == "130 of 120 minutes · 10 too many · ends 12:25"


def test_the_current_item_moves_and_what_follows_is_said(plan: Plan, desk: Desk) -> None:
    at(plan, 2)
    plan.move_current(-1)
    assert titles(plan) == ["Welcome", "Break", "What is a case study?", "Who does what"]
    assert desk.messages.shown == ["“Break” moved before “What is a case study?”. One item starts 15 minutes later."]
    assert plan.rows[1].head.hasFocus()
    plan.move_current(-5)
    assert titles(plan)[1] == "Break"


def test_it_is_dragged_by_its_grip(qtbot: QtBot, plan: Plan) -> None:
    grip, below = plan.rows[0].grip, plan.rows[2]
    to = grip.mapFromGlobal(below.mapToGlobal(QPoint(5, below.height() - 2)))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, to)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=to)
    assert titles(plan) == ["What is a case study?", "Break", "Welcome", "Who does what"]


def test_the_current_item_gets_more_time_and_less(plan: Plan) -> None:
    plan.lengthen_current(1)
    at(plan, 2)
    plan.lengthen_current(1)
    plan.lengthen_current(1)
    plan.lengthen_current(-1)
    assert plan.current is not None
    assert plan.current.line.minutes == 20


def test_items_are_written_one_after_the_other_at_the_end(qtbot: QtBot, plan: Plan) -> None:
    plan.adder.setFocus()
    for title in ("Dates", "Thanks"):
        qtbot.keyClicks(plan.adder.line, title)
        qtbot.keyClick(plan.adder.line, Qt.Key.Key_Return)
    assert titles(plan)[-2:] == ["Dates", "Thanks"]
    assert plan.adder.text == ""


def test_or_below_the_current_one_in_the_order_they_are_written(qtbot: QtBot, plan: Plan) -> None:
    at(plan, 0)
    plan.add_below_current()
    for title in ("Ground rules", "Tea"):
        qtbot.keyClicks(plan.adder.line, title)
        qtbot.keyClick(plan.adder.line, Qt.Key.Key_Return)
    assert titles(plan)[:3] == ["Welcome", "Ground rules", "Tea"]
    assert plan.step_back()
    assert not plan.step_back()


def test_what_is_taken_off_can_come_back(qtbot: QtBot, plan: Plan, desk: Desk, services: Services) -> None:
    at(plan, 1)
    qtbot.keyClick(plan.rows[1].head, Qt.Key.Key_Delete)
    assert titles(plan) == ["Welcome", "Break", "Who does what"]
    assert desk.messages.shown == ["“What is a case study?” was taken off the plan."]
    assert plan.rows[1].head.hasFocus()
    services.history.undo()
    assert titles(plan)[1] == "What is a case study?"
    for _ in range(4):
        at(plan, 0)
        plan.remove_current()
    assert not plan.rows
    assert plan.adder.line.hasFocus()


def test_esc_folds_what_is_unfolded(plan: Plan) -> None:
    plan.rows[1].toggle()
    assert plan.step_back()
    assert not plan.rows[1].is_unfolded
    assert plan.rows[1].head.hasFocus()


def test_another_meeting_has_no_current_item(plan: Plan, held_id: UUID, look_at: LookAt) -> None:
    at(plan, 0)
    plan.fill(look_at(held_id))
    assert plan.current is None
    assert not plan.rows
