"""Copies of a workspace's database that have been opened again and checked before they count."""

import os
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.store import cipher


class UnsoundBackupError(KnownError):
    """A copy that does not hold what the database holds; it was thrown away."""

    def __init__(self) -> None:
        super().__init__(
            "The backup could not be made: the copy is not sound.", "Nothing was changed. Is the drive full?"
        )


def copy_verified(database: Path, key: bytes, copy: Path) -> None:
    """Write a closed, encrypted copy of `database` to `copy` under the same key; whole and checked, or not at all.

    Raises:
        UnsoundBackupError: the copy differs or is damaged.
        KnownError: it could not be written.
    """
    fresh = copy.with_name(copy.name + ".new")
    fresh.unlink(missing_ok=True)
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        counts = _written(database, key, fresh)
        _check(fresh, key, counts)
        _flush(fresh)
        fresh.replace(copy)
    except cipher.ENGINE_ERRORS as error:
        raise cipher.known(error) or UnsoundBackupError from None
    finally:
        fresh.unlink(missing_ok=True)


def _written(database: Path, key: bytes, copy: Path) -> dict[str, int]:
    connection = cipher.open_with_key(database, key)
    try:
        connection.execute("VACUUM INTO ?", (str(copy),))
        return _counts(connection)
    finally:
        connection.close()


def _check(copy: Path, key: bytes, counts: dict[str, int]) -> None:
    connection = cipher.open_with_key(copy, key)
    try:
        if cipher.faults_in(connection) or _counts(connection) != counts:
            raise UnsoundBackupError
    finally:
        connection.close()


def _counts(connection: cipher.Connection) -> dict[str, int]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608  names from the schema itself


def _flush(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())
