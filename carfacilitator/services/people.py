"""People who take part: adding them, their places in groups, finding them, and what is known of each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.sorting import matches, name_key, title_key
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class PersonChanges(TypedDict, total=False):
    """What can be altered about a person."""

    name: str
    organisation: str
    job: str
    email: str
    telephone: str
    needs: str
    notes: str
    audience: Audience


class MembershipChanges(TypedDict, total=False):
    """What can be altered about a person's place in a group."""

    role: str
    joined: date | None
    left: date | None
    why_left: str


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A person in a list; `groups` are the names of those they belong to now."""

    id: UUID
    name: str
    organisation: str
    job: str
    groups: tuple[str, ...]
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class PlaceInGroup:
    """A person's time in a group, seen from either side, with what one wants to know of the person there."""

    id: UUID
    person_id: UUID
    person: str
    job: str
    organisation: str
    needs: str
    group_id: UUID
    group: str
    role: str
    joined: date | None
    left: date | None
    why_left: str


@dataclass(frozen=True, kw_only=True)
class PersonDetails:
    """Everything on a person's page."""

    id: UUID
    name: str
    organisation: str
    job: str
    email: str
    telephone: str
    needs: str
    notes: str
    audience: Audience
    places: tuple[PlaceInGroup, ...]


class People:
    """The participants of every group."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, /, **details: Unpack[PersonChanges]) -> UUID:
        """Add a person and return their id."""
        person = Person(name=name)
        records.amend(person, {"name": name, **details}, "name")
        with self._database.transaction(Deed("added", Person)) as session:
            session.add(person)
        return person.id

    def amend(self, person_id: UUID, **changes: Unpack[PersonChanges]) -> None:
        """Alter what is known of a person."""
        with self._database.transaction(Deed("changed", Person)) as session:
            records.amend(records.get(session, Person, person_id), changes, "name")

    def remove(self, person_id: UUID) -> None:
        """Take a person out of every list; Undo brings them back."""
        with self._database.transaction(Deed("removed", Person)) as session:
            records.remove(records.get(session, Person, person_id), self._clock.now())

    def join(self, person_id: UUID, group_id: UUID, **details: Unpack[MembershipChanges]) -> UUID:
        """Give a person a place in a group and return the place's id."""
        with self._database.transaction(Deed("added", Membership)) as session:
            person, group = records.get(session, Person, person_id), records.get(session, Group, group_id)
            place = Membership(person=person, group=group)
            _settle(place, details)
            session.add(place)
        return place.id

    def welcome(
        self, name: str, group_id: UUID, known: PersonChanges | None = None, /, **details: Unpack[MembershipChanges]
    ) -> UUID:
        """Add a person, of whom something may be known, with a place in a group, both or neither; return their id."""
        with self._database.transaction(Deed("added", Person)) as session:
            person = Person(name=name)
            records.amend(person, {**(known or {}), "name": name}, "name")
            place = Membership(person=person, group=records.get(session, Group, group_id))
            _settle(place, details)
            session.add_all([person, place])
        return person.id

    def amend_place(self, place_id: UUID, **changes: Unpack[MembershipChanges]) -> None:
        """Alter a person's place in a group: the role, when they joined or left, and why."""
        with self._database.transaction(Deed("changed", Membership)) as session:
            _settle(records.get(session, Membership, place_id), changes)

    def remove_place(self, place_id: UUID) -> None:
        """Take a place in a group away, as if it had never been."""
        with self._database.transaction(Deed("removed", Membership)) as session:
            records.remove(records.get(session, Membership, place_id), self._clock.now())

    def rows(self, matching: str = "", group_id: UUID | None = None) -> list[PersonRow]:
        """Return people by family name: those whose name, job or organisation holds every word of `matching`."""
        with self._database.reading() as session:
            people = session.scalars(select(Person)).all()
            places = places_in_groups(session)
        held = defaultdict(list)
        for place in places:
            held[place.person_id].append(place)
        rows = [_row(person, held[person.id]) for person in people if _belongs(held[person.id], group_id)]
        found = (row for row in rows if matches(matching, row.name, row.job, row.organisation))
        return sorted(found, key=lambda row: name_key(row.name))

    def open(self, person_id: UUID) -> PersonDetails:
        """Return everything known of a person, places in groups newest first."""
        with self._database.reading() as session:
            person = records.get(session, Person, person_id)
            places = [place for place in places_in_groups(session) if place.person_id == person_id]
        newest_first = sorted(places, key=lambda place: place.joined or date.min, reverse=True)
        return records.tell(PersonDetails, person, places=tuple(newest_first))


def _settle(place: Membership, changes: MembershipChanges) -> None:
    records.amend(place, changes)
    if place.joined and place.left and place.left < place.joined:
        raise KnownError("Nobody leaves a group before joining it.", "Put one of the two days right.")


def places_in_groups(session: Session) -> list[PlaceInGroup]:
    """Return every place in a group, of people and groups that have not been removed."""
    statement = select(Membership, Person, Group).join(Membership.person).join(Membership.group)
    return [_place(*row) for row in session.execute(statement).all()]


def _place(membership: Membership, person: Person, group: Group) -> PlaceInGroup:
    return records.tell(
        PlaceInGroup,
        membership,
        person_id=person.id,
        person=person.name,
        job=person.job,
        organisation=person.organisation,
        needs=person.needs,
        group_id=group.id,
        group=group.name,
    )


def _row(person: Person, places: list[PlaceInGroup]) -> PersonRow:
    now = {place.group for place in places if place.left is None}
    return records.tell(PersonRow, person, groups=tuple(sorted(now, key=title_key)))


def _belongs(places: list[PlaceInGroup], group_id: UUID | None) -> bool:
    return group_id is None or any(place.group_id == group_id for place in places)
