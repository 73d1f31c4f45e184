import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.orm import aliased

from carfacilitator.errors import KnownError
from carfacilitator.model.base import Entity
from carfacilitator.model.clock import SystemClock
from carfacilitator.model.events import Event
from carfacilitator.model.groups import Group
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership, Person
from carfacilitator.store import cipher, upgrades
from carfacilitator.store.database import Database, NestedTransactionError, StoreFaultError
from carfacilitator.store.recording import Deed

KEY = bytes(range(32))
ADDED = Deed("added", Person)
Classes = frozenset[type[Entity]]
NOW = SystemClock().now()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    upgrades.create_schema(tmp_path / "workspace.db", KEY)
    database = Database(tmp_path / "workspace.db", KEY, SystemClock())
    yield database
    database.close()


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Person.name).order_by(Person.pk)))


def test_the_database_and_its_journal_hold_no_word_of_a_note(database: Database, tmp_path: Path) -> None:
    with database.transaction(Deed("added", MentoringNote)) as session:
        person = Person(name="Zebedee Quarrell")
        session.add(MentoringNote(person=person, day=date(2026, 3, 9), private_part="the whispered ombudsman" * 50))
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(files["workspace.db-wal"]) > 0
    assert not files["workspace.db"].startswith(b"SQLite format 3")
    for content in files.values():
        assert not any(word in content for word in (b"Zebedee", b"Quarrell", b"whispered", b"ombudsman"))


def test_the_listeners_hear_after_the_commit_which_classes_changed(database: Database) -> None:
    heard: list[tuple[Classes, list[str]]] = []
    stop = database.on_change(lambda classes: heard.append((classes, names(database))))
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
        session.flush()
        assert not heard
    classes, seen = heard[0]
    assert classes >= {Person, Event}
    assert Group not in classes
    assert seen == ["Ailsa Reid"]
    stop()
    with database.transaction(ADDED) as session:
        session.add(Person(name="Tom Baird"))
    assert len(heard) == 1


def add_and_fail(database: Database) -> None:
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
        session.flush()
        raise ZeroDivisionError


def test_what_fails_half_way_is_as_if_it_had_never_begun(database: Database) -> None:
    heard: list[Classes] = []
    database.on_change(heard.append)
    with pytest.raises(ZeroDivisionError):
        add_and_fail(database)
    assert names(database) == []
    assert heard == []
    with database.transaction(ADDED) as session:
        session.add(Person(name="Tom Baird"))
    assert names(database) == ["Tom Baird"]


def test_nothing_is_kept_from_a_session_that_reads(database: Database) -> None:
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
    with database.reading() as session:
        session.scalars(select(Person)).one().name = "altered"
    assert names(database) == ["Ailsa Reid"]


def test_what_was_removed_is_left_out_of_every_query_and_join(database: Database) -> None:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    with database.transaction(ADDED) as session:
        session.add_all(Membership(person=Person(name=name), group=group) for name in ("Ailsa", "Tom"))
    with database.transaction(Deed("removed", Person)) as session:
        session.scalars(select(Person).where(Person.name == "Tom")).one().removed_at = NOW
    other = aliased(Person)
    with database.reading() as session:
        assert session.scalars(select(Person.name)).all() == ["Ailsa"]
        assert session.scalars(select(other.name)).all() == ["Ailsa"]
        joined = select(Membership, Person.name).join(Membership.person)
        assert [name for _, name in session.execute(joined)] == ["Ailsa"]
        everyone = select(Person.name).order_by(Person.name).execution_options(include_removed=True)
        assert session.scalars(everyone).all() == ["Ailsa", "Tom"]


def test_a_transaction_inside_another_is_a_bug_that_says_so_at_once(database: Database) -> None:
    with pytest.raises(NestedTransactionError), database.transaction(ADDED), database.transaction(ADDED):
        pass
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
    assert names(database) == ["Ailsa Reid"]


def test_several_threads_take_turns_at_writing(database: Database) -> None:
    def write(number: int) -> None:
        for _ in range(3):
            with database.transaction(ADDED) as session:
                session.add(Person(name=f"Person {number}"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(database)) == 12


def test_who_reads_sees_one_state_while_another_writes(database: Database) -> None:
    with database.reading() as session:
        assert session.scalars(select(Person.name)).all() == []
        with database.transaction(ADDED) as writing:
            writing.add(Person(name="Ailsa Reid"))
        assert session.scalars(select(Person.name)).all() == []
    assert names(database) == ["Ailsa Reid"]


def fill_up(database: Database, pages: int) -> None:
    with database.transaction(ADDED) as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
        session.add_all(Person(name="Zebedee" * 5000) for _ in range(20))


def test_a_full_drive_is_said_plainly_and_loses_nothing(database: Database) -> None:
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
    with database.reading() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
    with pytest.raises(KnownError, match="full"):
        fill_up(database, pages)
    assert names(database) == ["Ailsa Reid"]


def test_a_bug_on_the_way_to_the_database_quotes_nothing(database: Database) -> None:
    with pytest.raises(StoreFaultError) as error, database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa", audience="Zebedee"))  # type: ignore[arg-type]  # the bug
    assert "Zebedee" not in str(error.value) + repr(error.value)
    assert error.value.__suppress_context__
    with pytest.raises(StoreFaultError), database.reading() as session:
        session.execute(text("SELECT 'Zebedee' FROM nowhere"))


WRITER = """
import sys
from pathlib import Path
from carfacilitator.model.clock import SystemClock
from carfacilitator.model.people import Person
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
database = Database(Path(sys.argv[1]), bytes(range(32)), SystemClock())
round = 0
while True:
    round += 1
    with database.transaction(Deed("added", Person)) as session:
        session.add_all([Person(name=f"{round} {n} " + "x" * 20000) for n in range(10)])
    print(round, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_kill_at_any_moment_leaves_whole_transactions_and_every_one_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    upgrades.create_schema(path, KEY)
    moments = random.Random(7)  # noqa: S311  moments to kill at, not secrets
    total = 0
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            threading.Event().wait(moments.uniform(0.0, 0.15))
            writer.send_signal(signal.SIGKILL)
            acknowledged = 1 + len(writer.stdout.read().split())
        connection = cipher.open_with_key(path, KEY)
        assert cipher.faults_in(connection) == []
        people = connection.execute("SELECT count(*) FROM people").fetchone()[0]
        events = connection.execute("SELECT count(*) FROM events").fetchone()[0]
        connection.close()
        assert people % 10 == 0
        assert people == events * 10
        assert events in {total + acknowledged, total + acknowledged + 1}
        total = events


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse whatever would make a file longer, as a full drive does."""
    import resource  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of Unix")
def test_when_a_drive_took_nothing_and_does_again_work_goes_on_and_nothing_is_lost(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction(ADDED) as session:
        session.add(Person(name="Ailsa Reid"))
    connected: list[object] = []
    event.listen(database._engine, "connect", lambda *_: connected.append(1))
    size = max(file.stat().st_size for file in tmp_path.iterdir())
    with no_file_larger_than(size):
        for _ in range(2):
            with pytest.raises(KnownError, match="full"), database.transaction(ADDED) as session:
                session.add(Person(name="Nobody", notes="x" * 2 * size))
        assert names(database) == ["Ailsa Reid"]
    with database.transaction(ADDED) as session:
        session.add(Person(name="Tom Baird"))
    assert names(database) == ["Ailsa Reid", "Tom Baird"]
    assert connected  # none that was open when the drive failed is used again
