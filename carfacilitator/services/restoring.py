"""Restoring a backup, on this or another computer: first what is in it, then to a new place, checked."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.model.schema import ENTITIES
from carfacilitator.store import backups, cipher, containers, drives, keys, places, upgrades
from carfacilitator.store.backups import nothing
from carfacilitator.store.containers import SUFFIX
from carfacilitator.store.drives import Report
from carfacilitator.store.lock import Lock
from carfacilitator.store.places import Surroundings
from carfacilitator.store.slots import Opener
from carfacilitator.store.upgrades import NewerWorkspaceError

Manifest = containers.Manifest  # the window hands it on

_DATABASE = "workspace.db"
_BACKUPS = "backups"
_TOLD = ("people", "groups", "meetings", "mentoring_notes", "case_studies", "drafts", "comments", "packs")
_WORDS = {entity.__tablename__: entity.WORDS for entity in ENTITIES}
_ONE = {_WORDS[name][1]: _WORDS[name][0].partition(" ")[2] for name in _TOLD}  # without its article


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What is in a backup, found by restoring it to a scratch copy: sound to the last bit."""

    name: str  # of the workspace
    made_at: datetime
    why: str
    counts: tuple[tuple[str, int], ...]  # of what stands in it: ("people", 6), ("meetings", 10) ...
    newest: datetime | None  # when the last thing in it was done
    entries: int  # of all kinds

    def in_words(self) -> str:
        """Return what is in it as a sentence has it: "6 people, 1 meeting"."""
        told = (f"{count:,} {_ONE[many] if count == 1 else many}" for many, count in self.counts if count)
        return ", ".join(told) or "nothing yet"


def whose(file: Path) -> Manifest:
    """Return what a backup says of itself in the open: the workspace's name, when it was made and why.

    Raises:
        DamagedBackupError, NewerBackupError: it says nothing that this program understands.
        KnownError: the file is not there.
    """
    with drives.spoken_plainly(file.parent):
        return containers.manifest_of(file)


def found_in(folder: Path) -> list[tuple[Path, Manifest]]:
    """Return the backups in a folder, or in that of a workspace, newest first: what somebody may want to restore.

    It needs no passphrase, and so serves where a workspace does not open any more.
    """
    found = []
    for file in [*folder.glob(f"*{SUFFIX}"), *(folder / _BACKUPS).glob(f"*{SUFFIX}")]:
        with suppress(KnownError, OSError):
            found.append((file, containers.manifest_of(file)))
    return sorted(found, key=lambda one: one[1].made_at, reverse=True)


def verify(file: Path) -> Manifest:
    """Make sure that every bit of a backup is as it was written; for that nobody needs its passphrase.

    Raises:
        DamagedBackupError, NewerBackupError: it is not, or not of a kind that this program knows.
        KnownError: the file is not there.
    """
    with drives.spoken_plainly(file.parent):
        return containers.check(file)


def preview(file: Path, opener: Opener, report: Report = nothing) -> Preview:
    """Return what is in a backup; nothing is restored, and nothing stays behind.

    Raises:
        WrongPassphraseError, WrongCodeError: it does not open.
        DamagedBackupError, NewerBackupError: it is damaged, or of a kind that this program does not know.
        NewerWorkspaceError: what is in it needs a newer program.
        KnownError: the file is not there, or there is no room for a scratch copy.
    """
    with tempfile.TemporaryDirectory(prefix="car-preview-") as aside:
        return _unpack(file, opener, Path(aside), report)


def restore(
    file: Path, opener: Opener, folder: Path, around: Surroundings | None = None, report: Report = nothing
) -> Preview:
    """Restore a backup to a new folder NAME.car, whole and checked or not at all; the backup stays as it is.

    Raises:
        UnsafePlaceError: the folder is on a network, or a service keeps it in step.
        KnownError: there is something already, and all that `preview` raises.
    """
    places.refuse_unsafe(folder, around or places.here())
    if folder.exists():
        raise KnownError("There is already something of that name there.", "Choose another name or another folder.")
    fresh = folder.with_name(f".{folder.name}.restored")
    with drives.spoken_plainly(folder.parent), _cleared(fresh):
        fresh.mkdir(parents=True)
        found = _unpack(file, opener, fresh, report)
        keys.keep(fresh, containers.ring_in(file))
        fresh.replace(folder)
        keys.flush_folder(folder.parent)
    return found


def restore_in_place(file: Path, opener: Opener, folder: Path, report: Report = nothing) -> Path:
    """Put a backup in the place of a workspace that nobody has open; return where the one from before now is.

    The one from before is kept beside it under another name, with all it has; its backups come along to the new one.

    Raises:
        WorkspaceBusyError: it is open in a window.
        KnownError: all that `preview` raises; nothing was changed.
    """
    fresh = folder.with_name(f".{folder.name}.restored")
    aside = _free(folder)
    with drives.spoken_plainly(folder.parent), _cleared(fresh):
        Lock(folder).release()
        fresh.mkdir(parents=True)
        _unpack(file, opener, fresh, report)
        keys.keep(fresh, containers.ring_in(file))
        folder.replace(aside)
        fresh.replace(folder)
        if (aside / _BACKUPS).is_dir():
            shutil.copytree(aside / _BACKUPS, folder / _BACKUPS)
    return aside


def is_backup(file: Path) -> bool:
    """Tell whether a file is called as backups are."""
    return file.suffix == SUFFIX


def _unpack(file: Path, opener: Opener, into: Path, report: Report) -> Preview:
    """Leave the database of a backup in a folder, checked to the last row, and tell what is in it."""
    manifest = whose(file)
    if manifest.revision not in upgrades.known_revisions():
        raise NewerWorkspaceError
    key = backups.key_of(file, opener)
    found = backups.check(file, key, into / _DATABASE, report)
    standing, newest = _looked_into(into / _DATABASE, key)
    return Preview(
        name=manifest.name,
        made_at=manifest.made_at,
        why=manifest.why,
        counts=tuple((_WORDS[name][1], count) for name, count in standing.items()),
        newest=newest,
        entries=sum(found.counts.values()),
    )


def _looked_into(database: Path, key: bytes) -> tuple[dict[str, int], datetime | None]:
    connection = cipher.open_with_key(database, key)
    try:
        standing = {
            name: connection.execute(f"SELECT count(*) FROM {name} WHERE removed_at IS NULL").fetchone()[0]  # noqa: S608  names of ours
            for name in _TOLD
        }
        (newest,) = connection.execute("SELECT max(at) FROM events").fetchone()
    finally:
        connection.close()
    return standing, datetime.fromisoformat(newest).replace(tzinfo=UTC) if newest else None


@contextmanager
def _cleared(fresh: Path) -> Iterator[None]:
    shutil.rmtree(fresh, ignore_errors=True)  # left by a start that was cut off
    try:
        yield
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _free(folder: Path) -> Path:
    number = 1
    while (aside := folder.with_name(f"{folder.stem} before restoring {number}{folder.suffix}")).exists():
        number += 1
    return aside
