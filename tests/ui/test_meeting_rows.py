from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.ui.meeting_rows import is_over, meeting_rows, numbered, short_day
from tests.builders import a_group, a_meeting, a_person, a_workspace

HELD, AHEAD = date(2026, 1, 29), date(2026, 3, 12)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def group_id(services: Services) -> UUID:
    group_id = a_group(services, "Case-study group")
    for name in ("Jean Lockhart", "Ailsa Reid", "Tom Baird"):
        services.people.join(a_person(services, name), group_id, joined=date(2025, 11, 20))
    return group_id


@pytest.fixture
def held_id(services: Services, group_id: UUID) -> UUID:
    meeting_id = a_meeting(services, group_id, HELD, place="Kilmorran Hall")
    services.meetings.mark(meeting_id, services.people.rows()[0].id, Attendance.PRESENT)
    return meeting_id


@pytest.fixture
def meeting_id(services: Services, group_id: UUID, held_id: UUID) -> UUID:
    del held_id
    return a_meeting(services, group_id, AHEAD, place="Port Morran Library")


def pill(services: Services, meeting_id: UUID) -> str:
    row = next(row for row in meeting_rows(services) if row.id == meeting_id)
    return row.pills[0].text if row.pills else ""


def test_those_to_come_stand_first_and_those_held_the_latest_first(
    services: Services, group_id: UUID, held_id: UUID, meeting_id: UUID
) -> None:
    later = a_meeting(services, group_id, date(2026, 4, 23), place="Hall")
    first = a_meeting(services, group_id, date(2025, 11, 20))
    rows = meeting_rows(services)
    assert [row.id for row in rows] == [meeting_id, later, held_id, first]
    assert [row.section for row in rows] == ["To come", "To come", "Held", "Held"]


def test_a_row_says_when_and_of_whom(services: Services, meeting_id: UUID) -> None:
    row = meeting_rows(services)[0]
    assert row.id == meeting_id
    assert row.strong == "Thu 12 March, 10:15"
    assert row.muted == "Case-study group · Meeting 2 · Port Morran Library"


def test_its_pill_says_what_matters_now(services: Services, group_id: UUID, held_id: UUID, meeting_id: UUID) -> None:
    assert pill(services, meeting_id) == "2 days"
    assert pill(services, held_id) == "1 of 3"
    assert pill(services, a_meeting(services, group_id, date(2026, 3, 11), place="Hall")) == "tomorrow"
    assert pill(services, a_meeting(services, group_id, date(2026, 3, 13))) == "No place"
    assert pill(services, a_meeting(services, group_id, date(2026, 9, 1), place="Hall")) == ""
    assert pill(services, a_meeting(services, group_id, date(2025, 9, 1), place="Hall")) == ""
    on = a_meeting(services, group_id, date(2026, 3, 10))  # 10:15 to 12:15, and it is noon
    assert pill(services, on) == "Now"


def test_a_day_is_short_and_names_another_year() -> None:
    assert short_day(date(2026, 3, 12), date(2026, 1, 1)) == "Thu 12 March"
    assert short_day(date(2025, 11, 20), date(2026, 1, 1)) == "Thu 20 Nov 2025"


def test_meetings_are_counted_within_their_group(services: Services, meeting_id: UUID) -> None:
    other = a_meeting(services, a_group(services, "Welfare hub inquiry"))
    numbers = {one.row.id: one.number for one in numbered(services)}
    assert (numbers[meeting_id], numbers[other]) == (2, 1)


def test_it_is_called_by_its_title_where_it_has_one(services: Services, meeting_id: UUID) -> None:
    assert numbered(services)[1].title == "Meeting 2"
    services.meetings.amend(meeting_id, title="Second retreat")
    assert numbered(services)[1].title == "Second retreat"


def test_it_is_over_when_its_time_is(services: Services, meeting_id: UUID) -> None:
    del meeting_id
    now = services.clock.now()
    assert [is_over(one.row, now) for one in numbered(services)] == [True, False]
