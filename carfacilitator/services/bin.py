"""The bin: what was removed, and bringing it back with all that went along."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Table, inspect, select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.base import Record
from carfacilitator.model.schema import BY_NAME, ENTITIES
from carfacilitator.model.sorting import matches
from carfacilitator.services import records
from carfacilitator.services.titles import find, owners, title_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

_RECORDS = [kind for kind in ENTITIES if issubclass(kind, Record)]
_UNSEEN = {"CommentAnchor", "PackComment", "SharedState"}  # what nobody removes by itself and knows by no name


@dataclass(frozen=True, kw_only=True)
class BinRow:
    """Something that was removed; `noun` is its class ("Person"), `words` what that is called ("a person").

    `along` is how many other records went with it and come back with it.
    """

    id: UUID
    noun: str
    words: str
    title: str
    removed_at: datetime
    along: int


class Bin:
    """What was removed and not erased."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, matching: str = "") -> list[BinRow]:
        """Return what was removed, the latest first; what went along with something else is told with that."""
        with self._database.reading() as session:
            found = [record for kind in _RECORDS if kind.__name__ not in _UNSEEN for record in _removed(session, kind)]
            rows = [_row(session, record) for record in found if not _went_along(session, record)]
        chosen = (row for row in rows if matches(matching, row.title, row.words))
        return sorted(chosen, key=lambda row: row.removed_at, reverse=True)

    def restore(self, noun: str, record_id: UUID) -> None:
        """Bring something back, with all that was removed along with it.

        Raises:
            KnownError: what it belongs to was removed too, or something else stands in its place by now.
        """
        with self._database.transaction(Deed("restored", BY_NAME.get(noun, Record))) as session:
            record = find(session, noun, record_id)
            for owner in owners(session, record):
                if owner.removed_at is not None:
                    raise KnownError(f"It belongs to {owner.WORDS[0]} that was removed too.", "Restore that first.")
            if record.removed_at is not None:
                for each in with_all_along(session, record):
                    _refuse_a_second(session, each)
                    each.removed_at = None


def with_all_along(session: Session, record: Record) -> list[Record]:
    """Return a record that was removed and everything that was removed along with it."""
    found = [record]
    for column, kind in records.belonging_to(type(record)):
        along = select(kind).where(column == record.pk, kind.removed_at == record.removed_at)
        for child in session.scalars(along.execution_options(include_removed=True)).all():
            found += with_all_along(session, child)
    return found


def _removed(session: Session, kind: type[Record]) -> list[Record]:
    gone = select(kind).where(kind.removed_at.is_not(None)).execution_options(include_removed=True)
    return list(session.scalars(gone))


def _went_along(session: Session, record: Record) -> bool:
    return any(owner.removed_at == record.removed_at for owner in owners(session, record))


def _row(session: Session, record: Record) -> BinRow:
    return records.tell(
        BinRow,
        record,
        noun=type(record).__name__,
        words=record.WORDS[0],
        title=title_of(session, record),
        along=len(with_all_along(session, record)) - 1,
    )


def _refuse_a_second(session: Session, record: Record) -> None:
    """Refuse what may stand only once and does so already."""
    kind = type(record)
    for index in cast("Table", inspect(kind).local_table).indexes:
        here = {column: getattr(record, column.name) for column in index.columns}
        if index.unique and here and None not in here.values():  # what is not known is never the same
            same = [column == value for column, value in here.items()]
            if session.scalar(select(kind.pk).where(*same)) is not None:
                raise KnownError(f"{_sentence(record)} stands in its place now.", "Remove that first.")


def _sentence(record: Record) -> str:
    one = record.WORDS[0]
    return f"Another {one.split(' ', 1)[1] if ' ' in one else one}"
