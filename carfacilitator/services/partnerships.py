"""Partnerships: adding them, finding them, and what is known of each."""

from collections import Counter
from dataclasses import dataclass
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from carfacilitator.model.clock import Clock
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.sorting import matches, title_key
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class PartnershipChanges(TypedDict, total=False):
    """What can be altered about a partnership."""

    name: str
    place: str
    notes: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class PartnershipRow:
    """A partnership in a list, with how many groups and gatekeepers it has."""

    id: UUID
    name: str
    place: str
    groups: int
    gatekeepers: int
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class PartnershipDetails:
    """Everything kept about a partnership itself; its groups and gatekeepers have lists of their own."""

    id: UUID
    name: str
    place: str
    notes: str
    audience: Audience


class Partnerships:
    """The partnerships that take part."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, /, **details: Unpack[PartnershipChanges]) -> UUID:
        """Add a partnership and return its id."""
        partnership = Partnership(name=name)
        records.amend(partnership, {"name": name, **details}, "name")
        with self._database.transaction(Deed("added", Partnership)) as session:
            session.add(partnership)
        return partnership.id

    def amend(self, partnership_id: UUID, **changes: Unpack[PartnershipChanges]) -> None:
        """Alter what is known of a partnership."""
        with self._database.transaction(Deed("changed", Partnership)) as session:
            records.amend(records.get(session, Partnership, partnership_id), changes, "name")

    def remove(self, partnership_id: UUID) -> None:
        """Take a partnership, and with it its groups and gatekeepers, out of every list; Undo brings them back."""
        with self._database.transaction(Deed("removed", Partnership)) as session:
            records.remove(records.get(session, Partnership, partnership_id), self._clock.now())

    def rows(self, matching: str = "") -> list[PartnershipRow]:
        """Return the partnerships by name: those whose name or place holds every word of `matching`."""
        with self._database.reading() as session:
            found = session.scalars(select(Partnership)).all()
            groups = _count(session, Group.partnership_pk)
            gatekeepers = _count(session, Gatekeeper.partnership_pk)
        rows = [
            records.tell(PartnershipRow, one, groups=groups[one.pk], gatekeepers=gatekeepers[one.pk])
            for one in found
            if matches(matching, one.name, one.place)
        ]
        return sorted(rows, key=lambda row: title_key(row.name))

    def open(self, partnership_id: UUID) -> PartnershipDetails:
        """Return everything kept about a partnership."""
        with self._database.reading() as session:
            return records.tell(PartnershipDetails, records.get(session, Partnership, partnership_id))


def _count(session: Session, parent: InstrumentedAttribute[int]) -> Counter[int]:
    return Counter(session.scalars(select(parent)).all())
