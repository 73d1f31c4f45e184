from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import select

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.events import Event, Undo, Unsaved
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.groups import Group
from carfacilitator.model.meetings import Meeting
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.terms import GroupKind, MentoringKind
from carfacilitator.store import recording, upgrades
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from tests.builders import a_case_study, a_draft, a_file, a_workspace

KEY = bytes(range(32))
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    upgrades.create_schema(tmp_path / "workspace.db", KEY)
    database = Database(tmp_path / "workspace.db", KEY, FixedClock(NOON))
    with database.transaction(None) as session:
        session.add(Facilitator(name="Dr Isla Munro", initials="IM", email="isla@example.org"))
    yield database
    database.close()


def events(database: Database) -> list[Event]:
    with database.reading() as session:
        return list(session.scalars(select(Event).order_by(Event.pk)))


def undos(database: Database) -> list[Undo]:
    with database.reading() as session:
        return list(session.scalars(select(Undo).order_by(Undo.pk)))


def people(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Person.name).order_by(Person.pk)))


def add(database: Database, *names: str) -> None:
    with database.transaction(Deed("added", Person)) as session:
        session.add_all([Person(name=name) for name in names])


def rename(database: Database, name: str) -> None:
    with database.transaction(Deed("changed", Person)) as session:
        session.scalars(select(Person)).one().name = name


def take_back(database: Database, undo: Undo) -> None:
    with database.transaction(None) as session:
        recording.reverse(session, undo.changes, NOON)


def bring_again(database: Database, undo: Undo) -> None:
    with database.transaction(None) as session:
        recording.repeat(session, undo.changes)


def test_a_write_leaves_one_event_that_says_who_did_what_to_what_and_when(database: Database) -> None:
    add(database, "Ailsa Reid")
    (event,) = events(database)
    assert (event.at, event.who, event.verb, event.noun) == (NOON, "Dr Isla Munro", "added", "Person")
    assert event.summary == "added a person"
    with database.reading() as session:
        assert session.scalars(select(Person.id)).one() == event.entity_id


def test_many_at_once_are_one_event(database: Database) -> None:
    add(database, "Ailsa Reid", "Tom Baird", "Jean Lockhart")
    assert [event.summary for event in events(database)] == ["added 3 people"]


def test_an_event_holds_no_word_of_what_was_written(database: Database) -> None:
    add(database, "Zebedee")
    rename(database, "Quarrell")
    for event in events(database):
        assert not {"Zebedee", "Quarrell"} & set(event.summary.split())


def test_a_transaction_that_changes_nothing_leaves_no_event(database: Database) -> None:
    add(database, "Ailsa Reid")
    rename(database, "Ailsa Reid")
    assert len(events(database)) == 1


def test_what_was_created_can_be_taken_back_and_brought_again(database: Database) -> None:
    add(database, "Ailsa Reid")
    (undo,) = undos(database)
    take_back(database, undo)
    assert people(database) == []
    bring_again(database, undo)
    assert people(database) == ["Ailsa Reid"]


def test_what_was_altered_goes_back_and_forth(database: Database) -> None:
    add(database, "Ailsa Reid")
    rename(database, "Ailsa Reid-Kerr")
    undo = undos(database)[-1]
    take_back(database, undo)
    assert people(database) == ["Ailsa Reid"]
    bring_again(database, undo)
    assert people(database) == ["Ailsa Reid-Kerr"]


def test_several_flushes_of_one_transaction_are_one_change_from_first_to_last(database: Database) -> None:
    add(database, "first")
    with database.transaction(Deed("changed", Person)) as session:
        person = session.scalars(select(Person)).one()
        for name in ("second", "third"):
            person.name = name
            session.flush()
    (change,) = undos(database)[-1].changes
    assert (change["before"], change["after"]) == ({"name": "first"}, {"name": "third"})


def test_every_type_of_column_goes_back_to_what_it_was(database: Database) -> None:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"), kind=GroupKind.INQUIRY)
    note = MentoringNote(person=Person(name="Ailsa Reid"), day=date(2026, 3, 9))
    meeting = Meeting(group=group, day=date(2026, 3, 12), starts=time(10, 15))
    with database.transaction(Deed("added", Meeting)) as session:
        session.add_all([meeting, note])
    with database.transaction(Deed("changed", Meeting)) as session:
        found, same_note = session.scalars(select(Meeting)).one(), session.scalars(select(MentoringNote)).one()
        found.day, found.starts, found.minutes = date(2026, 4, 1), time(14, 0), 90
        same_note.kind = MentoringKind.CONFLICT
        session.scalars(select(Group)).one().ended = date(2026, 12, 1)
    take_back(database, undos(database)[-1])
    with database.reading() as session:
        again = session.scalars(select(Meeting)).one()
        assert (again.day, again.starts, again.minutes) == (date(2026, 3, 12), time(10, 15), 120)
        assert session.scalars(select(MentoringNote.kind)).one() is MentoringKind.REASSURANCE
        assert session.scalars(select(Group.ended)).one() is None


def test_removing_is_an_alteration_that_can_be_taken_back(database: Database) -> None:
    add(database, "Ailsa Reid")
    with database.transaction(Deed("removed", Person)) as session:
        session.scalars(select(Person)).one().removed_at = NOON
    assert people(database) == []
    take_back(database, undos(database)[-1])
    assert people(database) == ["Ailsa Reid"]


def test_a_record_cannot_be_deleted_by_mistake(database: Database) -> None:
    add(database, "Ailsa Reid")
    with pytest.raises(TypeError, match="never deleted"), database.transaction(Deed("removed", Person)) as session:
        session.delete(session.scalars(select(Person)).one())
    assert people(database) == ["Ailsa Reid"]


def test_a_new_deed_forgets_what_had_been_taken_back(database: Database) -> None:
    add(database, "Ailsa Reid")
    with database.transaction(None) as session:
        session.scalars(select(Undo)).one().undone = True
    add(database, "Tom Baird")
    assert [undo.undone for undo in undos(database)] == [False]


def test_what_is_being_typed_is_no_event(database: Database) -> None:
    with database.transaction(Deed("typed", Unsaved)) as session:
        session.add(Unsaved(field="note", text="half a sen", at=NOON))
    assert events(database) == []


def test_the_owners_name_can_be_altered_and_taken_back(database: Database) -> None:
    with database.transaction(Deed("changed", Facilitator)) as session:
        session.scalars(select(Facilitator)).one().initials = "IMM"
    take_back(database, undos(database)[-1])
    with database.reading() as session:
        assert session.scalars(select(Facilitator.initials)).one() == "IM"


def test_rows_that_change_places_in_what_is_unique_change_back_and_again(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study_id = a_case_study(services)
    one, two = (a_draft(services, study_id, a_file(text, name=f"{text}.docx")) for text in ("Water.", "A letter."))
    services.drafts.reorder(study_id, [two, one])
    for step, ids in ((services.history.undo, [one, two]), (services.history.redo, [two, one])):
        assert step() == "reordered 2 drafts"
        assert [row.id for row in services.drafts.timeline(study_id)] == ids
    services.close()
