from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from carfacilitator.services.came_back import CameBack
from carfacilitator.services.pack_wording import Asked
from carfacilitator.services.today import NextMeeting, Waiting
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.today import texts
from carfacilitator.ui.widgets.pill import PillLook
from tests.builders import NOON
from tests.ui.pages.today.conftest import Day

TODAY = date(2026, 3, 10)


@pytest.fixture
def coming(services: Services, day: Day) -> NextMeeting:
    del day
    found = services.today.view().next_meeting
    assert found is not None
    return found


@pytest.fixture
def waiting(services: Services, day: Day) -> Waiting:
    del day
    return services.today.view().waiting[0]


def test_a_group_gets_its_article_unless_it_is_a_name(coming: NextMeeting) -> None:
    assert texts.meeting_title(coming) == "Meeting 1 of Group A"
    other = replace(coming, number=4, meeting=replace(coming.meeting, group="Strathmorran case-study group"))
    assert texts.meeting_title(other) == "Meeting 4 of the Strathmorran case-study group"


def test_a_title_that_only_counts_is_not_said_twice(coming: NextMeeting) -> None:
    counted = replace(coming, meeting=replace(coming.meeting, title="Meeting 1"))
    named = replace(coming, meeting=replace(coming.meeting, title="Reading each other"))
    assert "Meeting 1" not in texts.meeting_line(counted, TODAY)
    assert "Reading each other" in texts.meeting_line(named, TODAY)


def test_what_is_settled_and_what_is_open_are_told_apart(coming: NextMeeting) -> None:
    assert [point.tone for point in texts.readiness(coming)] == ["warn", "warn"]
    ready = replace(coming, planned_minutes=120, unanswered=(), meeting=replace(coming.meeting, present=6))
    assert [point.words for point in texts.readiness(ready)] == [
        "Session plan: 120 of 120 minutes",
        "Six people will come",
    ]
    bare = replace(coming, planned_minutes=0, meeting=replace(coming.meeting, place=""))
    words = [point.words for point in texts.readiness(bare)]
    assert {"No session plan yet", "No place yet"} <= set(words)


def test_of_many_needs_the_first_are_said(coming: NextMeeting) -> None:
    many = replace(coming, needs=tuple((f"Person {number}", "HALAL food") for number in range(6)))
    assert [point.words for point in texts.needs(many)] == [
        "Person 0: HALAL food",
        "Person 1: HALAL food",
        "Four more have needs, in the plan",
    ]


def test_people_are_named_while_they_are_few() -> None:
    assert texts.people(["Tom"]) == "Tom"
    assert texts.people(["Tom", "Jean"]) == "Tom and Jean"
    assert texts.people(["Tom", "Jean", "Ailsa", "Mhairi"]) == "Tom and three others"


def test_nobody_sent_a_draft_that_was_written_here(waiting: Waiting) -> None:
    row = texts.draft_row(replace(waiting, draft=replace(waiting.draft, arrived_by="combined")))
    assert row.strong.endswith("was written here")
    assert row.muted.startswith("Written nine days ago, ")


def test_waiting_is_amber_after_a_week(waiting: Waiting) -> None:
    row = texts.draft_row(waiting)
    assert row.muted == "Came nine days ago, 769 words; nothing is said about it yet"
    assert [(pill.text, pill.tone) for pill in row.pills] == [("9 days", "warn")]
    assert texts.draft_row(replace(waiting, days=1)).pills[0].tone == "muted"
    assert texts.draft_row(replace(waiting, days=0)).pills == ()


def test_comments_that_lost_their_place_are_said_first(waiting: Waiting) -> None:
    row = texts.draft_row(replace(waiting, draft=replace(waiting.draft, open_comments=11, unsure=2)))
    assert row.muted.endswith("two of eleven comments need a look at their new place")
    assert [pill.text for pill in row.pills] == ["2 unsure", "9 days"]


def test_a_pack_asks_its_question_and_says_how_late_it_is(services: Services, day: Day) -> None:
    pack = services.packs.open(day.sent)
    row = texts.pack_row(pack, TODAY)
    assert row.muted == "Asked on 12 February, was due five days ago. Silence is a reminder, never consent"
    assert row.pills[0].text == "5 days late"
    early = replace(pack, asked=Asked.CHECK_FACTS, days_late=0, reply_by=date(2026, 3, 27))
    row = texts.pack_row(early, TODAY)
    assert row.strong == "Alan Petrie: are the facts of ‘The bus’ right?"
    assert row.muted == "Asked on 12 February, due in two weeks"
    assert row.pills[0].text == "26 days out"
    assert texts.pack_row(replace(early, days_waiting=0), TODAY).pills[0].text == "sent today"


def test_an_unsent_pack_asks_whether_it_was_sent(services: Services, day: Day) -> None:
    (unsent,) = services.today.view().unsent
    row = texts.unsent_row(unsent, TODAY)
    assert row.id == texts.Goal("packs", day.unsent)
    assert row.muted == "Made today, of draft 1; nothing is watched until you say so"
    row = texts.unsent_row(replace(unsent, remind_on=TODAY), TODAY)
    assert row.muted == "Made today, of draft 1; you wanted to be asked again today"
    row = texts.unsent_row(replace(unsent, remind_on=date(2026, 3, 6)), TODAY)
    assert row.muted == "Made today, of draft 1; you wanted to be asked again on Friday 6 March"


def test_an_answer_that_is_due_names_whom_it_is_for_and_leads_to_the_tables(services: Services, day: Day) -> None:
    row = texts.due_row(services.packs.open(day.sent))
    assert row.id == texts.Goal("answers", day.sent)
    assert row.strong == "Your answer to Alan Petrie on ‘The bus’ is not sent yet"
    assert row.muted == "All that came back of draft 1 is decided"


def test_a_meeting_tomorrow_is_called_so(coming: NextMeeting) -> None:
    tomorrow = replace(coming, days=1, meeting=replace(coming.meeting, day=date(2026, 3, 11)))
    assert texts.answer_row(tomorrow, TODAY).strong == "Jean Lockhart: coming tomorrow?"


def test_the_day_of_a_draft_is_the_local_one(waiting: Waiting) -> None:
    assert waiting.draft.received_at == datetime(2026, 3, 1, 22, 31, tzinfo=UTC)


def test_what_came_back_says_from_whom_and_how_far_it_is_decided() -> None:
    came = CameBack(
        draft_id=uuid4(),
        case_study="Keeping a tenancy",
        draft_number=5,
        people=("Fiona Grant", "Alan Petrie"),
        remarks=24,
        undecided=5,
        edits=12,
        decided=9,
        came_at=NOON,
        days=8,
    )
    row = texts.came_row(came)
    assert row.strong == "Fiona Grant and Alan Petrie answered on ‘Keeping a tenancy’, draft 5"
    assert row.muted == "24 remarks, five not decided yet; twelve proposed edits, nine places decided"
    assert row.pills == (PillLook("8 days", "warn", "clock"),)
    assert row.id == texts.Goal("combined", came.draft_id)
    told = texts.came_row(replace(came, undecided=0, edits=0, days=0))
    assert told.muted == "24 remarks, all decided"
