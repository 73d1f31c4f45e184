"""Backups: copies of a workspace, made while it is in use, that were opened again and checked before they count."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.store import cipher, containers, drives, keys, slots, summaries
from carfacilitator.store.containers import SUFFIX, Contents, DamagedBackupError, Manifest
from carfacilitator.store.drives import Report
from carfacilitator.store.summaries import Summary

_PAGES = 256  # copied at a time: 1 MB, a few milliseconds


class UnsoundBackupError(KnownError):
    """A copy that does not hold what the database holds; it was thrown away."""

    def __init__(self) -> None:
        super().__init__(
            "The backup could not be made: the copy is not sound.", "Nothing was changed. Is the drive full?"
        )


@dataclass(frozen=True)
class Source:
    """What is backed up: an encrypted database, with the ring that gives its key."""

    name: str  # of the workspace
    database: Path
    key: bytes = field(repr=False)
    ring: keys.Ring = field(repr=False)


@dataclass(frozen=True)
class Occasion:
    """When a backup is made and why, in words: "by hand", "before an upgrade" ..."""

    at: datetime
    why: str


def nothing(_share: float) -> None:
    """Report to nobody."""


def make(source: Source, target: Path, occasion: Occasion, report: Report = nothing) -> Manifest:
    """Write a backup to `target`; whole and checked, or not at all. The database may be in use all the while.

    Raises:
        UnsoundBackupError: the copy differs or is damaged.
        KnownError: the drive is full, read-only or gone.
    """
    scratch = target.with_name(f".{target.name}.db")
    with drives.spoken_plainly(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        drives.refuse_if_full(target.parent, 2 * source.database.stat().st_size)
        try:
            there = _copy(source, scratch, lambda share: report(share * 0.5))
            found, revision = _checked(scratch, source.key, lambda share: report(0.5 + share * 0.2))
            if found != there:
                raise UnsoundBackupError
            manifest = _described(source, occasion, revision)
            contents = Contents(manifest, keys.packed(source.ring), summaries.seal(found, source.key), scratch)
            containers.write(target, contents, lambda share: report(0.7 + share * 0.3))
        except cipher.ENGINE_ERRORS as error:
            raise cipher.known(error) or UnsoundBackupError from None
        finally:
            scratch.unlink(missing_ok=True)
    return manifest


def check(file: Path, key: bytes, scratch: Path, report: Report = nothing) -> Summary:
    """Prove that a backup can be restored, and return what is in it; its encrypted database is left in `scratch`.

    Raises:
        DamagedBackupError: it is not what was written, or not closed with this key.
        KnownError: it cannot be read, or there is no room for a copy.
    """
    with drives.spoken_plainly(file.parent):
        containers.check(file, lambda share: report(share * 0.3))
        size = file.stat().st_size
    with drives.spoken_plainly(scratch.parent):
        drives.refuse_if_full(scratch.parent, size)
        containers.take_out_database(file, scratch, lambda share: report(0.3 + share * 0.3))
    try:
        found, _ = _checked(scratch, key, lambda share: report(0.6 + share * 0.4))
    except UnsoundBackupError:
        raise DamagedBackupError from None
    except cipher.ENGINE_ERRORS:
        raise DamagedBackupError from None
    if summaries.unseal(containers.summary_in(file), key) != found:
        raise DamagedBackupError
    return found


def key_of(file: Path, opener: slots.Opener) -> bytes:
    """Return the key of a backup.

    Raises:
        WrongPassphraseError, WrongCodeError: it does not open.
        DamagedBackupError: it is no backup, or its keys are damaged.
    """
    with drives.spoken_plainly(file.parent):
        manifest, ring = containers.manifest_of(file), containers.ring_in(file)
    opened = ring.keys(opener)
    return next((key for key in opened if slots.name_of(key) == manifest.key), opened[0])


def copy_to(file: Path, folder: Path, report: Report = nothing) -> Path:
    """Copy a backup to a second place, read it back there, and return the copy; one that is there already stays.

    Raises:
        KnownError: the place is full, read-only or gone.
        DamagedBackupError: the copy is not what was written, or the backup itself is damaged.
    """
    target = folder / file.name
    fresh = folder / f".{file.name}.new"
    with drives.spoken_plainly(folder):
        if target.exists():
            return target
        size = file.stat().st_size
        drives.refuse_if_full(folder, size)
        try:
            with file.open("rb") as source, fresh.open("wb") as out:
                drives.pour(source, out, size, lambda share: report(share * 0.7))
                drives.flush(out)
            containers.check(fresh, lambda share: report(0.7 + share * 0.3))
            fresh.replace(target)
            keys.flush_folder(folder)
        finally:
            fresh.unlink(missing_ok=True)
    return target


def clear_leftovers(folder: Path) -> None:
    """Remove what a backup, a copy or a rehearsal that was cut off has left in a folder of backups."""
    with suppress(OSError):
        for left in folder.glob(".*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def free_name(folder: Path, name: str, day: str) -> Path:
    """Return a file for a backup that is not there yet: NAME-DATE, or with a number after it."""
    file, number = folder / f"{name}-{day}{SUFFIX}", 2
    while file.exists():
        file, number = folder / f"{name}-{day}-{number}{SUFFIX}", number + 1
    return file


def _copy(source: Source, scratch: Path, report: Report) -> Summary:
    """Copy one state of the database, and sum up that same state, whatever is written meanwhile.

    The copying itself does not notice a page whose seal is broken, and would seal it anew; reading every row does.
    """
    scratch.unlink(missing_ok=True)
    flushing = drives.Flushing(scratch)

    def progressed(_status: int, remaining: int, total: int) -> None:
        flushing.now_and_then((total - remaining) * cipher.PAGE)
        report(0.5 + (1 - remaining / total) / 2)

    origin = cipher.open_with_key(source.database, source.key)
    copy = cipher.open_with_key(scratch, source.key)
    try:
        copy.execute("PRAGMA synchronous=OFF")  # it counts only when it has been flushed and checked
        origin.execute("BEGIN")
        found = summaries.summary(origin, lambda share: report(share / 2))
        origin.backup(copy, pages=_PAGES, progress=progressed)
        copy.execute("PRAGMA journal_mode=DELETE")  # one closed file, which opens on a read-only stick too
    finally:
        origin.close()
        copy.close()
    return found


def _checked(copy: Path, key: bytes, report: Report) -> tuple[Summary, str]:
    connection = cipher.open_with_key(copy, key)
    try:
        if cipher.faults_in(connection):
            raise UnsoundBackupError
        found = summaries.summary(connection, report)
        revision = "".join(row[0] for row in connection.execute("SELECT version_num FROM alembic_version"))
    finally:
        connection.close()
    return found, revision


def _described(source: Source, occasion: Occasion, revision: str) -> Manifest:
    return Manifest(
        name=source.name,
        made_at=occasion.at,
        why=occasion.why,
        workspace=source.ring.workspace,
        revision=revision,
        key=slots.name_of(source.key),
    )
