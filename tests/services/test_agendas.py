from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_meeting, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def an_agenda(services: Services) -> tuple[UUID, list[UUID]]:
    meeting_id = a_meeting(services, a_group(services))
    items = (("Welcome", 10), ("What is a case study?", 20), ("Break", 10))
    return meeting_id, [services.agendas.add(meeting_id, title, minutes=minutes) for title, minutes in items]


def shown(services: Services, meeting_id: UUID) -> list[tuple[str, time]]:
    return [(line.title, line.begins) for line in services.meetings.open(meeting_id).agenda]


def test_each_item_begins_when_the_one_before_ends(services: Services) -> None:
    meeting_id, items = an_agenda(services)
    assert [begins for _, begins in shown(services, meeting_id)] == [time(10, 15), time(10, 25), time(10, 45)]
    services.agendas.amend(items[0], minutes=15)
    assert [begins for _, begins in shown(services, meeting_id)] == [time(10, 15), time(10, 30), time(10, 50)]


def test_an_item_is_moved_and_the_others_close_up(services: Services) -> None:
    meeting_id, items = an_agenda(services)
    services.agendas.move(items[2], 1)
    assert [title for title, _ in shown(services, meeting_id)] == ["Welcome", "Break", "What is a case study?"]
    services.agendas.move(items[0], 99)
    assert [title for title, _ in shown(services, meeting_id)] == ["Break", "What is a case study?", "Welcome"]
    services.history.undo()
    services.history.undo()
    assert [title for title, _ in shown(services, meeting_id)] == ["Welcome", "What is a case study?", "Break"]


def test_an_item_is_taken_off(services: Services) -> None:
    meeting_id, items = an_agenda(services)
    services.agendas.remove(items[1])
    assert [title for title, _ in shown(services, meeting_id)] == ["Welcome", "Break"]
    added = services.agendas.add(meeting_id, "Actions")
    assert services.meetings.open(meeting_id).agenda[-1].id == added


def test_an_item_needs_a_title_and_cannot_last_less_than_no_time(services: Services) -> None:
    meeting_id, items = an_agenda(services)
    with pytest.raises(KnownError, match="The title of"):
        services.agendas.add(meeting_id, " ")
    with pytest.raises(KnownError, match="less than no time"):
        services.agendas.amend(items[0], minutes=-5)


def test_an_item_is_put_in_at_a_place_and_that_is_one_deed(services: Services) -> None:
    meeting_id, _ = an_agenda(services)
    services.agendas.add(meeting_id, "Ground rules: still ours?", to=1, minutes=5)
    assert shown(services, meeting_id)[1] == ("Ground rules: still ours?", time(10, 25))
    assert len(shown(services, meeting_id)) == 4
    services.history.undo()
    assert [title for title, _ in shown(services, meeting_id)] == ["Welcome", "What is a case study?", "Break"]


def test_a_plan_is_taken_over_without_its_private_notes(services: Services) -> None:
    meeting_id, items = an_agenda(services)
    services.agendas.amend(items[0], leads="Isla", private_note="Tom checked the door twice.")
    next_id = a_meeting(services, a_group(services), date(2026, 4, 23))
    assert services.agendas.copy(next_id, meeting_id) == 3
    lines = services.meetings.open(next_id).agenda
    assert (lines[0].title, lines[0].minutes, lines[0].leads) == ("Welcome", 10, "Isla")
    assert not any(line.private_note for line in lines)
    services.history.undo()
    assert not services.meetings.open(next_id).agenda


def test_a_list_of_meetings_tells_how_long_each_plan_is(services: Services) -> None:
    _, items = an_agenda(services)
    assert services.meetings.rows()[0].planned_minutes == 40
    services.agendas.remove(items[1])
    assert services.meetings.rows()[0].planned_minutes == 20
