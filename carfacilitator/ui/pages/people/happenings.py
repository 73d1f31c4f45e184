"""What happened with one person, newest first: meetings, mentoring, drafts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from carfacilitator.model.terms import Attendance
from carfacilitator.services import days
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.meetings import MeetingRow
from carfacilitator.services.mentoring import MentoringRow
from carfacilitator.services.people import PersonDetails, PlaceInGroup
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken

_HELD = {
    Attendance.PRESENT: "present",
    Attendance.APOLOGIES: "sent apologies",
    Attendance.ABSENT: "did not come",
    Attendance.COMING: "had said yes; nobody noted who came",
    Attendance.NO_ANSWER: "nobody noted who came",
}
_AHEAD = {
    Attendance.COMING: "is coming",
    Attendance.APOLOGIES: "cannot come",
    Attendance.ABSENT: "cannot come",
    Attendance.PRESENT: "is coming",
    Attendance.NO_ANSWER: "has not answered",
}


class Kind(StrEnum):
    """What a happening is; the filter over the timeline has these."""

    MEETING = "meetings"
    MENTORING = "mentoring"
    DRAFT = "drafts"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing on the timeline. `note` is the mentoring note that it is; `link` the page, thing and words to go to."""

    id: UUID
    kind: Kind
    day: date
    title: str
    text: str = ""
    note: MentoringRow | None = None
    link: tuple[str, UUID, str] | None = None


def happenings(services: Services, person: PersonDetails) -> list[Happening]:
    """Return all of them, the newest first; of what is ahead, the next meeting of each group."""
    found = [*_meetings(services, person), *_mentoring(services, person), *_drafts(services, person)]
    return sorted(found, key=lambda one: one.day, reverse=True)


def _meetings(services: Services, person: PersonDetails) -> list[Happening]:
    names_groups = len({place.group_id for place in person.places}) > 1
    found: dict[UUID, Happening] = {}
    for place in person.places:
        for meeting in _of_group(services, person.id, place, names_group=names_groups):
            found.setdefault(meeting.id, meeting)
    return list(found.values())


def _of_group(services: Services, person_id: UUID, place: PlaceInGroup, *, names_group: bool) -> list[Happening]:
    rows = services.meetings.rows(group_id=place.group_id)
    answers = services.meetings.attendance_of_group(place.group_id)
    held = sum(meeting.ends_at <= services.clock.now() for meeting in rows)
    first, last = place.joined or date.min, place.left or date.max
    found = []
    for number, meeting in enumerate(rows[: held + 1], 1):
        answer = answers.get((meeting.id, person_id))
        if answer is None and not first <= meeting.day <= last:
            continue
        words = (_HELD if number <= held else _AHEAD)[answer or Attendance.NO_ANSWER]
        name = f"{place.group}, meeting {number}" if names_group else f"Meeting {number}"
        found.append(_meeting(meeting, f"{name}: {words}"))
    return found


def _meeting(meeting: MeetingRow, title: str) -> Happening:
    link = ("meetings", meeting.id, "Open this meeting")
    return Happening(id=meeting.id, kind=Kind.MEETING, day=meeting.day, title=title, text=meeting.place, link=link)


def _mentoring(services: Services, person: PersonDetails) -> list[Happening]:
    return [
        Happening(id=note.id, kind=Kind.MENTORING, day=note.day, title=f"Mentoring: {note.kind.value}", note=note)
        for note in services.mentoring.rows(person_id=person.id)
    ]


def _drafts(services: Services, person: PersonDetails) -> list[Happening]:
    found = []
    for study in services.case_studies.rows():
        if study.author_id == person.id:
            timeline = services.drafts.timeline(study.id)
            found += [_draft(draft, before) for draft, before in zip(timeline, [None, *timeline], strict=False)]
    return found


def _draft(draft: DraftRow, before: DraftRow | None) -> Happening:
    words = f"Compare with draft {before.number}" if before else "Read it"
    return Happening(
        id=draft.id,
        kind=Kind.DRAFT,
        day=days.local(draft.received_at).date(),
        title=f"Draft {draft.number} of ‘{draft.case_study}’ arrived",
        text=_about(draft, before),
        link=("review", draft.id, words),
    )


def _about(draft: DraftRow, before: DraftRow | None) -> str:
    """Return how it came and how long it is: 'By email, 2,310 words.'; and what is open in it."""
    how = {"email": "by email", "dropped": "from a file"}.get(draft.arrived_by, draft.arrived_by)
    parts = [how, f"{draft.words:,} words" if draft.words != 1 else "one word"]
    if before is not None and draft.words != before.words:
        more = "more" if draft.words > before.words else "fewer"
        parts.append(f"{abs(draft.words - before.words):,} {more} than draft {before.number}")
    sentence = _sentence(", ".join(part for part in parts if part))
    if draft.open_comments:
        verb = "is" if draft.open_comments == 1 else "are"
        sentence += " " + _sentence(f"{spoken.counted(draft.open_comments, 'comment')} {verb} open in it")
    return sentence


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
