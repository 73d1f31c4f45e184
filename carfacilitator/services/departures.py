"""The gate in front of the door: what may leave, and the record of what left, to whom and when."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from uuid import UUID

from sqlalchemy import select

from carfacilitator.errors import RefusedError
from carfacilitator.model.base import Record
from carfacilitator.model.clock import Clock
from carfacilitator.model.departures import Departure
from carfacilitator.model.schema import BY_NAME
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.services.publications import refuse_unagreed
from carfacilitator.sharing import door
from carfacilitator.sharing.door import Door, NoOutlets, Outlets, Parcel
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from carfacilitator.store.veiling import NOTHING_LEAVES, WAY_OUT

__all__ = ["DepartureRow", "Departures", "Parcel", "made_of"]

_WHOLE_RECORD = re.compile(r"(?P<noun>[A-Z]\w+):(?P<id>[0-9a-f-]{36})")


@dataclass(frozen=True, kw_only=True)
class DepartureRow:
    """Something that left; `how` is file, folder, paper, clipboard or program."""

    id: UUID
    left_at: datetime
    name: str
    how: str
    audience: Audience
    recipient: str
    made_from: str
    sha256: str


def made_of(record: Record) -> str:
    """Return what a parcel says that it was made from when it holds a record as a whole."""
    return f"{type(record).__name__}:{record.id}"


class Departures:
    """Everything that leaves the workspace passes here: refused or recorded."""

    def __init__(self, database: Database, clock: Clock, outlets: Outlets | None = None) -> None:
        self._database = database
        self._clock = clock
        self._door = Door(record=self._record, now=clock.now, outlets=outlets or NoOutlets())

    def save(self, parcels: Sequence[Parcel], folder: Path, *, replace: bool = False) -> list[Path]:
        """Write parcels into a folder, all or none, and return their files.

        Raises:
            RefusedError: one is for the facilitator only or for others than it may go to, or a file of its name is
                there and `replace` was not asked for.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        self._refuse_what_goes_too_far(parcels)
        return self._door.save(parcels, folder, replace=replace)

    def save_folder(
        self, files: Iterable[tuple[str, bytes]], folder: Path, about: Parcel, *, over: bool = False
    ) -> list[Path]:
        """Write many files by their paths into a folder, all or none; they leave as one, which `about` describes.

        Raises:
            RefusedError: the workspace is discreet, or there is something in the folder and writing `over` it was not
                asked for.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        self._refuse_what_goes_too_far([about])
        return self._door.save_folder(files, folder, about, over=over)

    def save_as(self, parcel: Parcel, file: Path) -> Path:
        """Write a parcel as a file that a person named, and return it; its ending stays that of what is in it.

        Raises:
            RefusedError: it is for the facilitator only, or for others than it may go to.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        ending = PurePath(parcel.name).suffix
        name = file.name if file.suffix.casefold() == ending else f"{file.name}{ending}"
        return self.save([dataclasses.replace(parcel, name=name)], file.parent, replace=True)[0]

    def open(self, file: Path, parcel: Parcel) -> bool:
        """Open a saved parcel in the program this computer has for it; return whether there was one.

        Raises:
            RefusedError: it may not leave, or the file is no longer what was made here.
        """
        self._refuse_what_goes_too_far([parcel])
        return self._door.open(file, parcel)

    def show(self, file: Path) -> bool:
        """Show a saved file in the system's file manager; return whether there was one."""
        return self._door.show(file)

    def copy(self, parcel: Parcel) -> None:
        """Fill the clipboard with a parcel of text."""
        self._refuse_what_goes_too_far([parcel])
        self._door.copy(parcel)

    def copy_words(self, words: str, audience: Audience, made_from: str) -> None:
        """Fill the clipboard with words that the facilitator chose on the screen; they are for this audience."""
        self.copy(
            Parcel(
                name="chosen words",
                media_type="text/plain",
                data=words.encode("utf-8"),
                audience=audience,
                made_from=made_from,
            ),
        )

    def print(self, parcel: Parcel, pages: Sequence[bytes]) -> bool:
        """Print a parcel whose pages are given as SVG; return whether the person went through with it."""
        self._refuse_what_goes_too_far([parcel])
        return self._door.print(parcel, pages)

    def rows(self, made_from: str = "") -> list[DepartureRow]:
        """Return what left, newest first; only what was made from one thing if that is named."""
        statement = select(Departure).order_by(Departure.left_at.desc(), Departure.pk.desc())
        if made_from:
            statement = statement.where(Departure.made_from == made_from)
        with self._database.reading() as session:
            return [records.tell(DepartureRow, departure) for departure in session.scalars(statement)]

    def _refuse_what_goes_too_far(self, parcels: Sequence[Parcel]) -> None:
        """Hold every parcel that is for nobody else, or that holds a record as a whole and is for more than may see it.

        A parcel made from chosen parts (an agenda) is for whom those parts are; whoever makes it answers for that.
        What goes to the public of a case study goes only when everybody agrees who was asked.
        """
        if self._database.is_veiled:
            raise RefusedError(NOTHING_LEAVES, WAY_OUT)
        for parcel in parcels:
            if parcel.audience is Audience.FACILITATOR:
                raise RefusedError("That is for the facilitator only and does not leave the workspace.")
            for allowed in self._audiences_of(parcel):
                if not allowed.reaches(parcel.audience):
                    raise RefusedError(f"That may be seen as {allowed}, and does not go to a {parcel.audience}.")
            if parcel.audience is Audience.PUBLIC:
                with self._database.reading() as session:
                    refuse_unagreed(session, parcel.made_from, self._clock)

    def _audiences_of(self, parcel: Parcel) -> Iterator[Audience]:
        """Yield who may see each of the records that a parcel holds as a whole."""
        for whole in map(_WHOLE_RECORD.fullmatch, parcel.made_from.split(", ")):
            kind = BY_NAME.get(whole["noun"]) if whole else None
            if whole is not None and kind is not None and issubclass(kind, Record):
                with self._database.reading() as session:
                    yield records.get(session, kind, UUID(whole["id"])).audience

    def _record(self, departures: Sequence[door.Departure]) -> None:
        with self._database.transaction(Deed("recorded", Departure)) as session:
            session.add_all(_kept(departure) for departure in departures)


def _kept(departure: door.Departure) -> Departure:
    return Departure(
        left_at=departure.at,
        name=departure.name,
        how=departure.how,
        sha256=departure.sha256,
        audience=departure.audience,
        recipient=departure.recipient,
        made_from=departure.made_from,
    )
