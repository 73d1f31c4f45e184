"""What a group's page shows, put together from the services: its meetings, who came, and how far each study is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.model.terms import Attendance
from carfacilitator.services import days
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.groups import GroupDetails
from carfacilitator.services.meetings import MeetingRow
from carfacilitator.services.people import PlaceInGroup
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.squares import Mark

RECENT = 8  # meetings whose attendance a row has room for
_MARKS: dict[Attendance, Mark] = {
    Attendance.PRESENT: "full",
    Attendance.APOLOGIES: "open",
    Attendance.ABSENT: "open",
}
_Answers = Mapping[tuple[UUID, UUID], Attendance]


@dataclass(frozen=True, kw_only=True)
class Came:
    """How often a member came to the latest meetings, as squares and in words."""

    marks: tuple[Mark, ...]
    heard: str


@dataclass(frozen=True, kw_only=True)
class Member:
    """A member in a row: their place in the group, whether they came, and the stage of their study (0 for none)."""

    place: PlaceInGroup
    came: Came
    stage: int
    study: str
    has_stages: bool  # whether anybody in the group has a study, so that the columns stand alike


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened between two meetings; a private one is told without its words."""

    id: UUID
    day: date
    icon: str
    who: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Everything on a group's page. `held` meetings of `meetings` are over; the next one stands after them."""

    group: GroupDetails
    today: date
    meetings: tuple[MeetingRow, ...]
    held: int
    members: tuple[Member, ...]
    between: tuple[Happening, ...]

    @property
    def next_meeting(self) -> MeetingRow | None:
        """The meeting that is on, or comes next."""
        return self.meetings[self.held] if self.held < len(self.meetings) else None

    @property
    def last_met(self) -> date | None:
        """The day of the latest meeting that is over."""
        return self.meetings[self.held - 1].day if self.held else None


def overview(services: Services, group_id: UUID) -> Overview:
    """Return what the page of a group shows."""
    group = services.groups.open(group_id)
    meetings = tuple(services.meetings.rows(group_id=group_id))
    held = sum(meeting.ends_at <= services.clock.now() for meeting in meetings)
    answers = services.meetings.attendance_of_group(group_id)
    studies = services.case_studies.rows(group_id=group_id)
    return Overview(
        group=group,
        today=days.today(services.clock),
        meetings=meetings,
        held=held,
        members=_members(group, meetings[max(0, held - RECENT) : held], answers, studies),
        between=_between(services, group, studies, meetings[held - 1].day if held else None),
    )


def _members(
    group: GroupDetails, latest: Sequence[MeetingRow], answers: _Answers, studies: Sequence[CaseStudyRow]
) -> tuple[Member, ...]:
    by_author = {study.author_id: study for study in studies}
    members = []
    for place in group.members:
        study = by_author.get(place.person_id)
        members.append(
            Member(
                place=place,
                came=_came(place, latest, answers),
                stage=study.stage_number if study else 0,
                study=study.title if study else "",
                has_stages=bool(studies),
            )
        )
    return tuple(members)


def _came(place: PlaceInGroup, latest: Sequence[MeetingRow], answers: _Answers) -> Came:
    marks = tuple(_mark(place, meeting, answers) for meeting in latest)
    expected = len(marks) - marks.count("gap")
    heard = f"came to {spoken.number(marks.count('full'))} of {spoken.counted(expected, 'meeting')}" if expected else ""
    return Came(marks=marks, heard=heard)


def _mark(place: PlaceInGroup, meeting: MeetingRow, answers: _Answers) -> Mark:
    said = _MARKS.get(answers.get((meeting.id, place.person_id), Attendance.NO_ANSWER))
    if said is not None:
        return said
    was_member = (place.joined or date.min) <= meeting.day <= (place.left or date.max)
    return "unsaid" if was_member else "gap"


def _between(
    services: Services, group: GroupDetails, studies: Sequence[CaseStudyRow], since: date | None
) -> tuple[Happening, ...]:
    """Return what happened since the latest meeting (or ever), newest first."""
    first = since or date.min
    found = [*_drafts(services, studies), *_mentoring(services, group)]
    return tuple(sorted((one for one in found if one.day >= first), key=lambda one: one.day, reverse=True))


def _drafts(services: Services, studies: Sequence[CaseStudyRow]) -> list[Happening]:
    authors = {study.id: study.author for study in studies}
    return [
        Happening(
            id=draft.id,
            day=days.local(draft.received_at).date(),
            icon="draft",
            who=authors[draft.case_study_id],
            what=f"draft {draft.number} of ‘{draft.case_study}’ arrived",
        )
        for draft in services.drafts.rows()
        if draft.case_study_id in authors
    ]


def _mentoring(services: Services, group: GroupDetails) -> list[Happening]:
    members = {place.person_id for place in group.members if place.left is None}
    return [
        Happening(id=note.id, day=note.day, icon="lock", who=note.person, what="mentoring, facilitator only")
        for note in services.mentoring.glimpses(members)
    ]
