"""Who is asked to a meeting, what they answered, and who came: members of the day, and guests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.meetings import Meeting, MeetingAttendance
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.sorting import name_key
from carfacilitator.model.terms import Attendance
from carfacilitator.services import records


@dataclass(frozen=True, kw_only=True)
class AttendanceLine:
    """What a member or a guest answered about a meeting, or did."""

    person_id: UUID
    person: str
    organisation: str
    needs: str
    attendance: Attendance
    is_guest: bool


@dataclass(frozen=True)
class Turnout:
    """Who is asked to a meeting, and what they answered or did, by primary key of the person."""

    members: frozenset[int]
    answers: dict[int, Attendance]

    @property
    def everybody(self) -> dict[int, Attendance]:
        """Return the members with or without an answer, and the guests who gave one."""
        unsaid = dict.fromkeys(self.members, Attendance.NO_ANSWER)
        guests = {pk: said for pk, said in self.answers.items() if said is not Attendance.NO_ANSWER}
        return unsaid | guests


def turnouts(session: Session, meetings: Iterable[Meeting]) -> dict[int, Turnout]:
    """Return by meeting the group's members of that day, and what was answered."""
    members: defaultdict[int, list[Membership]] = defaultdict(list)
    answers: defaultdict[int, dict[int, Attendance]] = defaultdict(dict)
    for place in session.scalars(select(Membership).join(Membership.person)):
        members[place.group_pk].append(place)
    for answer in session.scalars(select(MeetingAttendance).join(MeetingAttendance.person)):
        answers[answer.meeting_pk][answer.person_pk] = answer.attendance
    return {
        meeting.pk: Turnout(
            frozenset(
                place.person_pk
                for place in members[meeting.group_pk]
                if (place.joined or date.min) <= meeting.day <= (place.left or date.max)
            ),
            answers[meeting.pk],
        )
        for meeting in meetings
    }


def attendance_lines(session: Session, meeting: Meeting) -> tuple[AttendanceLine, ...]:
    """Return a line for each member of the day by family name, and after them the guests."""
    turnout = turnouts(session, [meeting])[meeting.pk]
    people = session.scalars(select(Person).where(Person.pk.in_(turnout.everybody))).all()
    return tuple(
        records.tell(
            AttendanceLine,
            person,
            person_id=person.id,
            person=person.name,
            attendance=turnout.everybody[person.pk],
            is_guest=person.pk not in turnout.members,
        )
        for person in sorted(people, key=lambda person: (person.pk not in turnout.members, name_key(person.name)))
    )
