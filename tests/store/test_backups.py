import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WrongPassphraseError
from carfacilitator.model.clock import SystemClock
from carfacilitator.model.people import Person
from carfacilitator.store import backups, containers, keys, recovery_codes, slots, upgrades
from carfacilitator.store.backups import Occasion, Source
from carfacilitator.store.containers import DamagedBackupError
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from carfacilitator.store.slots import Cost

CHEAP = Cost(iterations=1, lanes=1, memory=8)
WORDS = "a boat called Morven"
NOON = Occasion(datetime(2026, 3, 10, 12, 0, tzinfo=UTC), "by hand")
CODE = recovery_codes.written(bytes(20))


def add(database: Database, count: int) -> None:
    with database.transaction(Deed("added", Person)) as session:
        session.add_all([Person(name=f"Zebedee {n}") for n in range(count)])


def a_source(folder: Path, count: int = 3) -> Source:
    key = keys.create(folder, WORDS, CHEAP)
    keys.keep(folder, keys.read(folder).with_slot(key, slots.by_code(CODE), CHEAP))
    upgrades.create_schema(folder / "workspace.db", key)
    database = Database(folder / "workspace.db", key, SystemClock())
    add(database, count)
    database.close()
    return Source("Work", folder / "workspace.db", key, keys.read(folder))


def people_in(file: Path, folder: Path, opener: slots.Opener | None = None) -> int:
    key = backups.key_of(file, opener or slots.by_passphrase(WORDS))
    return backups.check(file, key, folder / "scratch.db").counts["people"]


def test_a_backup_is_one_encrypted_file_that_holds_database_and_keys(tmp_path: Path) -> None:
    file = tmp_path / "backups" / "Work.carbackup"
    made = backups.make(a_source(tmp_path, 50), file, NOON)
    assert [one.name for one in file.parent.iterdir()] == ["Work.carbackup"]
    assert b"Zebedee" not in file.read_bytes()
    assert (made.name, made.why, made.revision) == ("Work", "by hand", upgrades.HEAD)
    assert containers.manifest_of(file) == made
    assert people_in(file, tmp_path) == 50


def test_the_recovery_code_alone_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "Work.carbackup"
    backups.make(a_source(tmp_path, 7), file, NOON)
    assert people_in(file, tmp_path, slots.by_code(CODE.lower())) == 7
    with pytest.raises(WrongPassphraseError):
        people_in(file, tmp_path, slots.by_passphrase("a guess"))


def test_what_is_in_the_journal_is_in_the_backup(tmp_path: Path) -> None:
    source = a_source(tmp_path, 2)
    database = Database(source.database, source.key, SystemClock())
    add(database, 1)
    backups.make(source, tmp_path / "Work.carbackup", NOON)
    database.close()
    assert people_in(tmp_path / "Work.carbackup", tmp_path) == 3


def test_what_is_written_meanwhile_waits_for_nothing_and_comes_into_the_next_one(tmp_path: Path) -> None:
    source = a_source(tmp_path, 400)
    database = Database(source.database, source.key, SystemClock())
    written = threading.Event()

    def once(_share: float) -> None:
        if not written.is_set():
            written.set()
            add(database, 5)

    backups.make(source, tmp_path / "one.carbackup", NOON, once)
    backups.make(source, tmp_path / "two.carbackup", NOON)
    database.close()
    assert written.is_set()
    assert [people_in(tmp_path / f"{name}.carbackup", tmp_path) for name in ("one", "two")] == [400, 405]


def test_a_damaged_database_gives_no_backup_and_leaves_nothing(tmp_path: Path) -> None:
    source = a_source(tmp_path, 500)
    kept = bytearray(source.database.read_bytes())
    kept[-2000] ^= 1  # in the middle of the last page, which holds people
    source.database.write_bytes(kept)
    with pytest.raises(KnownError):
        backups.make(source, tmp_path / "copies" / "Work.carbackup", NOON)
    assert list((tmp_path / "copies").iterdir()) == []


def test_who_no_longer_wants_it_leaves_nothing(tmp_path: Path) -> None:
    source = a_source(tmp_path)

    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(KnownError):
        backups.make(source, tmp_path / "copies" / "Work.carbackup", NOON, stop)
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_backup_whose_database_was_swapped_for_another_of_the_same_key_is_noticed(tmp_path: Path) -> None:
    source = a_source(tmp_path, 3)
    backups.make(source, tmp_path / "old.carbackup", NOON)
    database = Database(source.database, source.key, SystemClock())
    add(database, 1)
    database.close()
    file = tmp_path / "new.carbackup"
    backups.make(source, file, NOON)
    older = tmp_path / "older.db"
    containers.take_out_database(tmp_path / "old.carbackup", older)
    manifest, ring = containers.manifest_of(file), keys.packed(containers.ring_in(file))
    contents = containers.Contents(manifest, ring, containers.summary_in(file), older)
    containers.write(file, contents, backups.nothing)
    with pytest.raises(DamagedBackupError):
        people_in(file, tmp_path)


def test_a_copy_in_a_second_place_is_read_back_there(tmp_path: Path) -> None:
    file, stick = tmp_path / "Work.carbackup", tmp_path / "stick"
    backups.make(a_source(tmp_path), file, NOON)
    stick.mkdir()
    copy = backups.copy_to(file, stick)
    assert copy.read_bytes() == file.read_bytes()
    assert backups.copy_to(file, stick) == copy
    assert [one.name for one in stick.iterdir()] == ["Work.carbackup"]


def test_a_stick_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    file = tmp_path / "Work.carbackup"
    backups.make(a_source(tmp_path), file, NOON)
    with pytest.raises(KnownError, match="connected"):
        backups.copy_to(file, tmp_path / "stick")


def test_a_damaged_backup_is_not_copied(tmp_path: Path) -> None:
    file, stick = tmp_path / "Work.carbackup", tmp_path / "stick"
    backups.make(a_source(tmp_path), file, NOON)
    damaged = bytearray(file.read_bytes())
    damaged[5000] ^= 4
    file.write_bytes(damaged)
    stick.mkdir()
    with pytest.raises(DamagedBackupError):
        backups.copy_to(file, stick)
    assert list(stick.iterdir()) == []


def test_what_was_cut_off_is_cleared_away_and_backups_are_not(tmp_path: Path) -> None:
    for name in (".Work.carbackup.db", ".Work.carbackup.new", "Work.carbackup"):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / ".rehearsal-x").mkdir()
    backups.clear_leftovers(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["Work.carbackup"]
    backups.clear_leftovers(tmp_path / "no such folder")


def test_two_backups_of_a_day_have_two_names(tmp_path: Path) -> None:
    first = backups.free_name(tmp_path, "Work", "2026-03-10")
    first.touch()
    assert first.name == "Work-2026-03-10.carbackup"
    assert backups.free_name(tmp_path, "Work", "2026-03-10").name == "Work-2026-03-10-2.carbackup"


def test_no_key_stands_in_what_a_bug_would_report(tmp_path: Path) -> None:
    source = replace(a_source(tmp_path), key=bytes(range(32)))
    assert "\\x1f" not in repr(source)


def test_another_key_proves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "Work.carbackup"
    backups.make(a_source(tmp_path), file, NOON)
    with pytest.raises(DamagedBackupError):
        backups.check(file, bytes(32), tmp_path / "scratch.db")


def test_a_backup_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        backups.key_of(tmp_path / "gone.carbackup", slots.by_passphrase(WORDS))
