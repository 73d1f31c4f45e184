"""What every service does with a record: find it or say that it is gone, alter it, remove it, tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, object_session

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.base import Entity, Record
from carfacilitator.model.schema import ENTITIES

Kind = TypeVar("Kind", bound=Entity)
Told = TypeVar("Told")


def get(session: Session, kind: type[Kind], entity_id: UUID, *loaded: InstrumentedAttribute[Any]) -> Kind:
    """Return the entity of that id, with the relations in `loaded` at hand.

    Raises:
        NotFoundError: there is none, or it (or one of the `loaded`) was removed.
    """
    statement = (
        select(kind).where(kind.id == entity_id).options(*(joinedload(relation, innerjoin=True) for relation in loaded))
    )
    found = session.scalar(statement)
    if found is None:
        raise NotFoundError(
            f"{_sentence_case(kind)} was asked for that is not here any more.", "Undo may bring it back."
        )
    return found


def amend(entity: Entity, changes: Mapping[str, object], *needed: str) -> None:
    """Set the columns of `entity` that `changes` names; text loses the spaces around it.

    Raises:
        KnownError: one of the `needed` columns would be empty.
    """
    for name, value in changes.items():
        kept = value.strip() if type(value) is str else value
        if name in needed and not kept:
            raise KnownError(f"The {name} of {entity.WORDS[0]} cannot be empty.")
        setattr(entity, name, kept)


def remove(record: Record, at: datetime) -> None:
    """Take `record`, which a transaction has loaded, out of every list from now on, with all that belongs to it."""
    record.removed_at = at
    session = object_session(record)
    for column, kind in belonging_to(type(record)):
        children = session.scalars(select(kind).where(column == record.pk)).all() if session else ()
        for child in children:
            remove(child, at)


def tell(kind: type[Told], entity: Entity, /, **others: object) -> Told:
    """Return a dataclass of `kind`: what `others` does not give has the same name in `entity`."""
    same = [field.name for field in fields(kind) if field.name not in others]  # type: ignore[arg-type]  # a dataclass
    return kind(**{name: getattr(entity, name) for name in same}, **others)


def _sentence_case(kind: type[Entity]) -> str:
    one = kind.WORDS[0]
    return one[0].upper() + one[1:]


def belonging_to(parent: type[Record]) -> Iterator[tuple[Column[Any], type[Record]]]:
    """Return the records that go with `parent` (their key says so), by the column that names it."""
    for kind in ENTITIES:
        for key in inspect(kind).local_table.foreign_keys:
            owns = key.ondelete == "CASCADE" and key.column.table.name == parent.__tablename__
            if owns and issubclass(kind, Record):
                yield key.parent, kind
