from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.meetings import Meetings
from carfacilitator.ui.pages.groups.overview import Overview, overview
from tests.builders import a_group, a_meeting


@pytest.fixture
def card(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> Meetings:
    made = Meetings(services, keeping)
    made.fill(shown)
    see(made)
    return made


def test_enter_on_the_path_opens_the_next_meeting(qtbot: QtBot, card: Meetings, shown: Overview) -> None:
    card.path.setFocus()
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(card.path, Qt.Key.Key_Return)
    assert opened.args == [shown.meetings[3].id]


def test_the_button_opens_the_meeting_that_one_went_to(qtbot: QtBot, card: Meetings, shown: Overview) -> None:
    card.path.setFocus()
    qtbot.keyClick(card.path, Qt.Key.Key_Left)
    assert card.open.accessibleName() == "Open Meeting 3, Thursday 29 January, 10:15, Kilmorran Hall"
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.mouseClick(card.open, Qt.MouseButton.LeftButton)
    assert opened.args == [shown.meetings[2].id]


def test_a_meeting_is_planned_by_keyboard_with_what_is_usual(
    qtbot: QtBot, services: Services, card: Meetings, group_id: UUID, desk: Desk
) -> None:
    card.plan()
    assert card.planning.day.line.hasFocus()
    qtbot.keyClicks(card.planning.day.line, "23 april")
    qtbot.keyClick(card.planning.place.line, Qt.Key.Key_Return)
    planned = services.meetings.rows(group_id=group_id)[-1]
    assert (planned.day, planned.starts, planned.place) == (date(2026, 4, 23), time(10, 15), "Kilmorran Hall")
    assert planned.title == "Meeting 5"
    assert desk.messages.shown == ["A meeting is planned for Thursday 23 April."]
    assert card.planning.isHidden()


def test_a_meeting_without_a_day_is_asked_for_one(qtbot: QtBot, services: Services, card: Meetings) -> None:
    card.plan()
    qtbot.mouseClick(card.planning.plan, Qt.MouseButton.LeftButton)
    assert card.planning.day.line.accessibleDescription() == "Say on which day."
    assert len(services.meetings.rows()) == 4
    qtbot.mouseClick(card.planning.not_now, Qt.MouseButton.LeftButton)
    assert card.planning.isHidden()


def test_another_group_does_not_take_over_what_was_begun(services: Services, card: Meetings) -> None:
    card.plan()
    card.fill(overview(services, a_group(services, "Another group")))
    assert card.planning.isHidden()
    assert card.path.isHidden()
    assert card.open.isHidden()


def test_a_long_path_shows_the_meetings_around_the_next_one(qtbot: QtBot, services: Services, keeping: Keeping) -> None:
    group_id = a_group(services, "A long one")
    for number in range(30):
        a_meeting(services, group_id, date(2024, 1, 15) + timedelta(days=30 * number))
    card = Meetings(services, keeping)
    qtbot.addWidget(card)
    shown = overview(services, group_id)
    card.fill(shown)
    numbers = [step.number for step in card.path._steps]
    assert numbers == list(range(shown.held - 9, 31))[-12:]
    assert card.open.accessibleName().startswith(f"Open Meeting {shown.held + 1},")
