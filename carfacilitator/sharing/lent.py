"""Plain copies that were lent to another program: found again in their one folder, and taken back."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from carfacilitator.errors import KnownError

_MARK_LENGTH = 16  # hexadecimal digits of a file's hash, by which its own folder is called
_NOT_OURS = "~"  # what Word and LibreOffice call the files by which they know that one is open begins with "~" or "."


@dataclass(frozen=True)
class LentCopy:
    """A copy that lies in the open; `mark` is how the SHA-256 of what was lent begins."""

    file: Path
    mark: str
    altered: bool


def folder_for(folder: Path, sha256: str) -> Path:
    """Return the folder in `folder` in which the copy of a file of that hash lies, alone."""
    return folder / sha256[:_MARK_LENGTH]


def copies(folder: Path) -> list[LentCopy]:
    """Return every copy that still lies in a folder of lent files."""
    return [copy for own in _folders(folder) for file in _documents(own) if (copy := _copy(own, file)) is not None]


def take_back(folder: Path) -> list[LentCopy]:
    """Remove every copy that is still as it was lent, and return those that are not or cannot be removed."""
    for copy in copies(folder):
        if not copy.altered:
            _remove(copy.file)
    for own in _folders(folder):
        if not list(_documents(own)):
            _clear(own)
    with suppress(OSError):
        folder.rmdir()
    return copies(folder)


def discard(folder: Path, file: Path) -> None:
    """Remove a copy that was altered.

    Raises:
        KnownError: it is none of ours, or another program still has it open.
    """
    if file not in [copy.file for copy in copies(folder)]:
        raise KnownError("That file does not lie there any more.")
    if not _remove(file):
        raise KnownError(f"{file.name} is still open in another program.", "Close it there, then try again.")
    _clear(file.parent)


def _folders(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []


def _documents(own: Path) -> Iterator[Path]:
    return (file for file in sorted(own.iterdir()) if file.is_file() and file.name[0] not in {_NOT_OURS, "."})


def _copy(own: Path, file: Path) -> LentCopy | None:
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError:  # another program holds it so tightly that it cannot even be read
        return LentCopy(file, own.name, altered=True)
    return LentCopy(file, own.name, altered=not digest.startswith(own.name))


def _remove(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except OSError:  # open in another program
        return False
    return True


def _clear(own: Path) -> None:
    """Remove a folder with the traces of the programs that had its file open; what they still hold stays."""
    for trace in own.iterdir():
        _remove(trace)
    with suppress(OSError):
        own.rmdir()
