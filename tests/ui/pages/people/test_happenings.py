from datetime import date
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.people.happenings import Happening, Kind, happenings
from tests.builders import a_group, a_meeting, a_person


def told(services: Services, person_id: UUID) -> list[Happening]:
    return happenings(services, services.people.open(person_id))


def test_it_stands_in_the_order_of_days_the_newest_first(services: Services, jean: UUID, study: UUID) -> None:
    assert [(one.day, one.title) for one in told(services, jean)] == [
        (date(2026, 3, 12), "Meeting 3: is coming"),
        (date(2026, 3, 11), "Draft 2 of ‘The bus that isn’t there’ arrived"),
        (date(2026, 3, 10), "Draft 1 of ‘The bus that isn’t there’ arrived"),
        (date(2026, 2, 26), "Mentoring: inquiring stance"),
        (date(2026, 1, 29), "Meeting 2: nobody noted who came"),
        (date(2025, 11, 20), "Meeting 1: present"),
    ]
    assert services.case_studies.open(study).author_id == jean


def test_a_draft_tells_how_it_came_and_how_it_grew(services: Services, jean: UUID, study: UUID) -> None:
    second, first = (one for one in told(services, jean) if one.kind is Kind.DRAFT)
    drafts = services.drafts.timeline(study)
    assert second.text == f"By email, {drafts[1].words} words, {drafts[1].words - drafts[0].words} more than draft 1."
    assert first.text == f"By hand, {drafts[0].words} words."
    assert second.link == ("review", drafts[1].id, "Compare with draft 1")
    assert first.link == ("review", drafts[0].id, "Read it")


def test_of_what_is_ahead_only_the_next_meeting_is_told(services: Services, jean: UUID, group_id: UUID) -> None:
    a_meeting(services, group_id, date(2026, 4, 23))
    assert max(one.day for one in told(services, jean)) == date(2026, 3, 12)


def test_meetings_before_one_joined_are_not_ones_own(services: Services, jean: UUID, group_id: UUID) -> None:
    effie = a_person(services, "Effie Ross")
    services.people.join(effie, group_id, joined=date(2026, 1, 10))
    assert [one.title for one in told(services, effie)] == [
        "Meeting 3: has not answered",
        "Meeting 2: nobody noted who came",
    ]
    assert len(told(services, jean)) == 4


def test_who_is_in_two_groups_is_told_which(services: Services, jean: UUID) -> None:
    other = a_group(services, "Strategy group")
    services.people.join(jean, other, joined=date(2026, 3, 1))
    a_meeting(services, other, date(2026, 3, 20))
    assert told(services, jean)[0].title == "Strategy group, meeting 1: has not answered"
