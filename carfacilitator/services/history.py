"""What happened in the workspace, and taking the latest of it back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session, joinedload

from carfacilitator.errors import NotFoundError
from carfacilitator.model.clock import Clock
from carfacilitator.model.departures import Departure
from carfacilitator.model.events import Event, Undo
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.services import records
from carfacilitator.services.days import begins
from carfacilitator.services.titles import find, title_of
from carfacilitator.store import recording
from carfacilitator.store.database import Database


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """One thing that was done: to an entity of class `noun`, in words that hold no content."""

    id: UUID
    at: datetime
    who: str
    verb: str
    noun: str
    entity_id: UUID | None
    summary: str


@dataclass(frozen=True, kw_only=True)
class EventFilter:
    """What of the history is asked for: classes of entities, verbs, days (inclusive), only what is before an event."""

    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    before: UUID | None = None


class History:
    """Every event of the workspace; the latest can be taken back one by one, and brought again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def undo(self) -> str | None:
        """Take back the latest deed and return what it was ("added a person"), or None if there is none.

        While the workspace is discreet nothing is taken back that is not seen.
        """
        if self._database.is_veiled and self.can_undo() is None:
            return None
        with self._database.transaction(None) as session:
            last = session.scalar(_latest_done())
            if last is None:
                return None
            recording.reverse(session, last.changes, self._clock.now())
            last.undone = True
            self._note(session, last.event, "took back")
            return last.event.summary

    def redo(self) -> str | None:
        """Bring the deed that was taken back last again and return what it was, or None if there is none."""
        if self._database.is_veiled and self.can_redo() is None:
            return None
        with self._database.transaction(None) as session:
            first = session.scalar(_earliest_undone())
            if first is None:
                return None
            recording.repeat(session, first.changes)
            first.undone = False
            self._note(session, first.event, "brought again")
            return first.event.summary

    def can_undo(self) -> str | None:
        """Return what undo would take back, or None."""
        with self._database.reading() as session:
            return _said(session.scalar(_latest_done()))

    def can_redo(self) -> str | None:
        """Return what redo would bring again, or None."""
        with self._database.reading() as session:
            return _said(session.scalar(_earliest_undone()))

    def events(
        self, entity_id: UUID | None = None, most: int = 500, where: EventFilter | None = None
    ) -> list[EventRow]:
        """Return what happened, the latest first; only what concerns one entity, if it is given."""
        statement = _narrowed(select(Event), where or EventFilter()).order_by(Event.pk.desc()).limit(most)
        if entity_id is not None:
            statement = statement.where(Event.entity_id == entity_id)
        with self._database.reading() as session:
            return [records.tell(EventRow, event) for event in session.scalars(statement)]

    def titles(self, events: Sequence[EventRow]) -> dict[UUID, str]:
        """Return what the entities of events are called, by their ids; those that are gone or not seen are left out."""
        concerned = {(event.noun, event.entity_id) for event in events if event.entity_id is not None}
        with self._database.reading() as session:
            found = {} if self._database.is_veiled else _names_of_what_left(session, concerned)
            for noun, entity_id in concerned:
                try:
                    found[entity_id] = title_of(session, find(session, noun, entity_id))
                except NotFoundError:
                    continue
        return found

    def forget_undo(self, older_than: timedelta = timedelta(0)) -> None:
        """Empty what undo needs of events older than that; the events themselves stay."""
        before = self._clock.now() - older_than
        with self._database.transaction(None) as session:
            old = select(Event.pk).where(Event.at <= before)
            session.execute(delete(Undo).where(Undo.event_pk.in_(old)))

    def _note(self, session: Session, event: Event, verb: str) -> None:
        session.add(
            Event(
                at=self._clock.now(),
                who=session.scalar(select(Facilitator.name)) or "",
                verb=verb,
                noun=event.noun,
                entity_id=event.entity_id,
                summary=f"{verb}: {event.summary}",
            )
        )


def _said(undo: Undo | None) -> str | None:
    event: Event | None = undo.event if undo else None  # None too for one that is not seen while discreet
    return event.summary if event else None


def _names_of_what_left(session: Session, concerned: Collection[tuple[str, UUID]]) -> dict[UUID, str]:
    """Return the names of files that left; these often hold a person's name."""
    left = [entity_id for noun, entity_id in concerned if noun == Departure.__name__]
    return {one.id: one.name for one in session.scalars(select(Departure).where(Departure.id.in_(left)))}


def _narrowed(events: Select[Event], where: EventFilter) -> Select[Event]:
    conditions: list[ColumnElement[bool]] = []
    if where.nouns:
        conditions.append(Event.noun.in_(where.nouns))
    if where.verbs:
        conditions.append(Event.verb.in_(where.verbs))
    if where.since:
        conditions.append(Event.at >= begins(where.since))
    if where.until:
        conditions.append(Event.at < begins(where.until + timedelta(days=1)))
    if where.before:
        conditions.append(Event.pk < select(Event.pk).where(Event.id == where.before).scalar_subquery())
    return events.where(*conditions)


def _latest_done() -> Select[Undo]:
    return select(Undo).where(~Undo.undone).order_by(Undo.pk.desc()).limit(1).options(joinedload(Undo.event))


def _earliest_undone() -> Select[Undo]:
    return select(Undo).where(Undo.undone).order_by(Undo.pk).limit(1).options(joinedload(Undo.event))
