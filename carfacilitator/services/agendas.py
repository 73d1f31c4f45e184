"""The agenda of a meeting: adding items, timing them, moving them."""

from typing import TypedDict, Unpack
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.model.meetings import AgendaItem, Meeting
from carfacilitator.services import records
from carfacilitator.services.meetings import items_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class AgendaItemChanges(TypedDict, total=False):
    """What can be altered about an agenda item."""

    title: str
    minutes: int
    leads: str
    materials: str
    private_note: str


class Agendas:
    """The agendas of every meeting; a meeting's page shows them with the times at which items begin."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, meeting_id: UUID, title: str, /, to: int | None = None, **details: Unpack[AgendaItemChanges]) -> UUID:
        """Add an item at place `to` of a meeting's agenda, or at its end, and return its id."""
        with self._database.transaction(Deed("added", AgendaItem)) as session:
            meeting = records.get(session, Meeting, meeting_id)
            standing = items_of(session, meeting)
            item = AgendaItem(meeting=meeting, title=title)
            _amend(item, {"title": title, **details})
            session.add(item)
            _put(item, standing, len(standing) if to is None else to)
        return item.id

    def copy(self, meeting_id: UUID, from_meeting_id: UUID) -> int:
        """Add the items of another meeting to the end of an agenda and return how many; private notes stay there."""
        with self._database.transaction(Deed("added", AgendaItem)) as session:
            meeting = records.get(session, Meeting, meeting_id)
            first = len(items_of(session, meeting))
            others = items_of(session, records.get(session, Meeting, from_meeting_id))
            for position, other in enumerate(others, first):
                item = AgendaItem(meeting=meeting, position=position, title=other.title, minutes=other.minutes)
                records.amend(item, {"leads": other.leads, "materials": other.materials, "audience": other.audience})
                session.add(item)
        return len(others)

    def amend(self, item_id: UUID, **changes: Unpack[AgendaItemChanges]) -> None:
        """Alter an item; those after it begin later or earlier by themselves."""
        with self._database.transaction(Deed("changed", AgendaItem)) as session:
            _amend(records.get(session, AgendaItem, item_id), changes)

    def move(self, item_id: UUID, to: int) -> None:
        """Put an item at place `to` of its agenda, counted from 0; the others close up."""
        with self._database.transaction(Deed("moved", AgendaItem)) as session:
            item = records.get(session, AgendaItem, item_id, AgendaItem.meeting)
            others = [other for other in items_of(session, item.meeting) if other is not item]
            _put(item, others, to)

    def remove(self, item_id: UUID) -> None:
        """Take an item off its agenda."""
        with self._database.transaction(Deed("removed", AgendaItem)) as session:
            records.remove(records.get(session, AgendaItem, item_id), self._clock.now())


def _put(item: AgendaItem, others: list[AgendaItem], to: int) -> None:
    """Give `item` place `to` among the `others`, which close up around it."""
    others.insert(max(to, 0), item)
    for position, each in enumerate(others):
        each.position = position


def _amend(item: AgendaItem, changes: AgendaItemChanges) -> None:
    if changes.get("minutes", 0) < 0:
        raise KnownError("An agenda item cannot last less than no time.")
    records.amend(item, changes, "title")
