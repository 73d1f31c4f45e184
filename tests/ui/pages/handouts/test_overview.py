from collections.abc import Callable
from uuid import UUID

from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.handouts.overview import Overview

LookAt = Callable[[UUID], Overview]


def test_it_is_known_who_needs_large_print_of_those_who_may_come(
    services: Services, meeting_id: UUID, people: dict[str, UUID], look_at: LookAt
) -> None:
    assert look_at(meeting_id).needing_large == ("Jean Lockhart",)
    assert look_at(meeting_id).expected == 2
    services.meetings.mark(meeting_id, people["Jean Lockhart"], Attendance.APOLOGIES)
    assert look_at(meeting_id).needing_large == ()
    assert look_at(meeting_id).expected == 1


def test_private_notes_are_counted_not_shown(services: Services, meeting_id: UUID, look_at: LookAt) -> None:
    assert look_at(meeting_id).left_out == 2
    services.meetings.amend(meeting_id, private_note="")
    assert look_at(meeting_id).left_out == 1


def test_it_is_called_by_its_day(meeting_id: UUID, look_at: LookAt) -> None:
    assert look_at(meeting_id).heading == "Agenda, Thursday 12 March"
    assert look_at(meeting_id).title == "Meeting 1"
