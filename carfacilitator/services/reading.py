"""Reading Word files that belong to no workspace, and comparing them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.errors import UnreadableFileError
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.sharing.door import Door, Parcel
from carfacilitator.word.quarantine import read_aside
from carfacilitator.word.redline import redline

LARGEST_FILE = 50 * 1024 * 1024
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def bytes_of(file: Path) -> bytes:
    """Return the bytes of a file from outside.

    Raises:
        UnreadableFileError: it is not there, is no file, or is over 50 MB.
    """
    try:
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


def compare_files(old: OpenedFile, new: OpenedFile) -> Comparison:
    """Compare the final texts of two files."""
    return compare(old.document, new.document)


def save_redline(old: OpenedFile, new: OpenedFile, target: Path, *, now: datetime, replace: bool = False) -> Path:
    """Save the newer file with its differences from the older as tracked changes, and return where it stands.

    Raises:
        RefusedError: there is a file already and `replace` was not asked for.
    """
    data = redline(old.document, new.data, author="Comparison", when=now)
    parcel = Parcel(name=target.name, media_type=WORD_TYPE, data=data, audience=Audience.AUTHOR, made_from=new.name)
    # Files that belong to no workspace leave no record in one.
    door = Door(record=lambda _departures: None, now=lambda: now)
    return door.save([parcel], target.parent, replace=replace)[0]
