import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from carfacilitator.store import cipher

KEY = bytes(range(32))
WORD = "Zebedee"


def a_database(folder: Path) -> Path:
    path = folder / "some.db"
    connection = cipher.connect(path, KEY)
    connection.execute("CREATE TABLE note (pk INTEGER PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO note (text) VALUES (?)", [(f"{WORD} {n}",) for n in range(500)])
    connection.close()
    return path


def test_the_file_is_no_plain_database_and_holds_no_word_of_what_was_written(tmp_path: Path) -> None:
    kept = a_database(tmp_path).read_bytes()
    assert not kept.startswith(b"SQLite format 3")
    assert WORD.encode() not in kept


def test_a_wrong_key_opens_nothing_and_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = a_database(tmp_path)
    with pytest.raises(dbapi2.DatabaseError) as error:
        cipher.connect(path, bytes(32))
    assert "damaged" in str(cipher.known(error.value))
    assert capfd.readouterr().err == ""


def test_saved_means_saved(tmp_path: Path) -> None:
    connection = cipher.connect(a_database(tmp_path), KEY)
    asked = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert asked == {"journal_mode": "wal", "synchronous": 2}
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    connection.close()


def test_a_driver_without_encryption_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        def execute(self, _statement: str) -> "Plain":
            return self

        def fetchone(self) -> None:
            return None

        def set_key(self, _key: str) -> None:
            return None

        def close(self) -> None:
            return None

    monkeypatch.setattr(dbapi2, "connect", lambda *_, **__: Plain())
    with pytest.raises(cipher.UnencryptedError):
        cipher.connect(tmp_path / "some.db", KEY)


def test_a_sound_database_has_no_faults_and_a_flipped_bit_is_one(tmp_path: Path) -> None:
    path = a_database(tmp_path)
    connection = cipher.open_with_key(path, KEY)
    assert cipher.faults_in(connection) == []
    connection.close()
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    connection = cipher.open_with_key(path, KEY)
    assert any("HMAC" in fault for fault in cipher.faults_in(connection))
    connection.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named_in_plain_words(tmp_path: Path) -> None:
    path = a_database(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(dbapi2.Error) as error:
            cipher.connect(path, KEY)
        assert cipher.known(error.value)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("SQLITE_FULL", "full"),
        ("SQLITE_READONLY_DIRECTORY", "read-only"),
        ("SQLITE_READONLY_DBMOVED", "connected"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_IOERR_WRITE", "connected"),
        ("SQLITE_CORRUPT", "damaged"),
    ],
)
def test_what_the_drive_does_is_said_in_plain_words(code: str, word: str) -> None:
    error = dbapi2.OperationalError("told in the library's own words")
    error.sqlite_errorname = code
    said = cipher.known(error)
    assert said is not None
    assert word in str(said)
    assert "own words" not in str(said)


def test_anything_else_is_a_bug() -> None:
    assert cipher.known(ValueError("x")) is None


def test_a_key_fits_or_it_does_not(tmp_path: Path) -> None:
    path = a_database(tmp_path)
    assert cipher.fits(path, KEY)
    assert not cipher.fits(path, bytes(32))


def test_a_new_key_opens_all_that_the_old_one_did_and_the_old_one_nothing(tmp_path: Path) -> None:
    path, new = a_database(tmp_path), bytes(reversed(range(32)))
    cipher.rekey(path, KEY, new)
    assert not cipher.fits(path, KEY)
    connection = cipher.connect(path, new)
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (500,)
    assert cipher.faults_in(connection) == []
    connection.close()


def test_the_encryption_tells_its_version() -> None:
    assert cipher.version().startswith("4.")
