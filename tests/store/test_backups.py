from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import SystemClock
from carfacilitator.model.people import Person
from carfacilitator.store import backups, cipher, upgrades
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

KEY = bytes(range(32))


def a_database_with_people(folder: Path, count: int) -> Path:
    path = folder / "workspace.db"
    upgrades.create_schema(path, KEY)
    database = Database(path, KEY, SystemClock())
    with database.transaction(Deed("added", Person)) as session:
        session.add_all([Person(name=f"Zebedee {n}") for n in range(count)])
    database.close()
    return path


def test_a_copy_is_encrypted_closed_and_whole(tmp_path: Path) -> None:
    copy = tmp_path / "backups" / "copy.db"
    backups.copy_verified(a_database_with_people(tmp_path, 50), KEY, copy)
    assert b"Zebedee" not in copy.read_bytes()
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    connection = cipher.open_with_key(copy, KEY)
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (50,)
    connection.close()
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]


def test_a_copy_is_made_while_the_workspace_is_in_use(tmp_path: Path) -> None:
    path = a_database_with_people(tmp_path, 2)
    database = Database(path, KEY, SystemClock())
    with database.transaction(Deed("added", Person)) as session:
        session.add(Person(name="In the journal"))
    backups.copy_verified(path, KEY, tmp_path / "copy.db")
    database.close()
    connection = cipher.open_with_key(tmp_path / "copy.db", KEY)
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (3,)
    connection.close()


def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    path = a_database_with_people(tmp_path, 500)
    kept = bytearray(path.read_bytes())
    kept[-2000] ^= 1  # in the middle of the last page, which holds people
    path.write_bytes(kept)
    with pytest.raises(KnownError):
        backups.copy_verified(path, KEY, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []
