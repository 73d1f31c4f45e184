"""Wiping a workspace from this computer: its keys first, then all it has, and whatever else here tells of it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from carfacilitator import paths, settings
from carfacilitator.errors import KnownError, NotFoundError, RefusedError
from carfacilitator.services import restoring, safety_records
from carfacilitator.services.backups import FOLDER
from carfacilitator.store import drives, keys
from carfacilitator.store.backups import nothing
from carfacilitator.store.containers import Manifest
from carfacilitator.store.drives import Report
from carfacilitator.store.lock import Lock
from carfacilitator.store.secret_stores import SecretStore, of_this_system

_DATABASE, _LOCK = "workspace.db", "lock"
_KEYS_FIRST = (keys.FILE, keys.COPY)
_SCRATCH = "car-preview-*"  # what a preview that was cut off left in the system's folder for such


@dataclass(frozen=True, kw_only=True)
class WipePlan:
    """What would go, and what is known to stay unless it is asked for: backups, and workspaces from before a restore.

    `backed_up_at` is when the newest backup was made; None if there is none that can be read.
    """

    name: str  # to be typed before anything goes
    files: int
    size: int  # bytes
    backups: tuple[Path, ...]
    others: tuple[Path, ...]
    backed_up_at: datetime | None


@dataclass(frozen=True)
class Wiped:
    """What went, and what still holds what was in the workspace, as far as is known."""

    files: int
    left: tuple[Path, ...]


def plan(folder: Path) -> WipePlan:
    """Return what wiping a workspace would take away, without its passphrase; it may be open.

    Raises:
        NotFoundError: there is no workspace.
    """
    if not (folder / _DATABASE).is_file() and not (folder / keys.FILE).is_file():
        raise NotFoundError("There is no workspace in that folder.")
    found = list(_backups(folder))
    own = [file for file in folder.rglob("*") if file.is_file() and file not in {backup for backup, _ in found}]
    return WipePlan(
        name=folder.stem,
        files=len(own),
        size=sum(file.stat().st_size for file in own),
        backups=tuple(file for file, _ in found),
        others=tuple(sorted(folder.parent.glob(f"{folder.stem} before restoring *{folder.suffix}"))),
        backed_up_at=max((made.made_at for _, made in found), default=None),
    )


def wipe(
    folder: Path, typed: str, *, with_backups: bool, report: Report = nothing, store: SecretStore | None = None
) -> Wiped:
    """Wipe a workspace that nobody has open, if its name was typed; with all its backups that are here, if asked for.

    Every file is written over before it is removed. It cannot be undone, and without a backup or an archive nothing of
    it comes back. Once it has begun it goes on to the end: half a workspace is of no use.

    Raises:
        RefusedError: the name typed is another.
        WorkspaceBusyError: it is open in a window.
        NotFoundError: there is none.
        KnownError: the drive does not let a file go; what went is gone, and wiping can be begun again.
    """
    wanted = plan(folder)
    if typed.strip() != wanted.name:
        raise RefusedError("That is not the name of this workspace.", "Type it exactly as it stands there.")
    held = Lock(folder)
    try:
        with suppress(KnownError, OSError):
            (store or of_this_system()).forget(keys.read(folder).workspace)
        with drives.spoken_plainly(folder):
            gone = _remove(list(_in_order(folder, wanted, with_backups=with_backups)), report)
    finally:
        held.release()
    _forget(folder)
    with drives.spoken_plainly(folder):
        _clear(folder)
    report(1)
    return Wiped(gone, tuple(file for file in (*wanted.backups, *wanted.others) if file.exists()))


def _in_order(folder: Path, wanted: WipePlan, *, with_backups: bool) -> Iterator[Path]:
    """Yield the files to go: the keys first, for without them the rest is noise."""
    yield from (folder / name for name in _KEYS_FIRST if (folder / name).exists())
    kept = {folder / name for name in (*_KEYS_FIRST, _LOCK)} | set(wanted.backups)
    yield from (file for file in sorted(folder.rglob("*")) if file.is_file() and file not in kept)
    for aside in (paths.lent_folder(folder), *_scratch(folder)):
        yield from (file for file in sorted(aside.rglob("*")) if file.is_file())
    if with_backups:
        yield from (file for file in wanted.backups if file.exists())


def _remove(files: list[Path], report: Callable[[float], object]) -> int:
    for number, file in enumerate(files):
        drives.overwrite_and_remove(file)
        with suppress(Exception):  # who would stop it here is told afterwards what is gone
            report(number / len(files))
    return len(files)


def _scratch(folder: Path) -> Iterator[Path]:
    """Yield the folders in which work on the workspace may have been cut off."""
    for ending in ("new", "restored", "sample"):
        yield folder.with_name(f".{folder.name}.{ending}")
    yield from Path(tempfile.gettempdir()).glob(_SCRATCH)


def _clear(folder: Path) -> None:
    """Remove the folders that are empty now; that of the workspace stays only while it holds backups."""
    (folder / _LOCK).unlink(missing_ok=True)
    for aside in (paths.lent_folder(folder), *_scratch(folder)):
        shutil.rmtree(aside, ignore_errors=True)
    for inner in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        with suppress(OSError):
            inner.rmdir()
    with suppress(OSError):
        folder.rmdir()


def _forget(folder: Path) -> None:
    """Take the workspace out of the settings: neither it nor where things went from it is offered again."""
    kept = settings.load(paths.settings_file())
    if kept.last_workspace and Path(kept.last_workspace) == folder:
        with suppress(OSError):
            settings.save(replace(kept, last_workspace="", last_export_folder=""), paths.settings_file())


def _backups(folder: Path) -> Iterator[tuple[Path, Manifest]]:
    """Yield the backups of a workspace in its own folder and in its second place, as far as that is there."""
    yield from restoring.found_in(folder / FOLDER)
    second = safety_records.load(folder).second_place
    if second:
        own = _id_of(folder)
        yield from ((file, made) for file, made in restoring.found_in(Path(second)) if made.workspace == own)


def _id_of(folder: Path) -> str:
    try:
        return keys.read(folder).workspace
    except KnownError:
        return ""
