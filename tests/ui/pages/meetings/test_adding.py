from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.adding import Adder, OtherPlans
from carfacilitator.ui.pages.meetings.overview import Overview
from tests.builders import a_group, a_meeting

Seen = Callable[[QWidget], None]


@pytest.fixture
def adder(see: Seen) -> Adder:
    made = Adder()
    see(made)
    made.setFocus()
    return made


def test_enter_hands_on_what_is_written(qtbot: QtBot, adder: Adder) -> None:
    qtbot.keyClicks(adder.line, " Break ")
    with qtbot.waitSignal(adder.written) as told:
        qtbot.keyClick(adder.line, Qt.Key.Key_Return)
    assert told.args == ["Break", None]
    adder.clear()
    assert adder.text == ""


def test_nothing_written_is_said_not_added(qtbot: QtBot, adder: Adder) -> None:
    with qtbot.assertNotEmitted(adder.written):
        qtbot.keyClick(adder.line, Qt.Key.Key_Return)
    assert adder.line.accessibleDescription().startswith("Write what")


def test_it_can_be_told_to_put_the_item_below_another(
    qtbot: QtBot, services: Services, meeting_id: UUID, adder: Adder
) -> None:
    line = services.meetings.open(meeting_id).agenda[0]
    adder.put_below(line)
    assert "below “Welcome”" in adder.line.accessibleDescription()
    qtbot.keyClicks(adder.line, "Tea")
    with qtbot.waitSignal(adder.written) as told:
        qtbot.keyClick(adder.line, Qt.Key.Key_Return)
    assert told.args == ["Tea", line.id]
    assert adder.step_back()
    assert not adder.step_back()


@pytest.fixture
def plans(services: Services, keeping: Keeping, see: Seen) -> OtherPlans:
    made = OtherPlans(services, keeping)
    see(made)
    return made


def test_an_empty_plan_can_start_from_another(
    services: Services, group_id: UUID, meeting_id: UUID, look_at: Callable[[UUID], Overview], plans: OtherPlans
) -> None:
    other = a_meeting(services, a_group(services, "Welfare hub inquiry"), date(2026, 5, 1))
    services.agendas.add(other, "Rounds")
    fresh = a_meeting(services, group_id, date(2026, 4, 23))
    plans.fill(look_at(meeting_id))
    assert plans.isHidden()
    plans.fill(look_at(fresh))
    assert not plans.isHidden()
    actions = plans.menu_of_plans().actions()
    assert [action.text() for action in actions] == [
        "Thu 12 March · Meeting 2 · Case-study group",
        "Fri 1 May · Meeting 1 · Welfare hub inquiry",
    ]
    actions[0].trigger()
    assert [line.title for line in services.meetings.open(fresh).agenda][:2] == ["Welcome", "What is a case study?"]
    plans.fill(look_at(fresh))
    assert plans.isHidden()


def test_it_offers_nothing_where_there_is_nothing(
    held_id: UUID, look_at: Callable[[UUID], Overview], plans: OtherPlans
) -> None:
    plans.fill(look_at(held_id))
    assert plans.isHidden()


def test_pressing_it_opens_the_menu(
    qtbot: QtBot, held_id: UUID, meeting_id: UUID, look_at: Callable[[UUID], Overview], plans: OtherPlans
) -> None:
    del meeting_id
    plans.fill(look_at(held_id))
    qtbot.mouseClick(plans, Qt.MouseButton.LeftButton)
    assert plans.findChildren(QMenu)[-1].isVisible()
    plans.findChildren(QMenu)[-1].close()
