"""What is said on the page of the day, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.services.came_back import CameBack
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.conditions import CONDITION
from carfacilitator.services.days import local
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.pack_wording import Asked
from carfacilitator.services.packs import PackRow
from carfacilitator.services.results import COMBINED
from carfacilitator.services.to_send import Unsent
from carfacilitator.services.today import Ahead, NextMeeting, Waiting
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

_LONG = 7  # days after which waiting is said in amber
_STAGES = 5
_OURS = frozenset({COMBINED, CONDITION})  # how drafts arrived that were written here
_NEEDS = 3  # lines
_NAMED = 2  # people who are named; of more, the first and how many others
_QUESTIONS = {
    Asked.COMMENT: "what is there to say about ‘{}’?",
    Asked.CHECK_FACTS: "are the facts of ‘{}’ right?",
    Asked.AGREE: "may ‘{}’ be published?",
}


@dataclass(frozen=True)
class Point:
    """One thing about the next meeting: settled (good), still open (warn), or to be known (muted)."""

    icon: str
    tone: str
    words: str


@dataclass(frozen=True)
class Goal:
    """Where a row leads: the id of a page, and of what it opens."""

    page: str
    id: UUID


def meeting_title(coming: NextMeeting) -> str:
    """Return 'Meeting 4 of the Strathmorran case-study group'."""
    return f"Meeting {coming.number} of {_with_article(coming.meeting.group)}"


def meeting_line(coming: NextMeeting, today: date) -> str:
    """Return 'Thursday 12 March, 10:15 to 12:15 · Kilmorran Hall'."""
    row = coming.meeting
    hours = f"{spoken.clock(row.starts)} to {spoken.clock(row.ends_at.time())}"
    title = "" if row.title == f"Meeting {coming.number}" else row.title
    parts = [f"{spoken.day(row.day, today)}, {hours}", title, row.place]
    return " · ".join(part for part in parts if part)


def readiness(coming: NextMeeting) -> list[Point]:
    """Return what is settled about the next meeting and what is open."""
    points = [_plan(coming), _answers(coming)]
    if not coming.meeting.place:
        points.append(Point("alert", "warn", "No place yet"))
    return points


def needs(coming: NextMeeting) -> list[Point]:
    """Return what people need in order to come: of a few in words, of more how many."""
    points = [Point("info", "muted", f"{person}: {_lowered(words)}") for person, words in coming.needs]
    if len(points) <= _NEEDS:
        return points
    more = f"{spoken.number(len(points) - _NEEDS + 1)} more have needs, in the plan".capitalize()
    return [*points[: _NEEDS - 1], Point("info", "muted", more)]


def draft_row(waiting: Waiting) -> Row:
    """Return a draft that waits for her as a row."""
    draft = waiting.draft
    pills = []
    if draft.unsure:
        pills.append(PillLook(f"{draft.unsure} unsure", "warn", "alert"))
    if waiting.days:
        tone = "warn" if waiting.days >= _LONG else "muted"
        pills.append(PillLook(_days(waiting.days), tone, "clock"))
    return Row(
        id=Goal("review", draft.id),
        strong=_come(draft),
        muted=f"{_arrived(waiting)}, {draft.words:,} words; {_places(draft.open_comments, draft.unsure)}",
        icon="draft",
        pills=tuple(pills),
        opens=True,
    )


def came_row(came: CameBack) -> Row:
    """Return what came back of a draft and waits for decisions."""
    pills = [PillLook(_days(came.days), "warn" if came.days >= _LONG else "muted", "clock")] if came.days else []
    return Row(
        id=Goal("combined", came.draft_id),
        strong=f"{people(came.people)} answered on ‘{came.case_study}’, draft {came.draft_number}",
        muted="; ".join(filter(None, (_remarks(came), _edits(came)))),
        icon="reply",
        pills=tuple(pills),
        opens=True,
    )


def due_row(pack: PackRow) -> Row:
    """Return a pack whose gatekeeper was not told yet what became of what came back."""
    return Row(
        id=Goal("answers", pack.id),
        strong=f"Your answer to {pack.gatekeeper} on ‘{pack.case_study}’ is not sent yet",
        muted=f"All that came back of draft {pack.draft_number} is decided",
        icon="export",
        pills=(PillLook("Not sent yet", "warn", "alert"),),
        opens=True,
    )


def unsent_row(unsent: Unsent, today: date) -> Row:
    """Return a pack of which she has not said that it was sent, and that she wanted to be asked again, if so."""
    pack, made = unsent.pack, spoken.ago(local(unsent.pack.made_at).date(), today)
    when = (
        "today"
        if unsent.remind_on == today
        else f"on {spoken.day(unsent.remind_on, today)}"
        if unsent.remind_on
        else ""
    )
    again = f"you wanted to be asked again {when}" if when else "nothing is watched until you say so"
    return Row(
        id=Goal("packs", pack.id),
        strong=f"Did you send {pack.gatekeeper} the pack of ‘{pack.case_study}’?",
        muted=f"Made {made}, of draft {pack.draft_number}; {again}",
        icon="export",
        pills=(PillLook("Not sent yet", "warn", "alert"),),
        opens=True,
    )


def pack_row(pack: PackRow, today: date) -> Row:
    """Return a pack that is out."""
    question = _QUESTIONS[pack.asked].format(pack.case_study)
    asked = local(pack.handed_over_at or pack.made_at).date()
    words = [f"Asked on {spoken.short_day(asked, today)}"]
    if pack.reply_by is not None:
        words.append(f"{'was due' if pack.days_late else 'due'} {spoken.ago(pack.reply_by, today)}")
    silence = ". Silence is a reminder, never consent" if pack.asked is Asked.AGREE else ""
    return Row(
        id=Goal("packs", pack.id),
        strong=f"{pack.gatekeeper}: {question}",
        muted=", ".join(words) + silence,
        icon="gatekeepers",
        tone="muted",
        pills=(_lateness(pack),),
        opens=True,
    )


def answer_row(coming: NextMeeting, today: date) -> Row:
    """Return who has not said whether they come to the next meeting."""
    when = spoken.ago(coming.meeting.day, today) if coming.days <= 1 else f"on {spoken.day(coming.meeting.day, today)}"
    return Row(
        id=Goal("meetings", coming.meeting.id),
        strong=f"{people(coming.unanswered)}: coming {when}?",
        muted="No answer is not counted as a yes",
        icon="clock",
        tone="muted",
        pills=(PillLook("No answer"),),
        opens=True,
    )


def study_row(study: CaseStudyRow) -> Row:
    """Return where a case study stands."""
    latest = f"draft {study.latest.number}" if study.latest else "no draft yet"
    return Row(
        id=Goal("case-studies", study.id),
        strong=study.title,
        muted=f"{study.author} · {latest}",
        reached=study.stage_number,
        stages=_STAGES,
        serif=True,
        opens=True,
    )


def ahead_row(ahead: Ahead, today: date) -> Row:
    """Return a date to come."""
    is_pack = ahead.noun == "pack"
    return Row(
        id=Goal("packs" if is_pack else "meetings", ahead.id),
        strong=f"{'Answer due: ' if is_pack else ''}{ahead.what}",
        muted=f"{spoken.day(ahead.day, today)}, {spoken.ago(ahead.day, today)}",
        icon="gatekeepers" if is_pack else "calendar",
        tone="muted",
        opens=True,
    )


def people(names: Sequence[str]) -> str:
    """Return 'Tom Baird', 'Tom Baird and Jean Lockhart', 'Tom Baird and three others'."""
    if len(names) <= _NAMED:
        return " and ".join(names)
    return f"{names[0]} and {spoken.number(len(names) - 1)} others"


def _plan(coming: NextMeeting) -> Point:
    planned, minutes = coming.planned_minutes, coming.meeting.minutes
    if not planned:
        return Point("alert", "warn", "No session plan yet")
    words = f"Session plan: {planned} of {minutes} minutes"
    return Point("check", "good", words) if planned == minutes else Point("alert", "warn", words)


def _answers(coming: NextMeeting) -> Point:
    if coming.unanswered:
        return Point("alert", "warn", f"No answer yet from {people(coming.unanswered)}")
    return Point(
        "check", "good", f"{spoken.counted(coming.meeting.present, 'person', 'people').capitalize()} will come"
    )


def _remarks(came: CameBack) -> str:
    if not came.remarks:
        return ""
    left = f", {spoken.number(came.undecided)} not decided yet" if came.undecided else ", all decided"
    return f"{spoken.counted(came.remarks, 'remark')}{left}"


def _edits(came: CameBack) -> str:
    if not came.edits:
        return ""
    decided = f", {spoken.counted(came.decided, 'place')} decided" if came.decided else ", none decided yet"
    return f"{spoken.counted(came.edits, 'proposed edit')}{decided}"


def _come(draft: DraftRow) -> str:
    """Return who sent a draft; one that was written here nobody sent."""
    of = f"draft {draft.number} of ‘{draft.case_study}’"
    return f"D{of[1:]} was written here" if draft.arrived_by in _OURS else f"{draft.received_from} sent {of}"


def _arrived(waiting: Waiting) -> str:
    how, days = "Written" if waiting.draft.arrived_by in _OURS else "Came", waiting.days
    return f"{how} " + {0: "today", 1: "yesterday"}.get(days, f"{spoken.counted(days, 'day')} ago")


def _places(comments: int, unsure: int) -> str:
    if not unsure:
        return "nothing is said about it yet"
    of = f"{spoken.number(unsure)} of {spoken.number(comments)} comments"
    return f"{of} need{'s' if unsure == 1 else ''} a look at {'its' if unsure == 1 else 'their'} new place"


def _lateness(pack: PackRow) -> PillLook:
    if pack.days_late:
        return PillLook(f"{_days(pack.days_late)} late", "warn", "clock")
    return PillLook(f"{_days(pack.days_waiting)} out" if pack.days_waiting else "sent today", icon="clock")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _with_article(group: str) -> str:
    return group if group.casefold().startswith(("the ", "group ")) else f"the {group}"


def _lowered(words: str) -> str:
    """Return words as they go on after a colon; abbreviations stay."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
