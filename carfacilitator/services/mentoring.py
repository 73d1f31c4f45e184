"""Mentoring notes: confidential to the facilitator, with a part that may be shared with the person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from carfacilitator.model.clock import Clock, today
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.people import Person
from carfacilitator.model.sorting import matches
from carfacilitator.model.terms import Audience, MentoringKind
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class MentoringChanges(TypedDict, total=False):
    """What can be altered about a mentoring note."""

    day: date
    kind: MentoringKind
    shared_part: str
    private_part: str


@dataclass(frozen=True, kw_only=True)
class MentoringRow:
    """A mentoring note, whole; in a list only its beginning is shown."""

    id: UUID
    person_id: UUID
    person: str
    day: date
    kind: MentoringKind
    shared_part: str
    private_part: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class NoteGlimpse:
    """That there is a note about a person, of a day."""

    id: UUID
    person_id: UUID
    person: str
    day: date


class Mentoring:
    """The mentoring notes about every participant."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, person_id: UUID, /, **details: Unpack[MentoringChanges]) -> UUID:
        """Write a note about a person, of today unless told otherwise, and return its id."""
        with self._database.transaction(Deed("added", MentoringNote)) as session:
            note = MentoringNote(person=records.get(session, Person, person_id), day=today(self._clock))
            records.amend(note, details)
            session.add(note)
        return note.id

    def amend(self, note_id: UUID, **changes: Unpack[MentoringChanges]) -> None:
        """Alter a note."""
        with self._database.transaction(Deed("changed", MentoringNote)) as session:
            records.amend(records.get(session, MentoringNote, note_id), changes)

    def remove(self, note_id: UUID) -> None:
        """Take a note out of every list; Undo brings it back."""
        with self._database.transaction(Deed("removed", MentoringNote)) as session:
            records.remove(records.get(session, MentoringNote, note_id), self._clock.now())

    def rows(self, matching: str = "", person_id: UUID | None = None) -> list[MentoringRow]:
        """Return notes, newest first: those whose person, kind or words hold every word of `matching`."""
        newest_first = select(MentoringNote, Person).join(MentoringNote.person)
        newest_first = newest_first.order_by(MentoringNote.day.desc(), MentoringNote.pk.desc())
        if person_id is not None:
            newest_first = newest_first.where(Person.id == person_id)
        with self._database.reading() as session:
            found = session.execute(newest_first).all()
        return [
            _row(note, person)
            for note, person in found
            if not matching or matches(matching, person.name, note.kind, note.shared_part, note.private_part)
        ]

    def glimpses(self, people: Collection[UUID], since: date | None = None) -> list[NoteGlimpse]:
        """Return which notes there are about some people, the newest first, without reading a word of them."""
        columns = (MentoringNote.id, Person.id, Person.name, MentoringNote.day)
        statement = select(*columns).join(MentoringNote.person).where(Person.id.in_(people))
        if since is not None:
            statement = statement.where(MentoringNote.day >= since)
        with self._database.reading() as session:
            found = session.execute(statement.order_by(MentoringNote.day.desc(), MentoringNote.pk.desc())).all()
        return [NoteGlimpse(id=id_, person_id=person, person=name, day=day) for id_, person, name, day in found]

    def open(self, note_id: UUID) -> MentoringRow:
        """Return a note."""
        with self._database.reading() as session:
            note = records.get(session, MentoringNote, note_id, MentoringNote.person)
            return _row(note, note.person)


def _row(note: MentoringNote, person: Person) -> MentoringRow:
    return records.tell(MentoringRow, note, person_id=person.id, person=person.name)
