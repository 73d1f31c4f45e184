"""Export of everything as open files into a folder, so that nobody is ever locked in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.terms import Audience
from carfacilitator.services import open_files
from carfacilitator.services.departures import Departures
from carfacilitator.services.open_files import Contents
from carfacilitator.services.portable import Row, Telling
from carfacilitator.sharing.door import Parcel
from carfacilitator.store.backups import nothing
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report

SENTENCE = (
    "Everything in that folder, confidences too, can be read by anyone who opens it: it is not encrypted. "
    "Keep it only where that is safe, and remove it when you have done with it."
)
_NOT_TOLD = {"Undo", "SharedState"}


@dataclass(frozen=True)
class Exported:
    """What was written, and what to say about it."""

    folder: Path
    files: int
    sentence: str = SENTENCE


class Exports:
    """Takes everything out of a workspace, readable by anyone."""

    def __init__(self, database: Database, clock: Clock, departures: Departures) -> None:
        self._database = database
        self._clock = clock
        self._departures = departures

    def export(self, folder: Path, *, over: bool = False, report: Report = nothing) -> Exported:
        """Write everything into a folder, all or none: tables, one JSON, Word documents, files as they came.

        Show `SENTENCE` first. `report` is told the share done and may raise to stop.

        Raises:
            RefusedError: the workspace is discreet, or there is something in the folder and writing `over` it was not
                asked for.
            KnownError: the folder cannot be written to, or the disk is full; nothing was left half done.
        """
        self._database.refuse_if_veiled()
        with self._database.reading() as session:
            contents = Contents(
                title="Everything in this workspace",
                beginning=f"CONFIDENTIAL. {SENTENCE}",
                made_at=self._clock.now(),
                rows=everything(session),
                fetch=lambda sha256: bytes_of(session, sha256),
            )
            written = self._departures.save_folder(
                counted(contents, report), folder, about(folder, "everything"), over=over
            )
        report(1)
        return Exported(folder, len(written))


def everything(session: Session) -> tuple[Row, ...]:
    """Return every entity but what undoes, owners before what belongs to them."""
    telling = Telling(session)
    return tuple(row for kind in ENTITIES if kind.__name__ not in _NOT_TOLD for row in telling.all_of(kind))


def bytes_of(session: Session, sha256: str) -> bytes:
    """Return the bytes of a file; none if they were erased for good."""
    return session.scalar(select(StoredFile.content).where(StoredFile.sha256 == sha256)) or b""


def counted(contents: Contents, report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an export, and report how many of them about are done."""
    about_all = 2 * len(contents.standing) + len(contents.of("Draft")) + len(contents.of("Pack"))
    for number, file in enumerate(open_files.files(contents)):
        report(min(0.95, number / about_all))
        yield file


def about(folder: Path, made_from: str) -> Parcel:
    """Return what is on record of a folder that the facilitator takes out for herself."""
    return Parcel(
        name=folder.name,
        media_type="inode/directory",
        data=b"",
        audience=Audience.AUTHOR,  # of the workspace: herself
        recipient="yourself",
        made_from=made_from,
    )
