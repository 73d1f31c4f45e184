"""What drives do to files (full, read-only, gone), said plainly; and writing that keeps nobody else waiting."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from carfacilitator.errors import KnownError

Report = Callable[[float], object]  # is told the share done, 0 to 1; may raise to stop the work
CHUNK = 1024 * 1024  # bytes read and written at a time
_FLUSH_EVERY = 4 * CHUNK  # more at once would make another's small commit wait for our large one
_SPARE = 20 * CHUNK  # bytes that a backup leaves free, so that work can go on


class FullDriveError(KnownError):
    """There is no room for what was to be written; nothing was left half done."""

    def __init__(self) -> None:
        super().__init__("The drive is full, so nothing was written.", "Free some space on it, then try again.")


@contextmanager
def spoken_plainly(folder: Path) -> Iterator[None]:
    """Turn what the drive of `folder` refuses into one sentence.

    Raises:
        FullDriveError: there is no room.
        KnownError: it is read-only, or gone.
    """
    try:
        yield
    except OSError as error:
        raise _meaning(error, folder) from None


def refuse_if_full(folder: Path, needed: int) -> None:
    """Refuse to begin what needs `needed` bytes in `folder`, where there are fewer.

    Raises:
        FullDriveError: there is no room.
    """
    if shutil.disk_usage(folder).free < needed + _SPARE:
        raise FullDriveError


def pour(source: IO[bytes], target: IO[bytes], size: int, report: Report) -> None:
    """Copy `size` bytes in small parts that reach the drive one after the other."""
    done = unflushed = 0
    while part := source.read(min(CHUNK, size - done)):
        target.write(part)
        done, unflushed = done + len(part), unflushed + len(part)
        if unflushed >= _FLUSH_EVERY:
            flush(target)
            unflushed = 0
        report(done / size)


def flush(file: IO[bytes]) -> None:
    """Wait until what was written to an open file is on the drive."""
    file.flush()
    os.fsync(file.fileno())


class Flushing:
    """Flushes a file that somebody else writes, now and then, so that it is never much at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._flushed = 0

    def now_and_then(self, written: int) -> None:
        """Flush if much was written since the last time; `written` is all so far, in bytes."""
        if written - self._flushed >= _FLUSH_EVERY:
            self._flushed = written
            with self._file.open("rb+") as opened:
                os.fsync(opened.fileno())


def _meaning(error: OSError, folder: Path) -> KnownError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FullDriveError()
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return KnownError(f"The folder {folder.name} cannot be written to.", "Choose another folder.")
    if error.errno in {errno.ENOENT, errno.ENODEV, errno.EIO, errno.ENXIO}:
        return KnownError(f"The folder {folder.name} is not there.", "Is its drive connected?")
    return KnownError(f"The folder {folder.name} does not answer.", "Is its drive connected?")


def overwrite_and_remove(file: Path) -> None:
    """Write over a file, wait until that is on the drive, and remove it.

    A solid-state drive may write the new bytes elsewhere; what was encrypted there is worth nothing without its keys,
    which is why those go first.

    Raises:
        OSError: the drive does not let it go.
    """
    size = file.stat().st_size
    with file.open("rb+") as opened:
        for first in range(0, size, CHUNK):
            opened.write(os.urandom(min(CHUNK, size - first)))
            flush(opened)
        opened.truncate(0)
    file.unlink()
