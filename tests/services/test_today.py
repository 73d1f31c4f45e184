from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance, SanctionAnswer
from carfacilitator.services.pack_wishes import Asked
from carfacilitator.services.packs import PackRow
from carfacilitator.services.sanctions import Answered
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_group, a_meeting, a_member, a_workspace

FLOOD = "When the water came in November forty-one tenancies were at risk in two streets of the town."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def on(services: Services, day: date) -> None:
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def test_an_empty_workspace_has_a_quiet_day(services: Services) -> None:
    view = services.today.view()
    assert view.day == date(2026, 3, 10)
    assert view.next_meeting is None
    assert [*view.waiting, *view.packs_out, *view.case_studies, *view.ahead] == []


def test_the_next_meeting_says_what_is_still_open_about_it(services: Services) -> None:
    group_id = a_group(services)
    ailsa, jean = a_member(services, group_id, "Ailsa Reid"), a_member(services, group_id, "Jean Lockhart")
    services.people.amend(jean, needs="A hearing loop")
    a_meeting(services, group_id, date(2026, 1, 29))
    meeting_id = a_meeting(services, group_id, place="Kilmorran Hall", minutes=30)
    services.agendas.add(meeting_id, "Welcome", minutes=20)
    services.meetings.mark(meeting_id, ailsa, Attendance.COMING)
    found = services.today.view().next_meeting
    assert found is not None
    assert (found.meeting.id, found.number, found.days, found.planned_minutes) == (meeting_id, 2, 2, 20)
    assert (found.unanswered, found.needs) == (("Jean Lockhart",), (("Jean Lockhart", "A hearing loop"),))
    assert not found.is_ready
    services.meetings.mark(meeting_id, jean, Attendance.APOLOGIES)
    services.agendas.add(meeting_id, "Until next time", minutes=10)
    found = services.today.view().next_meeting
    assert found is not None
    assert found.is_ready


def test_drafts_wait_oldest_first_until_something_is_said_on_them(services: Services) -> None:
    bus_id, tenancy_id = a_case_study(services, "The bus", "Jean Lockhart"), a_case_study(services)
    on(services, date(2026, 3, 1))
    bus = a_draft(services, bus_id, a_file("There is no bus in the afternoon."))
    on(services, date(2026, 3, 4))
    a_draft(services, tenancy_id, a_file(FLOOD))
    on(services, date(2026, 3, 10))
    assert [(one.draft.case_study, one.author, one.days, one.answered) for one in services.today.view().waiting] == [
        ("The bus", "Jean Lockhart", 9, False),
        ("Keeping a tenancy", "Ailsa Reid", 6, False),
    ]
    a_comment(services, bus, "bus")
    assert [one.draft.case_study for one in services.today.view().waiting] == ["Keeping a tenancy"]


def test_a_draft_whose_comments_lost_their_place_waits_although_it_was_answered(services: Services) -> None:
    study_id = a_case_study(services)
    comment_id = a_comment(services, a_draft(services, study_id, a_file(FLOOD)), "forty-one tenancies were at risk")
    second = a_draft(services, study_id, a_file("All of it was written anew, and nothing was kept."))
    a_comment(services, second, "anew")
    (waiting,) = services.today.view().waiting
    assert (waiting.answered, waiting.draft.unsure) == (True, 1)
    services.reviews.resolve(comment_id)
    assert services.today.view().waiting == ()


def test_three_dates_ahead_are_shown_without_the_next_meeting(services: Services) -> None:
    group_id = a_group(services)
    for day in (date(2026, 3, 12), date(2026, 4, 9), date(2026, 5, 7), date(2026, 6, 4), date(2026, 7, 2)):
        a_meeting(services, group_id, day, title="Meeting")
    ahead = services.today.view().ahead
    assert [one.day for one in ahead] == [date(2026, 4, 9), date(2026, 5, 7), date(2026, 6, 4)]
    assert ahead[0].what == "Group A: Meeting"


def test_who_said_yes_or_no_to_publication_is_waited_for_no_longer(sampled: Services) -> None:
    def waited_for() -> list[PackRow]:
        return [pack for pack in sampled.today.view().packs_out if pack.asked is Asked.AGREE]

    first, *others = waited_for()
    rows = sampled.sanctions.ledger(first.case_study_id).rows
    row = next(row for row in rows if row.gatekeeper_id == first.gatekeeper_id)
    sampled.sanctions.take_answer(row.id, Answered(answer=SanctionAnswer.DECLINED, reasons="Too soon."))
    assert waited_for() == others
