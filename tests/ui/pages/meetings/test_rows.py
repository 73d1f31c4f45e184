from datetime import date
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.meetings.rows import meeting_rows, short_day
from tests.builders import a_meeting


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
    assert short_day(date(2025, 11, 20), date(2026, 1, 1)) == "Thu 20 November 2025"
