"""What a record is called where records of every noun stand together: in the bin, among dates, before it is erased."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from carfacilitator.errors import NotFoundError
from carfacilitator.model.base import Record
from carfacilitator.model.case_studies import Draft, Justification
from carfacilitator.model.meetings import AgendaItem, Meeting, MeetingAttendance
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.people import Membership
from carfacilitator.model.returns import EditDecision, Return
from carfacilitator.model.sanctions import Clearance, Publication, Sanction, SanctionEntry
from carfacilitator.model.schema import BY_NAME, ENTITIES

_LONGEST = 80  # characters


def find(session: Session, noun: str, record_id: UUID) -> Record:
    """Return the record of a class ("Person"), whether it stands or was removed.

    Raises:
        NotFoundError: there is none.
    """
    kind = BY_NAME.get(noun)
    found = None
    if kind is not None and issubclass(kind, Record):
        found = session.scalar(select(kind).where(kind.id == record_id).execution_options(include_removed=True))
    if found is None:
        raise NotFoundError("That is not here any more.")
    return found


def title_of(session: Session, record: Record) -> str:
    """Return what a record is called, with what it belongs to where its own name says too little."""
    own = _OWN.get(type(record), _first_words)(record)
    owner = next(owners(session, record), None) if type(record) in _OWN else None
    title = ": ".join(filter(None, (own, _first_words(owner) if owner else "")))
    short = " ".join(title.split())
    return short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1].rstrip()}…"


def owners(session: Session, record: Record) -> Iterator[Record]:
    """Return the records to which `record` belongs: those that take it along when they go."""
    columns = inspect(type(record)).local_table.columns
    for key in (key for column in columns for key in column.foreign_keys):  # always in the same order
        kind = _BY_TABLE.get(key.column.table.name)
        if key.ondelete == "CASCADE" and kind is not None:
            pk = getattr(record, key.parent.name)
            found = session.scalar(select(kind).where(kind.pk == pk).execution_options(include_removed=True))
            if found is not None:
                yield found


def _first_words(record: Record) -> str:
    names = ("name", "title", "text", "file_name")
    return next((str(getattr(record, name)) for name in names if getattr(record, name, "")), "")


_OWN: Mapping[type[Record], Callable[[Any], str]] = {
    Meeting: lambda it: f"{it.title or 'meeting'}, {it.day.day} {it.day:%B %Y}",
    AgendaItem: lambda it: it.title,
    MeetingAttendance: lambda it: str(it.attendance),
    MentoringNote: lambda it: f"{it.kind}, {it.day.day} {it.day:%B %Y}",
    Membership: lambda it: it.role,
    Justification: lambda it: str(it.stage),
    Draft: lambda it: f"draft {it.number}",
    Return: lambda it: it.file_name or it.how,
    EditDecision: lambda it: str(it.verdict),
    Sanction: lambda it: it.output,
    SanctionEntry: lambda it: it.words,
    Publication: lambda it: it.output,
    Clearance: lambda it: it.reason or it.how,
}
_BY_TABLE: Mapping[str, type[Record]] = {kind.__tablename__: kind for kind in ENTITIES if issubclass(kind, Record)}
