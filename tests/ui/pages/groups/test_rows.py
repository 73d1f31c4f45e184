from datetime import date
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.groups.rows import NO_DATE, group_rows, meets
from tests.builders import a_group, a_meeting


def test_a_group_stands_under_its_partnership_with_its_next_meeting(services: Services, group_id: UUID) -> None:
    (row,) = group_rows(services)
    assert (row.id, row.strong, row.section) == (group_id, "Case-study group", "Strathmorran")
    assert row.muted == "Two members · meets Thursday"
    assert row.pills == ()


def test_a_group_without_a_date_says_so(services: Services) -> None:
    new, old = a_group(services, "A new one"), a_group(services, "An old one", stated_size=31)
    a_meeting(services, old, date(2026, 2, 25))
    rows = {row.id: row for row in group_rows(services)}
    assert rows[new].muted == "No members · has not met yet"
    assert rows[old].muted == "31 members · 13 days ago"
    assert rows[new].pills == rows[old].pills == (NO_DATE,)


def test_what_has_ended_stands_last_without_a_warning(services: Services) -> None:
    ended = a_group(services, "Carers’ café", began=date(2024, 5, 8), ended=date(2025, 6, 18))
    zebra = a_group(services, "Zebra")
    rows = group_rows(services)
    assert [row.id for row in rows] == [zebra, ended]
    assert (rows[-1].section, rows[-1].muted, rows[-1].pills) == ("Ended", "2024 to 2025", ())


def test_a_partnership_without_a_group_has_a_row_of_its_own(services: Services) -> None:
    eastlaw = services.partnerships.add("Eastlaw", place="the valley towns")
    (row,) = group_rows(services)
    assert (row.id, row.strong, row.muted, row.section) == (eastlaw, "No group yet", "the valley towns", "Eastlaw")


def test_meetings_are_said_as_people_say_them() -> None:
    today = date(2026, 3, 10)
    days = (date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 14), date(2026, 3, 26))
    assert [meets(day, today) for day in days] == [
        "meets today",
        "meets tomorrow",
        "meets Saturday",
        "meets in two weeks",
    ]
