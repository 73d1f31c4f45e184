from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.detail import MeetingDetail
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_person


@pytest.fixture
def detail(
    services: Services,
    keeping: Keeping,
    meeting_id: UUID,
    look_at: Callable[[UUID], Overview],
    see: Callable[[QWidget], None],
) -> MeetingDetail:
    a_person(services, "Effie Muir")
    made = MeetingDetail(services, keeping, Button("Remove this meeting"))
    made.fill(look_at(meeting_id))
    see(made)
    return made


def test_it_shows_all_of_a_meeting(detail: MeetingDetail) -> None:
    assert len(detail.plan.rows) == 4
    assert len(detail.who.people.widgets) == 3
    assert detail.private.text.field.text == "Ask Tom, quietly."
    assert detail.about.place.field.text == "Port Morran Library"


def test_a_person_in_it_can_be_asked_for(qtbot: QtBot, detail: MeetingDetail, people: dict[str, UUID]) -> None:
    with qtbot.waitSignal(detail.person_wanted) as told:
        detail.who.opened.emit(people["Tom"])
    assert told.args == [people["Tom"]]


def test_the_meeting_before_can_be_asked_for(qtbot: QtBot, detail: MeetingDetail, held_id: UUID) -> None:
    with qtbot.waitSignal(detail.meeting_wanted) as told:
        detail.last_time.open_it.click()
    assert told.args == [held_id]


def test_esc_closes_one_thing_after_the_other(detail: MeetingDetail) -> None:
    detail.plan.rows[0].toggle()
    detail.who.add_guest.click()
    assert detail.step_back()
    assert detail.step_back()
    assert not detail.step_back()
