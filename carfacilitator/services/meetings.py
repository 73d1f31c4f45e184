"""Meetings: planning them, their agendas, who comes, and what was said."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypedDict, Unpack
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.model.clock import Clock
from carfacilitator.model.groups import Group
from carfacilitator.model.meetings import AgendaItem, Meeting, MeetingAttendance
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.sorting import matches, name_key
from carfacilitator.model.terms import Attendance, Audience
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class MeetingChanges(TypedDict, total=False):
    """What can be altered about a meeting."""

    title: str
    day: date
    starts: time
    zone: str
    minutes: int
    place: str
    purpose: str
    notes: str
    private_note: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """A meeting in a list; `present` of `expected` members came, or say that they will.

    `planned_minutes` is what its agenda adds up to.
    """

    id: UUID
    title: str
    group_id: UUID
    group: str
    day: date
    starts: time
    zone: str
    minutes: int
    place: str
    present: int
    expected: int
    planned_minutes: int
    audience: Audience

    @property
    def begins_at(self) -> datetime:
        """Return the moment at which it begins, in its own zone."""
        return datetime.combine(self.day, self.starts, ZoneInfo(self.zone))

    @property
    def ends_at(self) -> datetime:
        """Return the moment at which it is planned to end."""
        return self.begins_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True)
class AgendaLine:
    """A timed item of an agenda, with the local time at which it begins."""

    id: UUID
    title: str
    begins: time
    minutes: int
    leads: str
    materials: str
    private_note: str


@dataclass(frozen=True, kw_only=True)
class AttendanceLine:
    """What a member answered about a meeting, or did."""

    person_id: UUID
    person: str
    organisation: str
    needs: str
    attendance: Attendance


@dataclass(frozen=True, kw_only=True)
class MeetingDetails:
    """Everything on a meeting's page: the agenda in its order, the members of that day by family name."""

    id: UUID
    title: str
    group_id: UUID
    group: str
    day: date
    starts: time
    zone: str
    minutes: int
    place: str
    purpose: str
    notes: str
    private_note: str
    audience: Audience
    agenda: tuple[AgendaLine, ...]
    attendance: tuple[AttendanceLine, ...]


class Meetings:
    """The meetings of every group."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, group_id: UUID, day: date, starts: time, /, **details: Unpack[MeetingChanges]) -> UUID:
        """Plan a meeting at a local date and time and return its id."""
        with self._database.transaction(Deed("added", Meeting)) as session:
            meeting = Meeting(group=records.get(session, Group, group_id), day=day, starts=starts)
            records.amend(meeting, details)
            session.add(meeting)
        return meeting.id

    def amend(self, meeting_id: UUID, **changes: Unpack[MeetingChanges]) -> None:
        """Alter what is planned or noted of a meeting."""
        with self._database.transaction(Deed("changed", Meeting)) as session:
            records.amend(records.get(session, Meeting, meeting_id), changes)

    def remove(self, meeting_id: UUID) -> None:
        """Take a meeting out of every list; Undo brings it back."""
        with self._database.transaction(Deed("removed", Meeting)) as session:
            records.remove(records.get(session, Meeting, meeting_id), self._clock.now())

    def mark(self, meeting_id: UUID, person_id: UUID, attendance: Attendance) -> None:
        """Note what a person answered about a meeting, or whether they came."""
        with self._database.transaction(Deed("noted", MeetingAttendance)) as session:
            meeting, person = records.get(session, Meeting, meeting_id), records.get(session, Person, person_id)
            answer = session.scalar(
                select(MeetingAttendance).where(
                    MeetingAttendance.meeting_pk == meeting.pk, MeetingAttendance.person_pk == person.pk
                )
            )
            if answer is None:
                answer = MeetingAttendance(meeting=meeting, person=person)
                session.add(answer)
            answer.attendance = attendance

    def rows(self, matching: str = "", group_id: UUID | None = None) -> list[MeetingRow]:
        """Return meetings by date: those whose title, place, purpose or group holds every word of `matching`."""
        statement = select(Meeting, Group).join(Meeting.group).order_by(Meeting.day, Meeting.starts, Meeting.pk)
        with self._database.reading() as session:
            found = session.execute(statement).all()
            turnouts = _turnouts(session, [meeting for meeting, _ in found])
            planned = _planned(session)
        return [
            _row(meeting, group, turnouts[meeting.pk], planned.get(meeting.pk, 0))
            for meeting, group in found
            if group_id in {None, group.id}
            if matches(matching, meeting.title, meeting.place, meeting.purpose, group.name)
        ]

    def next(self) -> MeetingRow | None:
        """Return the meeting that is on, or the one that comes next."""
        now = self._clock.now()
        return next((row for row in self.rows() if row.ends_at > now), None)

    def open(self, meeting_id: UUID) -> MeetingDetails:
        """Return everything known of a meeting."""
        with self._database.reading() as session:
            meeting = records.get(session, Meeting, meeting_id, Meeting.group)
            return records.tell(
                MeetingDetails,
                meeting,
                group_id=meeting.group.id,
                group=meeting.group.name,
                agenda=timed(meeting.starts, items_of(session, meeting)),
                attendance=_attendance(session, meeting),
            )

    def attendance_of_group(self, group_id: UUID) -> dict[tuple[UUID, UUID], Attendance]:
        """Return what is known of who came, by (meeting id, person id); what is not there was never answered."""
        statement = (
            select(Meeting.id, Person.id, MeetingAttendance.attendance)
            .select_from(MeetingAttendance)
            .join(MeetingAttendance.meeting)
            .join(MeetingAttendance.person)
            .join(Meeting.group)
            .where(Group.id == group_id)
        )
        with self._database.reading() as session:
            return {(meeting, person): answer for meeting, person, answer in session.execute(statement)}


def items_of(session: Session, meeting: Meeting) -> list[AgendaItem]:
    """Return the items of a meeting's agenda in their order."""
    of_meeting = select(AgendaItem).where(AgendaItem.meeting_pk == meeting.pk)
    return list(session.scalars(of_meeting.order_by(AgendaItem.position, AgendaItem.pk)))


