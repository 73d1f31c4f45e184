"""Connections to an encrypted database file: keyed, proved to be SQLCipher, and set so that saved means saved."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from carfacilitator.errors import KnownError
from carfacilitator.store import functions

WAIT = 5.0  # seconds that one connection waits for another's write
APPLICATION_ID = 0x43415246  # "CARF": tells our files from other databases, once they are opened
PAGE = 4096  # bytes, of SQLCipher 4
_CACHE = -65536  # kibibytes; with SQLCipher's own 8 MB large indexes take eight times as long

Connection = Any  # of sqlcipher3, which has no types
ENGINE_ERRORS: tuple[type[Exception], ...] = (dbapi2.Error,)


class UnencryptedError(Exception):
    """The driver at hand would write plain SQLite. This is a broken installation, never a choice."""


def connect(path: Path, key: bytes) -> Connection:
    """Open the database at `path` with a 32-byte key, ready for work; without transactions of the driver's own."""
    connection = open_with_key(path, key)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # NORMAL lost acknowledged commits at two of three simulated power cuts
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"cache_size={_CACHE}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    functions.teach(connection)
    return connection


def open_with_key(path: Path, key: bytes) -> Connection:
    """Open the database at `path` with a 32-byte key and change nothing in it."""
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=WAIT)
    connection.execute("PRAGMA cipher_log_level=NONE")  # a wrong key would speak on stderr
    connection.set_key(f"x'{key.hex()}'")
    if not connection.execute("PRAGMA cipher_version").fetchone():  # plain SQLite ignores a key without a word
        connection.close()
        raise UnencryptedError
    return connection


def fits(path: Path, key: bytes) -> bool:
    """Tell whether a key opens the database at `path`."""
    connection = open_with_key(path, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except ENGINE_ERRORS:
        return False
    else:
        return True
    finally:
        connection.close()


def version() -> str:
    """Return the version of the encryption at hand, as it tells it itself."""
    connection = dbapi2.connect(":memory:")
    try:
        return str((connection.execute("PRAGMA cipher_version").fetchone() or ("",))[0])
    finally:
        connection.close()


def rekey(path: Path, key: bytes, new: bytes) -> None:
    """Encrypt the database at `path` anew under another key; whole or not at all, whatever interrupts it."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def faults_in(connection: Connection) -> list[str]:
    """Return what is wrong with an open database: seals, structure, foreign keys; nothing if it is sound."""
    seals = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if seals:
        return seals  # what is behind a broken seal cannot be read, so not be checked either
    structure = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return structure + [f"foreign key of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]


def known(error: BaseException) -> KnownError | None:
    """Return what an error of the database means to a person, or None if it is a bug."""
    name = str(getattr(error, "sqlite_errorname", ""))
    for beginning, sentence, way_out in _SENTENCES:
        if name.startswith(beginning):
            return KnownError(sentence, way_out)
    return None


def has_gone(error: BaseException) -> bool:
    """Tell whether an error says that the file, or its drive, is no longer there under an open connection."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_GONE)


_GONE = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY_DBMOVED", "SQLITE_NOTADB", "SQLITE_CORRUPT")
_SENTENCES = (
    ("SQLITE_READONLY_DBMOVED", "The workspace's folder is no longer where it was.", "Is its drive connected?"),
    ("SQLITE_FULL", "The drive is full, so nothing could be saved.", "Free some space on it, then try again."),
    ("SQLITE_READONLY", "The workspace cannot be changed, because its folder is read-only.", "Make it writable first."),
    ("SQLITE_PERM", "The workspace cannot be changed, because its folder is read-only.", "Make it writable first."),
    ("SQLITE_BUSY", "The workspace is busy with something else.", "Try again in a moment; nothing was changed."),
    ("SQLITE_CANTOPEN", "The workspace cannot be opened.", "Is its drive connected?"),
    ("SQLITE_IOERR", "The drive of the workspace does not answer.", "Is it connected? Is it full? Saved work is safe."),
    ("SQLITE_NOTADB", "The workspace's database is damaged.", "Restore it from a backup."),
    ("SQLITE_CORRUPT", "The workspace's database is damaged.", "Restore it from a backup."),
)
