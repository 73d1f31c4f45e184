"""Ways of comparing under names of their own: what counts as a difference, and how calmly differences are shown."""

from dataclasses import dataclass
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.profiles import Profile
from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.model.reviews import ComparisonProfile
from carfacilitator.model.sorting import fold, title_key
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class ProfileChanges(TypedDict, total=False):
    """What can be altered about a kept way of comparing."""

    name: str
    profile: Profile


@dataclass(frozen=True, kw_only=True)
class ProfileRow:
    """A way of comparing that was kept."""

    id: UUID
    name: str
    profile: Profile


class Profiles:
    """The ways of comparing that the facilitator has kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def rows(self) -> list[ProfileRow]:
        """Return the kept ways of comparing by name."""
        with self._database.reading() as session:
            kept = session.scalars(select(ComparisonProfile)).all()
        rows = [ProfileRow(id=one.id, name=one.name, profile=Profile.from_record(one.choices)) for one in kept]
        return sorted(rows, key=lambda row: title_key(row.name))

    def keep(self, name: str, profile: Profile) -> UUID:
        """Keep a way of comparing under a name, and return its id.

        Raises:
            KnownError: the name is empty, or another has it.
        """
        with self._database.transaction(Deed("kept", ComparisonProfile)) as session:
            kept = ComparisonProfile(name="", choices={})
            _settle(session, kept, {"name": name, "profile": profile})
            session.add(kept)
        return kept.id

    def amend(self, profile_id: UUID, **changes: Unpack[ProfileChanges]) -> None:
        """Give a way of comparing another name, or other choices.

        Raises:
            KnownError: the name is empty, or another has it.
        """
        with self._database.transaction(Deed("changed", ComparisonProfile)) as session:
            _settle(session, records.get(session, ComparisonProfile, profile_id), changes)

    def remove(self, profile_id: UUID) -> None:
        """Keep a way of comparing no longer."""
        with self._database.transaction(Deed("removed", ComparisonProfile)) as session:
            records.remove(records.get(session, ComparisonProfile, profile_id), self._clock.now())


def _settle(session: Session, kept: ComparisonProfile, changes: ProfileChanges) -> None:
    if "name" in changes:
        others = [one for one in session.scalars(select(ComparisonProfile)) if one is not kept]
        same = next((one for one in others if fold(one.name) == fold(changes["name"])), None)
        if same is not None:
            raise KnownError(f"There is a way of comparing called ‘{same.name}’ already.")
        records.amend(kept, {"name": changes["name"]}, "name")
    if "profile" in changes:
        kept.choices = dict(changes["profile"].to_record())
