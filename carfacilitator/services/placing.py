"""Puts rows that came from another workspace into this one: new ones whole, known ones altered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.events import Value
from carfacilitator.services.portable import Row, columns_of, references_of
from carfacilitator.store.recording import decoded, stand_aside

Fetch = Callable[[str], bytes]  # gives the bytes of a file by its SHA-256


class Placing:
    """Places rows in one transaction; what a row names must be there or have been placed before it."""

    def __init__(self, session: Session, fetch: Fetch) -> None:
        self._session = session
        self._fetch = fetch
        self._placed: dict[str, Entity] = {}

    def find(self, row: Row) -> Entity | None:
        """Return the entity that a row is about, standing or removed, or None."""
        return self._entity(row.kind, row.id)

    def has_all_named(self, row: Row) -> bool:
        """Tell whether everything that a row names is here."""
        named = ((kind, row.values.get(name)) for name, kind in references_of(row.kind).items())
        return all(value is None or self._entity(kind, str(value)) for kind, value in named)

    def create(self, row: Row) -> None:
        """Add the entity of a row.

        Raises:
            ValueError, TypeError, KeyError: the row is none that this program would write.
        """
        kind, values = row.kind, dict(row.values)
        document = values.pop("document", None)
        removed = values.pop("removed_at", None)
        given = _decoded(kind, values)
        for name, other in references_of(kind).items():
            given[name] = None if values.get(name) is None else self._named(other, values[name])
        if kind is StoredFile:
            given["content"] = self._fetch(given["sha256"])
        entity = kind(id=UUID(row.id), **given)
        if isinstance(entity, Draft) and isinstance(document, dict):
            entity.keep_text(self._session, document)
            entity.number = self._free_number(entity)
        if isinstance(entity, Record) and removed:
            entity.removed_at = decoded(columns_of(kind)["removed_at"], removed)
        self._session.add(entity)
        self._session.flush()
        self._placed[row.id] = entity

    def alter(self, rows: Iterable[Row]) -> None:
        """Let the entities of these rows, which are all here, be as the rows say; no two are in each other's way.

        Raises:
            ValueError, TypeError, KeyError: a row is none that this program would write.
        """
        found = [(entity, self._differences(entity, row)) for row in rows if (entity := self.find(row)) is not None]
        standing = stand_aside(self._session, found)
        for entity, values in found:
            for name, value in {**_decoded(type(entity), standing.get(entity, {})), **values}.items():
                setattr(entity, name, value)
        self._session.flush()

    def _differences(self, entity: Entity, row: Row) -> dict[str, Any]:
        wanted = self._wanted(row)
        if isinstance(entity, Draft) and entity.number != wanted["number"] in self._numbers(entity):
            del wanted["number"]
        return {name: value for name, value in wanted.items() if getattr(entity, name) != value}

    def _wanted(self, row: Row) -> dict[str, Any]:
        values = _decoded(row.kind, {name: value for name, value in row.values.items() if name != "lineage"})
        for name, other in references_of(row.kind).items():
            if name in row.values:
                named = row.values[name]
                values[f"{name}_pk"] = None if named is None else self._named(other, named).pk
        return values

    def _named(self, kind: type[Entity], entity_id: object) -> Entity:
        found = self._entity(kind, str(entity_id))
        if found is None:
            raise KeyError(kind.__name__)
        return found

    def _entity(self, kind: type[Entity], entity_id: str) -> Entity | None:
        if entity_id not in self._placed:
            wanted = select(kind).where(kind.id == UUID(entity_id)).execution_options(include_removed=True)
            found = self._session.scalar(wanted)
            if found is None:
                return None
            self._placed[entity_id] = found
        return self._placed[entity_id]

    def _free_number(self, draft: Draft) -> int:
        """Return the number of a draft, or the next that is free, where another draft came here under the same."""
        taken = self._numbers(draft)
        return draft.number if draft.number not in taken else max(taken) + 1

    def _numbers(self, draft: Draft) -> set[int]:
        study = draft.case_study_pk or draft.case_study.pk
        others = select(Draft.number).where(Draft.case_study_pk == study, Draft.id != draft.id)
        with self._session.no_autoflush:
            return set(self._session.scalars(others))


def _decoded(kind: type[Entity], values: Mapping[str, Value]) -> dict[str, Any]:
    columns = columns_of(kind)
    return {name: decoded(columns[name], value) for name, value in values.items() if name in columns}
