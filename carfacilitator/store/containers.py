"""The file of a backup: a plain zip, not compressed, of database and keys, whose last bytes are the hash of all others.

Any program that reads zip files can take it apart; no bit of it can turn over without being noticed.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from carfacilitator.errors import KnownError
from carfacilitator.store import drives, keys
from carfacilitator.store.drives import Report

SUFFIX = ".carbackup"
FORMAT = 1
_MANIFEST, _KEYS, _SUMMARY, _DATABASE, _ABOUT = "manifest.json", "keys.json", "summary", "workspace.db", "READ ME.txt"
_MOST = 4 * 1024 * 1024  # bytes of a part other than the database
_MARK = b"sha256:"
_TAIL = len(_MARK) + 64  # bytes: the zip's comment, which ends the file
_WORDS = """This is a backup of a workspace of CAR Facilitator, made {made_at}.

Open it with CAR Facilitator: "Restore a backup". It asks for the passphrase or the recovery code of the workspace;
without one of them nobody can read it. workspace.db is an SQLCipher 4 database, keys.json holds its key, closed.
"""


class DamagedBackupError(KnownError):
    """A file that is no backup, or one of which something was altered or is missing."""

    def __init__(self) -> None:
        super().__init__("This backup is damaged, or is no backup at all.", "Take another one; nothing was changed.")


class NewerBackupError(KnownError):
    """A backup in a form that this program does not know yet."""

    def __init__(self) -> None:
        super().__init__("This backup was made with a newer version of the program.", "Install that version here.")


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup says of itself in the open: nothing of what is in it."""

    name: str  # of the workspace, as its folder has it
    made_at: datetime
    why: str
    workspace: str  # its id
    revision: str  # of its schema
    key: str  # the name of the key that it was closed with
    format: int = FORMAT


@dataclass(frozen=True)
class Contents:
    """What goes into a backup: its description, the closed keys, the sealed summary, the encrypted database."""

    manifest: Manifest
    ring: bytes
    summary: bytes
    database: Path


def write(target: Path, contents: Contents, report: Report) -> None:
    """Write a backup, read it back, and only then give it its name.

    Raises:
        DamagedBackupError: what was read back is not what was written.
        OSError: the drive does not take it.
    """
    fresh = target.with_name(f".{target.name}.new")
    try:
        with fresh.open("wb+") as out:
            _pack(out, contents, lambda share: report(share * 0.7))
            _sign(out)
            drives.flush(out)
        check(fresh, lambda share: report(0.7 + share * 0.3))
        fresh.replace(target)
        keys.flush_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


def check(file: Path, report: Report = lambda _: None) -> Manifest:
    """Return what a backup says of itself, when every bit of it is as it was written.

    Raises:
        DamagedBackupError: it is not.
        NewerBackupError: it is of a newer program.
        OSError: it cannot be read at all.
    """
    size = file.stat().st_size - _TAIL
    if size <= 0:
        raise DamagedBackupError
    with file.open("rb") as opened:
        digest = _digest(opened, size, report)
        if opened.read() != _MARK + digest:
            raise DamagedBackupError
    return manifest_of(file)


def manifest_of(file: Path) -> Manifest:
    """Return what a backup says of itself, without looking at the rest.

    Raises:
        DamagedBackupError: it says nothing that can be read.
        NewerBackupError: it is of a newer program.
        OSError: it cannot be read at all.
    """
    try:
        told = json.loads(_part(file, _MANIFEST))
        if told["format"] > FORMAT:
            raise NewerBackupError
        return Manifest(**{**told, "made_at": datetime.fromisoformat(told["made_at"])})
    except (TypeError, ValueError, KeyError):
        raise DamagedBackupError from None


def ring_in(file: Path) -> keys.Ring:
    """Return the key ring in a backup.

    Raises:
        DamagedBackupError: it cannot be read.
    """
    ring = keys.unpacked(_part(file, _KEYS))
    if ring is None:
        raise DamagedBackupError
    return ring


def summary_in(file: Path) -> bytes:
    """Return the sealed summary in a backup."""
    return _part(file, _SUMMARY)


def take_out_database(file: Path, target: Path, report: Report = lambda _: None) -> None:
    """Write the encrypted database of a backup to `target`."""
    with _opened(file) as container, container.open(_DATABASE) as source, target.open("wb") as out:
        drives.pour(source, out, container.getinfo(_DATABASE).file_size, report)
        drives.flush(out)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as container:
            yield container
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError):
        raise DamagedBackupError from None


def _part(file: Path, name: str) -> bytes:
    with _opened(file) as container:
        part = container.getinfo(name)
        if (
            part.compress_type != zipfile.ZIP_STORED or part.file_size > _MOST
        ):  # none of ours, and may unfold to anything
            raise DamagedBackupError
        return container.read(part)


def _pack(out: io.BufferedRandom, contents: Contents, report: Report) -> None:
    manifest = asdict(contents.manifest) | {"made_at": contents.manifest.made_at.isoformat()}
    day = contents.manifest.made_at
    small = {
        _ABOUT: _WORDS.format(made_at=f"{day.day} {day:%B %Y}").encode(),
        _MANIFEST: json.dumps(manifest, indent=1).encode(),
        _KEYS: contents.ring,
        _SUMMARY: contents.summary,
    }
    moment = day.timetuple()[:6]
    with zipfile.ZipFile(out, "w") as container:
        container.comment = _MARK + b"0" * 64  # its length is hashed with the rest; what it says is written last
        for name, content in small.items():
            container.writestr(zipfile.ZipInfo(name, moment), content)
        info = zipfile.ZipInfo(_DATABASE, moment)
        with container.open(info, "w", force_zip64=True) as part, contents.database.open("rb") as database:
            _pour_in(database, part, out, report)


def _pour_in(database: IO[bytes], part: IO[bytes], out: IO[bytes], report: Report) -> None:
    size = database.seek(0, io.SEEK_END)
    database.seek(0)
    done = 0
    while content := database.read(drives.CHUNK):
        part.write(content)
        done += len(content)
        if not done % (4 * drives.CHUNK):
            drives.flush(out)
        report(done / size)


def _sign(out: io.BufferedRandom) -> None:
    size = out.seek(0, io.SEEK_END) - _TAIL
    out.seek(0)
    digest = _digest(out, size, lambda _: None)
    out.seek(size)
    out.write(_MARK + digest)


def _digest(opened: io.BufferedIOBase, size: int, report: Report) -> bytes:
    digest, done = hashlib.sha256(), 0
    while done < size and (part := opened.read(min(drives.CHUNK, size - done))):
        digest.update(part)
        done += len(part)
        report(done / size)
    return digest.hexdigest().encode()
