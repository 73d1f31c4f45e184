"""Retention dates: until when something may be kept, and what is due to go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import NotFoundError
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.retention import RetentionDate
from carfacilitator.services import records
from carfacilitator.services.titles import find, title_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


@dataclass(frozen=True, kw_only=True)
class RetentionRow:
    """Until when something is kept: its class ("CaseStudy") and its id. `is_due` once that day has passed."""

    noun: str
    id: UUID
    title: str
    keep_until: date
    why: str
    is_due: bool


class Retention:
    """How long things are kept, as was promised."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep_until(self, noun: str, entity_id: UUID, day: date, why: str = "") -> None:
        """Say that something is kept until a day and no longer; nothing goes by itself."""
        with self._database.transaction(Deed("set", RetentionDate)) as session:
            find(session, noun, entity_id)
            promised = _of(session, entity_id)
            if promised is None:
                session.add(RetentionDate(noun=noun, entity_id=entity_id, keep_until=day, why=why.strip()))
            else:
                records.amend(promised, {"keep_until": day, "why": why})

    def release(self, entity_id: UUID) -> None:
        """Say that something may be kept as long as it is needed."""
        with self._database.transaction(Deed("removed", RetentionDate)) as session:
            promised = _of(session, entity_id)
            if promised is not None:
                records.remove(promised, self._clock.now())

    def rows(self) -> list[RetentionRow]:
        """Return everything that has a date, the earliest first; what was erased since is left out."""
        day = today(self._clock)
        with self._database.reading() as session:
            promised = session.scalars(select(RetentionDate).order_by(RetentionDate.keep_until, RetentionDate.pk)).all()
            return [row for each in promised if (row := _row(session, each, day)) is not None]

    def due(self) -> list[RetentionRow]:
        """Return what should have gone by today."""
        return [row for row in self.rows() if row.is_due]


def _of(session: Session, entity_id: UUID) -> RetentionDate | None:
    return session.scalar(select(RetentionDate).where(RetentionDate.entity_id == entity_id))


def _row(session: Session, promised: RetentionDate, day: date) -> RetentionRow | None:
    try:
        title = title_of(session, find(session, promised.noun, promised.entity_id))
    except NotFoundError:
        return None
    return records.tell(RetentionRow, promised, id=promised.entity_id, title=title, is_due=promised.keep_until < day)
