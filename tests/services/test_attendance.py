from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_meeting, a_member, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def meeting_id(services: Services) -> UUID:
    group_id = a_group(services)
    for name in ("Ailsa Reid", "Tom Baird"):
        a_member(services, group_id, name)
    return a_meeting(services, group_id, date(2026, 1, 29))


def lines(services: Services, meeting_id: UUID) -> list[tuple[str, Attendance, bool]]:
    return [(one.person, one.attendance, one.is_guest) for one in services.meetings.open(meeting_id).attendance]


def test_guests_stand_after_the_members(services: Services, meeting_id: UUID) -> None:
    services.meetings.mark(meeting_id, a_person(services, "Anna Ames"), Attendance.PRESENT)
    assert lines(services, meeting_id) == [
        ("Tom Baird", Attendance.NO_ANSWER, False),
        ("Ailsa Reid", Attendance.NO_ANSWER, False),
        ("Anna Ames", Attendance.PRESENT, True),
    ]


def test_a_guest_without_an_answer_is_none(services: Services, meeting_id: UUID) -> None:
    anna = a_person(services, "Anna Ames")
    services.meetings.mark(meeting_id, anna, Attendance.COMING)
    services.meetings.mark(meeting_id, anna, Attendance.NO_ANSWER)
    assert len(lines(services, meeting_id)) == 2
    services.history.undo()
    assert len(lines(services, meeting_id)) == 3


def test_a_member_who_takes_an_answer_back_is_asked_still(services: Services, meeting_id: UUID) -> None:
    tom = services.meetings.open(meeting_id).attendance[0].person_id
    services.meetings.mark(meeting_id, tom, Attendance.APOLOGIES)
    services.meetings.mark(meeting_id, tom, Attendance.NO_ANSWER)
    assert lines(services, meeting_id)[0] == ("Tom Baird", Attendance.NO_ANSWER, False)


def test_all_who_said_yes_are_noted_as_having_come_in_one_deed(services: Services, meeting_id: UUID) -> None:
    tom, ailsa = (line.person_id for line in services.meetings.open(meeting_id).attendance)
    services.meetings.mark(meeting_id, tom, Attendance.COMING)
    services.meetings.mark(meeting_id, ailsa, Attendance.APOLOGIES)
    (row,) = services.meetings.rows()
    assert row.present == 0  # it is over, and that he came was not noted
    assert services.meetings.mark_as_they_said(meeting_id) == 1
    (row,) = services.meetings.rows()
    assert (row.present, row.expected) == (1, 2)
    assert [said for _, said, _ in lines(services, meeting_id)] == [Attendance.PRESENT, Attendance.APOLOGIES]
    services.history.undo()
    assert lines(services, meeting_id)[0][1] is Attendance.COMING
