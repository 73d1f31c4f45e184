"""The file of a draft as it arrived, opened in Word: a plain copy in one folder of ours, listed until it is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.services.departures import Departures
from carfacilitator.services.drafts import Drafts
from carfacilitator.services.packing import WORD
from carfacilitator.sharing import lent
from carfacilitator.sharing.door import Parcel
from carfacilitator.sharing.lent import LentCopy


@dataclass(frozen=True)
class Lent:
    """A draft's file that lies in the open now, whether a program has opened it, and what to say about it."""

    file: Path
    opened: bool
    sentence: str


@dataclass(frozen=True)
class LentFile:
    """A plain copy that still lies in the open; `altered` since it was lent. `draft_id` is None for a removed draft."""

    file: Path
    draft_id: UUID | None
    altered: bool


class Originals:
    """Files of drafts that were opened in another program; `folder` is the one in which their copies lie."""

    def __init__(self, drafts: Drafts, departures: Departures, folder: Path) -> None:
        self._drafts = drafts
        self._departures = departures
        self._folder = folder

    def open(self, draft_id: UUID) -> Lent:
        """Lay a copy of a draft's file down and open it in the program that this computer has for it.

        Raises:
            RefusedError: the draft is for the facilitator only.
            KnownError: a copy lent before was altered since, or none can be laid down.
        """
        parcel = self._parcel(draft_id)
        folder = lent.folder_for(self._folder, parcel.sha256)
        standing = [copy for copy in lent.copies(self._folder) if copy.file.parent == folder]
        if any(copy.altered for copy in standing):
            raise KnownError(
                "The copy that was opened before has been changed since.", "Receive it as a draft, or discard it."
            )
        file = standing[0].file if standing else self._departures.save([parcel], folder)[0]
        opened = self._departures.open(file, parcel)
        return Lent(file, opened, _sentence(file, opened=opened))

    def lent(self) -> list[LentFile]:
        """Return the copies that lie in the open, as drafts' files or altered."""
        return self._told(lent.copies(self._folder))

    def take_back(self) -> list[LentFile]:
        """Remove every copy that nobody has altered, and return what still lies there."""
        return self._told(lent.take_back(self._folder))

    def discard(self, file: Path) -> None:
        """Remove a copy although it was altered.

        Raises:
            KnownError: it was not lent, or another program still has it open.
        """
        lent.discard(self._folder, file)

    def forget(self, hashes: Iterable[str]) -> None:
        """Remove the copies of files with these hashes, whatever was done to them, for the files are to be erased.

        Raises:
            KnownError: another program still has one open.
        """
        folders = {lent.folder_for(self._folder, sha256) for sha256 in hashes}
        for copy in lent.copies(self._folder):
            if copy.file.parent in folders:
                lent.discard(self._folder, copy.file)

    def _parcel(self, draft_id: UUID) -> Parcel:
        original, row = self._drafts.original(draft_id), self._drafts.open(draft_id)
        return Parcel(
            name=original.name,
            media_type=WORD,
            data=original.data,
            audience=min(row.audience, Audience.AUTHOR, key=lambda audience: audience.width),
            recipient="this computer’s Word",
            made_from=f"Draft:{draft_id}",
        )

    def _told(self, copies: list[LentCopy]) -> list[LentFile]:
        if not copies:
            return []
        drafts = {lent.folder_for(self._folder, row.sha256): row.id for row in self._drafts.rows()}
        return [LentFile(copy.file, drafts.get(copy.file.parent), copy.altered) for copy in copies]


def _sentence(file: Path, *, opened: bool) -> str:
    lies = f"A copy of {file.name} lies outside the encrypted workspace now, readable by anyone at this computer"
    ends = "It is taken away when the workspace is locked or closed."
    return f"{lies}. {ends}" if opened else f"No program was found to open it with. {lies}. {ends}"
