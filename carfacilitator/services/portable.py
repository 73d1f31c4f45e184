"""Every entity as a row that JSON can hold: all its words, and other entities by their ids instead of by their keys."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, inspect, select
from sqlalchemy.orm import Session, undefer

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.events import Value
from carfacilitator.model.schema import BY_NAME, ENTITIES
from carfacilitator.model.veils import BackStageWords
from carfacilitator.store.recording import encoded

_KEY_ENDS = "_pk"
_BY_TABLE = {kind.__tablename__: kind for kind in ENTITIES}
_KEPT_OTHERWISE: Mapping[type[Entity], frozenset[str]] = {
    Draft: frozenset({"frame", "passages"}),  # told as its `document`
    StoredFile: frozenset({"content"}),  # bytes, which travel as they are
}
_READ_FROM_THE_FILE = frozenset({"document", "lineage"})  # never altered, so nobody's change
_NEEDED_BY_WHOEVER_INVITES = frozenset({"email", "telephone", "needs"})
_MOST_AT_ONCE = 500  # keys in one question


@dataclass(frozen=True)
class Row:
    """One entity: the name of its class, its id, and its columns by name, in which others are named by their ids."""

    noun: str
    id: str
    values: Mapping[str, Value]

    @property
    def kind(self) -> type[Entity]:
        """Return its class."""
        return BY_NAME[self.noun]

    @property
    def named(self) -> list[str]:
        """Return the ids of the entities that it names."""
        found = map(self.values.get, references_of(self.kind))  # a package of an earlier version lacks some
        return [str(other) for other in found if other is not None]

    @property
    def open_columns(self) -> list[str]:
        """Return what it tells besides what is back stage."""
        return [name for name in self.values if name not in private_columns(self.kind)]

    def states(self) -> set[str]:
        """Return the hashes of all its words, and of those that are not back stage."""
        return {self.state(), self.state(self.open_columns)}

    def state(self, columns: Iterable[str] | None = None) -> str:
        """Return a hash of its words (in `columns` only, if given), which no other state of it has."""
        told = self.values.keys() if columns is None else columns
        plain = {name: self.values.get(name) for name in told if name not in _READ_FROM_THE_FILE}
        if "removed_at" in plain:
            plain["removed_at"] = plain["removed_at"] is not None  # two who removed it did the same
        return hashlib.sha256(json.dumps([self.noun, self.id, plain], sort_keys=True).encode()).hexdigest()[:32]


@cache
def columns_of(kind: type[Entity]) -> Mapping[str, Column[Any]]:
    """Return the columns that a row of a kind tells, but for those that name other entities."""
    untold = {"pk", "id", *_KEPT_OTHERWISE.get(kind, ())}
    columns = inspect(kind).columns.items()
    return {name: column for name, column in columns if name not in untold and not column.foreign_keys}


@cache
def references_of(kind: type[Entity]) -> Mapping[str, type[Entity]]:
    """Return which entities a row of a kind names, by what it calls them: {"group": Group}."""
    keys = inspect(kind).local_table.foreign_keys
    return {key.parent.name.removesuffix(_KEY_ENDS): _BY_TABLE[key.column.table.name] for key in keys}


def may_name_nothing(kind: type[Entity], name: str) -> bool:
    """Tell whether a row of a kind may be without what it calls so."""
    return bool(inspect(kind).local_table.c[name + _KEY_ENDS].nullable)


@cache
def private_columns(kind: type[Entity]) -> frozenset[str]:
    """Return the back-stage columns of a record of the front stage, but for how to reach and invite somebody."""
    if not issubclass(kind, Record) or not kind.FRONT_STAGE:
        return frozenset()
    back = {name for name, column in columns_of(kind).items() if isinstance(column.type, BackStageWords)}
    return frozenset(back - _NEEDED_BY_WHOEVER_INVITES)


class Telling:
    """Tells the entities of one session as rows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[type[Entity], dict[int, str]] = {}

    def all_of(self, kind: type[Entity]) -> Iterator[Row]:
        """Yield every entity of a kind, standing and removed, in the order in which they were made."""
        yield from self.these(kind, self._known(kind))

    def by_ids(self, kind: type[Entity], ids: Iterable[str]) -> dict[str, Row]:
        """Return the entities of a kind that have these ids, by their ids; those that are not here are left out."""
        wanted = set(ids)
        keys = [pk for pk, entity_id in self._known(kind).items() if entity_id in wanted]
        return {row.id: row for row in self.these(kind, keys)}

    def these(self, kind: type[Entity], keys: Iterable[int], leaving_out: Iterable[str] = ()) -> Iterator[Row]:
        """Yield the entities of a kind that have these keys, without the columns to be left out."""
        wanted = sorted(keys)
        out = frozenset(leaving_out)
        for first in range(0, len(wanted), _MOST_AT_ONCE):
            some = select(kind).where(kind.pk.in_(wanted[first : first + _MOST_AT_ONCE])).order_by(kind.pk)
            if kind is Draft:
                some = some.options(undefer(Draft.frame), undefer(Draft.passages), undefer(Draft.lineage))
            for entity in self._session.scalars(some.execution_options(include_removed=True)):
                yield self._row(entity, out)
            self._session.expunge_all()

    def _row(self, entity: Entity, leaving_out: frozenset[str]) -> Row:
        kind = type(entity)
        values = {name: encoded(getattr(entity, name)) for name in columns_of(kind) if name not in leaving_out}
        for name, other in references_of(kind).items():
            key = getattr(entity, name + _KEY_ENDS)
            values[name] = None if key is None else self._known(other)[key]
        if isinstance(entity, Draft):
            values["document"] = entity.document
        return Row(kind.__name__, str(entity.id), values)

    def _known(self, kind: type[Entity]) -> dict[int, str]:
        if kind not in self._ids:
            rows = self._session.execute(select(kind.pk, kind.id).execution_options(include_removed=True))
            self._ids[kind] = {pk: str(entity_id) for pk, entity_id in rows}
        return self._ids[kind]
