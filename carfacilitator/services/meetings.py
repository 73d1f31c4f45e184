"""Meetings: planning them, their agendas, who comes, and what was said."""

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
from carfacilitator.model.people import Person
from carfacilitator.model.sorting import matches
from carfacilitator.model.terms import Attendance, Audience
from carfacilitator.services import records
from carfacilitator.services.attendance import AttendanceLine, Turnout, attendance_lines, turnouts
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
    """A meeting in a list; `present` of `expected` people came, or, until it begins, say that they will.

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
class MeetingDetails:
    """Everything on a meeting's page: the agenda in its order; by family name the members of that day, then guests."""

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
        """Note what a person answered about a meeting, or whether they came; a guest without an answer is none."""
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

    def mark_as_they_said(self, meeting_id: UUID) -> int:
        """Note of all who said that they would come that they came, and return how many they are."""
        with self._database.transaction(Deed("noted", MeetingAttendance)) as session:
            meeting = records.get(session, Meeting, meeting_id)
            coming = session.scalars(
                select(MeetingAttendance)
                .join(MeetingAttendance.person)
                .where(MeetingAttendance.meeting_pk == meeting.pk, MeetingAttendance.attendance == Attendance.COMING)
            ).all()
            for answer in coming:
                answer.attendance = Attendance.PRESENT
        return len(coming)

    def rows(self, matching: str = "", group_id: UUID | None = None) -> list[MeetingRow]:
        """Return meetings by date: those whose title, place, purpose or group holds every word of `matching`."""
        statement = select(Meeting, Group).join(Meeting.group).order_by(Meeting.day, Meeting.starts, Meeting.pk)
        with self._database.reading() as session:
            found = session.execute(statement).all()
            by_meeting = turnouts(session, [meeting for meeting, _ in found])
            planned = _planned(session)
        return [
            self._row(meeting, group, by_meeting[meeting.pk], planned.get(meeting.pk, 0))
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
                attendance=attendance_lines(session, meeting),
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

    def _row(self, meeting: Meeting, group: Group, turnout: Turnout, planned: int) -> MeetingRow:
        begins_at = datetime.combine(meeting.day, meeting.starts, ZoneInfo(meeting.zone))
        here = {Attendance.PRESENT} if begins_at <= self._clock.now() else {Attendance.PRESENT, Attendance.COMING}
        return records.tell(
            MeetingRow,
            meeting,
            group_id=group.id,
            group=group.name,
            present=sum(answer in here for answer in turnout.everybody.values()),
            expected=len(turnout.everybody),
            planned_minutes=planned,
        )


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


def _planned(session: Session) -> dict[int, int]:
    """Return by meeting how many minutes its agenda takes."""
    statement = select(AgendaItem.meeting_pk, func.sum(AgendaItem.minutes)).group_by(AgendaItem.meeting_pk)
    return {meeting_pk: int(minutes) for meeting_pk, minutes in session.execute(statement)}
