"""Meetings of groups: when and where, what was planned, who came, what was said."""

from datetime import date, time
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, one_standing
from carfacilitator.model.clock import HOME_ZONE
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Attendance
from carfacilitator.model.veils import BackStage


class Meeting(Record, kw_only=True):
    """A meeting at a local date and time of its zone. `private_note` is back stage; `notes` are the group's."""

    __tablename__ = "meetings"
    WORDS: ClassVar[tuple[str, str]] = ("a meeting", "meetings")
    FRONT_STAGE: ClassVar[bool] = True

    group_pk: Mapped[int] = mapped_column(ForeignKey(Group.pk, ondelete="CASCADE"), init=False, index=True)
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[date] = mapped_column(index=True)
    starts: Mapped[time]
    zone: Mapped[str] = mapped_column(default=HOME_ZONE)
    minutes: Mapped[int] = mapped_column(default=120)
    place: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    private_note: Mapped[BackStage] = mapped_column(default="")


class MeetingAttendance(Record, kw_only=True):
    """What one person answered about a meeting, or did."""

    __tablename__ = "meeting_attendances"
    WORDS: ClassVar[tuple[str, str]] = ("who came", "who came")
    FRONT_STAGE: ClassVar[bool] = True
    __table_args__ = (one_standing("meeting_attendances_person", "meeting_pk", "person_pk"),)

    meeting_pk: Mapped[int] = mapped_column(ForeignKey(Meeting.pk, ondelete="CASCADE"), init=False, index=True)
    meeting: Mapped[Meeting] = relationship(lazy="raise_on_sql")
    person_pk: Mapped[int] = mapped_column(ForeignKey(Person.pk, ondelete="CASCADE"), init=False, index=True)
    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    attendance: Mapped[Attendance] = mapped_column(default=Attendance.NO_ANSWER)


class AgendaItem(Record, kw_only=True):
    """A timed item of a meeting. `private_note` is the facilitator's and never printed."""

    __tablename__ = "agenda_items"
    WORDS: ClassVar[tuple[str, str]] = ("an agenda item", "agenda items")
    FRONT_STAGE: ClassVar[bool] = True

    meeting_pk: Mapped[int] = mapped_column(ForeignKey(Meeting.pk, ondelete="CASCADE"), init=False, index=True)
    meeting: Mapped[Meeting] = relationship(lazy="raise_on_sql")
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    minutes: Mapped[int] = mapped_column(default=10)
    leads: Mapped[str] = mapped_column(default="")
    materials: Mapped[str] = mapped_column(default="")
    private_note: Mapped[BackStage] = mapped_column(default="")
