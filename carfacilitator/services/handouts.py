"""Handouts filled from the workspace: the agenda of a meeting, as pages to look at and as a file to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.handouts import agenda, pages
from carfacilitator.handouts.agenda import Agenda
from carfacilitator.handouts.catalogue import HANDOUTS, Handout
from carfacilitator.handouts.pages import PrintSize, Sheet
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.groups import GroundRule
from carfacilitator.model.meetings import AgendaItem, Meeting
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.sharing.door import Parcel
from carfacilitator.store.database import Database

__all__ = ["Handouts", "PrintSize", "PrintedSheet", "number_of"]

PDF = "application/pdf"


@dataclass(frozen=True, kw_only=True)
class PrintedSheet:
    """A handout that is ready: the file, and each page as SVG for the screen and the printer."""

    parcel: Parcel
    pages: Sequence[bytes]


class Handouts:
    """What is printed for a meeting; only what is for the group has a way onto the paper."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kinds(self) -> Sequence[Handout]:
        """Return the handouts there are."""
        return HANDOUTS

    def preview(self, meeting_id: UUID, size: PrintSize = PrintSize.STANDARD) -> Sequence[bytes]:
        """Return each page of a meeting's agenda as SVG.

        Raises:
            KnownError: there is more on it than its page holds.
        """
        return pages.svg(agenda.sheet(self._agenda(meeting_id), size))

    def agenda(self, meeting_id: UUID, size: PrintSize = PrintSize.STANDARD) -> PrintedSheet:
        """Return a meeting's agenda as a PDF for the group, with its pages.

        Raises:
            KnownError: there is more on it than its page holds.
        """
        meeting = self._agenda(meeting_id)
        sheet = agenda.sheet(meeting, size)
        return PrintedSheet(parcel=_parcel(meeting, meeting_id, sheet), pages=pages.svg(sheet))

    def _agenda(self, meeting_id: UUID) -> Agenda:
        with self._database.reading() as session:
            meeting = records.get(session, Meeting, meeting_id, Meeting.group)
            items = select(AgendaItem).where(AgendaItem.meeting_pk == meeting.pk)
            rules = select(GroundRule.text).where(GroundRule.group_pk == meeting.group_pk)
            return Agenda(
                group=meeting.group.name,
                day=meeting.day,
                start=meeting.starts,
                items=tuple(
                    _item(item) for item in session.scalars(items.order_by(AgendaItem.position, AgendaItem.pk))
                ),
                number=number_of(session, meeting),
                place=meeting.place,
                purpose=meeting.purpose,
                ground_rules=tuple(session.scalars(rules.order_by(GroundRule.position, GroundRule.pk))),
                facilitator=session.scalar(select(Facilitator.name)) or "",
            )


def number_of(session: Session, meeting: Meeting) -> int:
    """Return which meeting of its group it is, from 1."""
    earlier = select(func.count()).select_from(Meeting).where(Meeting.group_pk == meeting.group_pk)
    before = (Meeting.day < meeting.day) | ((Meeting.day == meeting.day) & (Meeting.starts < meeting.starts))
    return (session.scalar(earlier.where(before)) or 0) + 1


def _item(item: AgendaItem) -> agenda.AgendaItem:
    return agenda.AgendaItem(title=item.title, minutes=item.minutes, leader=item.leads)


def _parcel(meeting: Agenda, meeting_id: UUID, sheet: Sheet) -> Parcel:
    return Parcel(
        name=f"Agenda {meeting.group} {agenda.spoken_day(meeting.day)}.pdf",
        media_type=PDF,
        data=pages.pdf(sheet),
        audience=Audience.GROUP,
        recipient=meeting.group,
        made_from=f"parts of Meeting:{meeting_id}",
    )
