"""Gatekeepers: who they are, what they care about, and what they could stop."""

from dataclasses import dataclass
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from carfacilitator.model.clock import Clock
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.sorting import matches, name_key
from carfacilitator.model.terms import Audience, GatekeeperKind
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

_ORDER = list(GatekeeperKind)


class GatekeeperChanges(TypedDict, total=False):
    """What can be altered about a gatekeeper. A change of kind changes `belongs_to` too, unless that is given."""

    name: str
    role: str
    organisation: str
    kind: GatekeeperKind
    belongs_to: Audience
    email: str
    telephone: str
    cares_about: str
    could_stop: str
    notes: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class GatekeeperRow:
    """A gatekeeper in a list."""

    id: UUID
    name: str
    role: str
    organisation: str
    kind: GatekeeperKind
    belongs_to: Audience
    partnership_id: UUID
    partnership: str
    could_stop: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class GatekeeperDetails:
    """Everything on a gatekeeper's page."""

    id: UUID
    name: str
    role: str
    organisation: str
    kind: GatekeeperKind
    belongs_to: Audience
    partnership_id: UUID
    partnership: str
    email: str
    telephone: str
    cares_about: str
    could_stop: str
    notes: str
    audience: Audience


class Gatekeepers:
    """The gatekeepers of every partnership."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, partnership_id: UUID, name: str, /, **details: Unpack[GatekeeperChanges]) -> UUID:
        """Add a gatekeeper to a partnership and return their id."""
        with self._database.transaction(Deed("added", Gatekeeper)) as session:
            gatekeeper = Gatekeeper(partnership=records.get(session, Partnership, partnership_id), name=name)
            records.amend(gatekeeper, {"name": name, **_with_audience(details)}, "name")
            session.add(gatekeeper)
        return gatekeeper.id

    def amend(self, gatekeeper_id: UUID, **changes: Unpack[GatekeeperChanges]) -> None:
        """Alter what is known of a gatekeeper."""
        with self._database.transaction(Deed("changed", Gatekeeper)) as session:
            records.amend(records.get(session, Gatekeeper, gatekeeper_id), _with_audience(changes), "name")

    def remove(self, gatekeeper_id: UUID) -> None:
        """Take a gatekeeper out of every list; Undo brings them back."""
        with self._database.transaction(Deed("removed", Gatekeeper)) as session:
            records.remove(records.get(session, Gatekeeper, gatekeeper_id), self._clock.now())

    def rows(self, matching: str = "", partnership_id: UUID | None = None) -> list[GatekeeperRow]:
        """Return gatekeepers by kind and family name: those whose name, role or organisation holds every word."""
        with self._database.reading() as session:
            found = session.execute(select(Gatekeeper, Partnership).join(Gatekeeper.partnership)).all()
        rows = [
            records.tell(GatekeeperRow, one, partnership_id=partnership.id, partnership=partnership.name)
            for one, partnership in found
            if partnership_id in {None, partnership.id}
            if matches(matching, one.name, one.role, one.organisation, partnership.name)
        ]
        return sorted(rows, key=lambda row: (_ORDER.index(row.kind), name_key(row.name)))

    def open(self, gatekeeper_id: UUID) -> GatekeeperDetails:
        """Return everything known of a gatekeeper."""
        with self._database.reading() as session:
            one = records.get(session, Gatekeeper, gatekeeper_id, Gatekeeper.partnership)
            return records.tell(
                GatekeeperDetails, one, partnership_id=one.partnership.id, partnership=one.partnership.name
            )


def _with_audience(changes: GatekeeperChanges) -> GatekeeperChanges:
    if "kind" not in changes:
        return changes
    return {"belongs_to": changes["kind"].audience, **changes}