def timed(starts: time, items: Iterable[AgendaItem]) -> tuple[AgendaLine, ...]:
    """Return the lines of an agenda, each beginning when the one before ends."""
    begins, lines = datetime.combine(date.min, starts), []
    for item in items:
        lines.append(records.tell(AgendaLine, item, begins=begins.time()))
        begins += timedelta(minutes=item.minutes)
    return tuple(lines)


def _turnouts(session: Session, meetings: Iterable[Meeting]) -> dict[int, dict[int, Attendance]]:
    """Return by meeting what each person answered: the group's members of that day, and whoever else answered."""
    members: defaultdict[int, list[Membership]] = defaultdict(list)
    answers: defaultdict[int, dict[int, Attendance]] = defaultdict(dict)
    for place in session.scalars(select(Membership).join(Membership.person)):
        members[place.group_pk].append(place)
    for answer in session.scalars(select(MeetingAttendance).join(MeetingAttendance.person)):
        answers[answer.meeting_pk][answer.person_pk] = answer.attendance
    return {
        meeting.pk: {
            place.person_pk: Attendance.NO_ANSWER
            for place in members[meeting.group_pk]
            if (place.joined or date.min) <= meeting.day <= (place.left or date.max)
        }
        | answers[meeting.pk]
        for meeting in meetings
    }


def _attendance(session: Session, meeting: Meeting) -> tuple[AttendanceLine, ...]:
    answers = _turnouts(session, [meeting])[meeting.pk]
    people = session.scalars(select(Person).where(Person.pk.in_(answers))).all()
    return tuple(
        records.tell(AttendanceLine, person, person_id=person.id, person=person.name, attendance=answers[person.pk])
        for person in sorted(people, key=lambda person: name_key(person.name))
    )


def _planned(session: Session) -> dict[int, int]:
    """Return by meeting how many minutes its agenda takes."""
    statement = select(AgendaItem.meeting_pk, func.sum(AgendaItem.minutes)).group_by(AgendaItem.meeting_pk)
    return {meeting_pk: int(minutes) for meeting_pk, minutes in session.execute(statement)}


def _row(meeting: Meeting, group: Group, answers: dict[int, Attendance], planned: int) -> MeetingRow:
    here = sum(answer in {Attendance.PRESENT, Attendance.COMING} for answer in answers.values())
    return records.tell(
        MeetingRow,
        meeting,
        group_id=group.id,
        group=group.name,
        present=here,
        expected=len(answers),
        planned_minutes=planned,
    )
