"""The facilitator whose workspace it is: the name, initials and address that stand on what leaves."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import select

from carfacilitator.model.facilitators import Facilitator
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class FacilitatorChanges(TypedDict, total=False):
    """What can be altered about the facilitator."""

    name: str
    initials: str
    email: str


@dataclass(frozen=True, kw_only=True)
class FacilitatorDetails:
    """Who the facilitator is."""

    name: str
    initials: str
    email: str


class Facilitators:
    """The one owner of the workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owner(self) -> FacilitatorDetails:
        """Return who the facilitator is."""
        with self._database.reading() as session:
            return records.tell(FacilitatorDetails, session.scalars(select(Facilitator)).one())

    def amend(self, **changes: Unpack[FacilitatorChanges]) -> None:
        """Alter the facilitator's details; what was written before keeps the name it was written under."""
        with self._database.transaction(Deed("changed", Facilitator)) as session:
            records.amend(session.scalars(select(Facilitator)).one(), changes, "name", "initials")

    def is_sample(self) -> bool:
        """Tell whether this is a sample, in which time stands still and nothing is real."""
        with self._database.reading() as session:
            return session.scalar(select(Facilitator.stands_still_at)) is not None

    def stand_still_at(self, instant: datetime) -> None:
        """Let the time of this workspace, a sample, stand still from when it is opened next."""
        with self._database.transaction(None) as session:
            session.scalars(select(Facilitator)).one().stands_still_at = instant
