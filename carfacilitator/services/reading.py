"""Reading Word files from the disk."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from carfacilitator.errors import UnreadableFileError
from carfacilitator.services.files import OpenedFile
from carfacilitator.word.quarantine import read_aside

LARGEST_FILE = 50 * 1024 * 1024


def bytes_of(file: Path) -> bytes:
    """Return the bytes of a file from outside.

    Raises:
        UnreadableFileError: it is not there, is no file, or is over 50 MB.
    """
    try:
        if file.is_dir():
            raise UnreadableFileError("not-word", f"{file.name or 'That'} is a folder, not a Word document.")
        if not file.is_file():
            raise UnreadableFileError("not-found", f"There is no file {file.name} there.")
        if file.stat().st_size > LARGEST_FILE:
            raise UnreadableFileError("too-large", f"{file.name} is larger than 50 MB and was not read.")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFileError("not-found", f"{file.name} could not be read from the disk.") from error


def read_file(
    file: Path, progress: Callable[[float], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> OpenedFile:
    """Read a Word file aside, in a child process, and return it; `progress` is told the share that is done.

    Raises:
        UnreadableFileError: it is no Word document that can be read; its sentence says why.
    """
    data = bytes_of(file)
    return OpenedFile(file.name, data, read_aside(data, progress=progress, cancelled=cancelled))


def read_files(*files: Path) -> list[OpenedFile]:
    """Read several Word files at once, each in a child process of its own.

    Raises:
        UnreadableFileError: the first of them that cannot be read; its sentence says why.
    """
    with ThreadPoolExecutor(len(files)) as pool:
        return list(pool.map(read_file, files))
