"""What is being typed, kept field by field, so that it is there again after a crash."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from carfacilitator.model.clock import Clock
from carfacilitator.model.events import Unsaved
from carfacilitator.store.database import Database


@dataclass(frozen=True, kw_only=True)
class TypedText:
    """What stood in a field, and when it was last typed in."""

    field: str
    text: str
    at: datetime


class UnsavedTexts:
    """The texts that stand typed and are not kept yet. `field` is a key such as `meeting:UUID:notes`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, field: str, text: str) -> None:
        """Remember what stands in a field now."""
        with self._database.transaction(None) as session:
            row = session.scalar(select(Unsaved).where(Unsaved.field == field))
            if row is None:
                session.add(Unsaved(field=field, text=text, at=self._clock.now()))
            else:
                row.text, row.at = text, self._clock.now()

    def forget(self, field: str) -> None:
        """Let a field's text go, because it was kept for good or thrown away."""
        with self._database.transaction(None) as session:
            session.execute(delete(Unsaved).where(Unsaved.field == field))

    def text(self, field: str) -> str | None:
        """Return what stood in a field, or None."""
        with self._database.reading() as session:
            return session.scalar(select(Unsaved.text).where(Unsaved.field == field))

    def recovered(self) -> list[TypedText]:
        """Return everything that was typed and never kept, the latest first."""
        with self._database.reading() as session:
            rows = session.scalars(select(Unsaved).order_by(Unsaved.at.desc(), Unsaved.pk.desc())).all()
        return [TypedText(field=row.field, text=row.text, at=row.at) for row in rows]
