from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_meeting, a_member, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_meetings_stand_by_date_and_are_found_by_place_and_group(services: Services) -> None:
    group_id = a_group(services)
    later = a_meeting(services, group_id, date(2026, 4, 9), place="Kilmorran hall")
    sooner = a_meeting(services, group_id, date(2026, 3, 12), place="library")
    assert [row.id for row in services.meetings.rows()] == [sooner, later]
    assert [row.id for row in services.meetings.rows("kilmorran group")] == [later]
    assert services.meetings.rows(group_id=a_group(services, "Group B")) == []


def test_the_next_meeting_is_the_one_that_is_not_over(services: Services) -> None:
    group_id = a_group(services)
    a_meeting(services, group_id, date(2026, 3, 9))
    going_on = a_meeting(services, group_id, date(2026, 3, 10), minutes=120)
    after = a_meeting(services, group_id, date(2026, 4, 9))
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 3, 10, 12, 10, tzinfo=UTC)  # it began at 10:15 and ends at 12:15
    found = services.meetings.next()
    assert found is not None
    assert found.id == going_on
    services.clock.instant = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
    found = services.meetings.next()
    assert found is not None
    assert found.id == after


def test_a_meeting_in_summer_begins_by_the_clock_on_the_wall(services: Services) -> None:
    a_meeting(services, a_group(services), date(2026, 7, 1))
    (row,) = services.meetings.rows()
    assert row.begins_at.astimezone(UTC).time() == time(9, 15)


def test_without_meetings_there_is_no_next_one(services: Services) -> None:
    assert services.meetings.next() is None


def test_members_of_the_day_are_asked_and_no_answer_is_no_yes(services: Services) -> None:
    group_id = a_group(services)
    ailsa, tom = (a_member(services, group_id, name) for name in ("Ailsa Reid", "Tom Baird"))
    left = a_member(services, group_id, "Ruth McKay")
    services.people.amend_place(services.people.open(left).places[0].id, left=date(2026, 1, 1))
    meeting_id = a_meeting(services, group_id)
    services.meetings.mark(meeting_id, ailsa, Attendance.COMING)
    lines = services.meetings.open(meeting_id).attendance
    assert [(line.person, line.attendance) for line in lines] == [
        ("Tom Baird", Attendance.NO_ANSWER),
        ("Ailsa Reid", Attendance.COMING),
    ]
    (row,) = services.meetings.rows()
    assert (row.present, row.expected) == (1, 2)
    assert services.meetings.attendance_of_group(group_id) == {(meeting_id, ailsa): Attendance.COMING}
    assert tom in {line.person_id for line in lines}


def test_a_changed_answer_replaces_the_first_and_can_be_taken_back(services: Services) -> None:
    group_id = a_group(services)
    ailsa, meeting_id = a_member(services, group_id), a_meeting(services, group_id)
    services.meetings.mark(meeting_id, ailsa, Attendance.COMING)
    services.meetings.mark(meeting_id, ailsa, Attendance.APOLOGIES)
    assert services.meetings.open(meeting_id).attendance[0].attendance is Attendance.APOLOGIES
    services.history.undo()
    assert services.meetings.open(meeting_id).attendance[0].attendance is Attendance.COMING
    services.history.undo()
    assert services.meetings.open(meeting_id).attendance[0].attendance is Attendance.NO_ANSWER
    services.meetings.mark(meeting_id, ailsa, Attendance.PRESENT)
    assert services.meetings.open(meeting_id).attendance[0].attendance is Attendance.PRESENT


def test_a_guest_who_came_is_on_the_list(services: Services) -> None:
    meeting_id, guest = a_meeting(services, a_group(services)), a_person(services, "A guest")
    services.meetings.mark(meeting_id, guest, Attendance.PRESENT)
    assert [line.person for line in services.meetings.open(meeting_id).attendance] == ["A guest"]


def test_a_meeting_is_altered_and_removed(services: Services) -> None:
    meeting_id = a_meeting(services, a_group(services))
    services.meetings.amend(meeting_id, starts=time(13, 30), notes="We agreed to meet again.", private_note="tense")
    meeting = services.meetings.open(meeting_id)
    assert (meeting.starts, meeting.notes, meeting.private_note) == (time(13, 30), "We agreed to meet again.", "tense")
    services.meetings.remove(meeting_id)
    assert services.meetings.rows() == []
