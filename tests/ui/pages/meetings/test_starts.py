from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.meetings.starts import Starts, moved_in_words


def test_those_whose_start_moved_are_known_until_the_next_change(
    services: Services, held_id: UUID, meeting_id: UUID
) -> None:
    starts = Starts()
    meeting = services.meetings.open(meeting_id)
    starts.follow(meeting)
    assert not starts.moved
    services.agendas.amend(meeting.agenda[1].id, minutes=45)
    starts.follow(services.meetings.open(meeting_id))
    assert starts.moved == {meeting.agenda[2].id, meeting.agenda[3].id}
    starts.follow(services.meetings.open(meeting_id))
    assert starts.moved == {meeting.agenda[2].id, meeting.agenda[3].id}
    starts.follow(services.meetings.open(held_id))
    assert not starts.moved
    assert meeting.agenda[0].id not in starts


def test_a_move_is_said_with_what_follows_from_it(services: Services, meeting_id: UUID) -> None:
    def move(place: int, to: int) -> str:
        before = services.meetings.open(meeting_id).agenda
        services.agendas.move(before[place].id, to)
        return moved_in_words(before, services.meetings.open(meeting_id).agenda, to)

    assert move(2, 1) == "“Break” moved before “What is a case study?”. One item starts 15 minutes later."
    assert move(1, 3) == "“Break” moved to the end. Two items start 15 minutes earlier."


def test_items_without_length_move_nothing(services: Services, meeting_id: UUID) -> None:
    services.agendas.add(meeting_id, "A thank-you", minutes=0)
    before = services.meetings.open(meeting_id).agenda
    services.agendas.move(before[4].id, 0)
    assert (
        moved_in_words(before, services.meetings.open(meeting_id).agenda, 0) == "“A thank-you” moved before “Welcome”."
    )
