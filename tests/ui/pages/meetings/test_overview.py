from collections.abc import Callable
from datetime import time
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.meetings.overview import Overview


def test_a_meeting_is_called_by_its_title_or_else_its_number(
    services: Services, meeting_id: UUID, look_at: Callable[[UUID], Overview]
) -> None:
    assert look_at(meeting_id).title == "Meeting 2"
    services.meetings.amend(meeting_id, title="Second retreat")
    assert look_at(meeting_id).title == "Second retreat"


def test_it_ends_when_its_plan_does(services: Services, held_id: UUID, look_at: Callable[[UUID], Overview]) -> None:
    assert look_at(held_id).ends == time(12, 15)
    services.agendas.add(held_id, "Welcome", minutes=30)
    assert look_at(held_id).ends == time(10, 45)


def test_it_is_known_whether_it_has_begun(held_id: UUID, meeting_id: UUID, look_at: Callable[[UUID], Overview]) -> None:
    assert look_at(held_id).has_begun
    assert not look_at(meeting_id).has_begun
