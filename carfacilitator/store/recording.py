"""What a transaction changed, kept as one event and its inverse, from which undo, redo and the history come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, delete, event, inspect, select
from sqlalchemy.orm import Session

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.events import Change, Event, Undo, Unsaved, Value
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.schema import BY_NAME

_UNRECORDED = (Event, Undo, Unsaved)


@dataclass(frozen=True)
class Deed:
    """What a transaction does, in one word of the past, to what: `Deed("added", Person)`.

    `about` is the id of that one where the rows that change are others, such as where a comment stands.
    """

    verb: str
    noun: type[Entity]
    about: UUID | None = None


@dataclass
class Recorder:
    """Watches one session and notes every row that it writes."""

    session: Session
    changes: dict[UUID, Change] = field(default_factory=dict)
    classes: set[type[Entity]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin to watch."""
        event.listen(self.session, "after_flush", self._note_flush)

    def keep(self, deed: Deed, at: datetime) -> None:
        """Add the event of `deed`, if anything was changed, and what undoes it."""
        if not self.changes:
            return
        about = [change for change in self.changes.values() if change["entity"] == deed.noun.__name__]
        self.session.execute(delete(Undo).where(Undo.undone))  # what was taken back can no longer be brought again
        happened = Event(
            at=at,
            who=self.session.scalar(select(Facilitator.name)) or "",
            verb=deed.verb,
            noun=deed.noun.__name__,
            entity_id=deed.about or (UUID(about[0]["id"]) if about else None),
            summary=_summary(deed, len(about)),
        )
        self.session.add(happened)
        reversible = [change for change in self.changes.values() if change["before"] or change["created"]]
        if reversible:
            self.session.add(Undo(event=happened, changes=reversible))

    def _note_flush(self, session: Session, _context: object) -> None:
        for entity in session.new:
            self._note_created(entity)
        for entity in session.dirty:
            self._note_changed(entity)
        for entity in session.deleted:
            if isinstance(entity, Record):
                raise TypeError(f"a {type(entity).__name__} is removed by saying when, never deleted")
            self.classes.add(type(entity))

    def _note_created(self, entity: Entity) -> None:
        self.classes.add(type(entity))
        if not isinstance(entity, _UNRECORDED):
            lasting = not isinstance(entity, Record)  # cannot be removed, so its creation cannot be undone
            self.changes[entity.id] = _change(entity, created=not lasting)

    def _note_changed(self, entity: Entity) -> None:
        before, after = _differences(entity)
        if not after:
            return
        self.classes.add(type(entity))
        if isinstance(entity, _UNRECORDED):
            return
        change = self.changes.setdefault(entity.id, _change(entity, created=False))
        if not change["created"]:
            change["before"] = before | change["before"]
            change["after"] |= after


def reverse(session: Session, changes: Iterable[Change], at: datetime) -> None:
    """Take back what `changes` did: what was created is removed, what was altered is as before."""
    removed: dict[str, Value] = {"removed_at": at.isoformat()}
    _put(session, [(change, removed if change["created"] else change["before"]) for change in changes])


def repeat(session: Session, changes: Iterable[Change]) -> None:
    """Do again what `changes` did before they were taken back."""
    there: dict[str, Value] = {"removed_at": None}
    _put(session, [(change, there if change["created"] else change["after"]) for change in changes])


def _put(session: Session, wanted: Iterable[tuple[Change, dict[str, Value]]]) -> None:
    """Give rows the values wanted of them; those erased for good in the meantime are passed over."""
    found = [(entity, values) for change, values in wanted if (entity := _row(session, change)) is not None]
    standing = stand_aside(session, found)
    for entity, values in found:
        columns = inspect(type(entity)).columns
        for name, value in {**standing.get(entity, {}), **values}.items():
            setattr(entity, name, decoded(columns[name], value))


def _row(session: Session, change: Change) -> Entity | None:
    kind = BY_NAME[change["entity"]]
    found = select(kind).where(kind.id == UUID(change["id"])).execution_options(include_removed=True)
    return session.scalar(found)


def stand_aside(session: Session, rows: Iterable[tuple[Entity, Mapping[str, Any]]]) -> dict[Entity, dict[str, Value]]:
    """Take rows that may change places out of the way, and return what lets each stand again.

    Rows are written one by one, and of those that stand no two may have the same number or the same place, not even
    for a moment.
    """
    moving = [row for row, values in rows if isinstance(row, Record) and _telling(row) & values.keys()]
    standing: dict[Entity, dict[str, Value]] = {row: {"removed_at": encoded(row.removed_at)} for row in moving}
    for row in moving:
        row.removed_at = datetime.now(UTC)
    session.flush()
    return standing


def _telling(row: Entity) -> set[str]:
    """Return the columns by which standing rows are told apart, and whether they stand; none if nothing need differ."""
    indexes = inspect(type(row)).local_table.indexes  # type: ignore[attr-defined]  # a table, for every entity has its own
    names = {column.name for index in indexes if index.unique for column in index.columns}
    return names | {"removed_at"} if names else names


def _change(entity: Entity, *, created: bool) -> Change:
    return Change(entity=type(entity).__name__, id=str(entity.id), created=created, before={}, after={})


def _differences(entity: Entity) -> tuple[dict[str, Value], dict[str, Value]]:
    before, after = {}, {}
    state = inspect(entity)
    for attribute in state.mapper.column_attrs:
        history = state.attrs[attribute.key].history
        if history.added and history.added != history.deleted:
            before[attribute.key] = encoded(history.deleted[0] if history.deleted else None)
            after[attribute.key] = encoded(history.added[0])
    return before, after


def encoded(value: Any) -> Value:  # noqa: ANN401  whatever a column holds
    """Return what stands in a column as JSON can hold it.

    Raises:
        TypeError: these are bytes.
    """
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bytes):
        raise TypeError("bytes are kept as they are and never altered")
    return value  # type: ignore[no-any-return]  # text, numbers and JSON


def decoded(column: Column[Any], value: Value) -> Any:  # noqa: ANN401  whatever a column holds
    """Return what `encoded` was given.

    Raises:
        ValueError, TypeError: that was never in such a column.
    """
    kind = column.type.python_type
    if value is None or not isinstance(value, str):
        return value
    if issubclass(kind, datetime | date | time):
        return kind.fromisoformat(value)
    return kind(value) if issubclass(kind, UUID | Enum) else value


def _summary(deed: Deed, count: int) -> str:
    one, many = deed.noun.WORDS
    return f"{deed.verb} {count} {many}" if count > 1 else f"{deed.verb} {one}"
