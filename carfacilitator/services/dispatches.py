"""Packs on their way out: where their files lie and whether they are still the ones, and what became of each."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, func, insert, select

from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.dispatches import PACK_PLACES
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return
from carfacilitator.services import records
from carfacilitator.services.packs import PackRow, Packs
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class Lying(StrEnum):
    """How the file of a pack lies in its folder."""

    UNKNOWN = "not known"  # where it was saved
    AS_MADE = "as it was made"
    CHANGED = "changed"
    GONE = "gone"


class DispatchState(StrEnum):
    """How far a pack is."""

    SAVED = "saved"
    REMINDED = "to be asked about again"
    SENT = "sent"
    BACK = "back"


@dataclass(frozen=True, kw_only=True)
class SavedPack:
    """Where the file of a pack was saved at this desk, and how it lies there; `sha256` is what its receipt says."""

    folder: Path | None
    lying: Lying
    sha256: str
    size: int


@dataclass(frozen=True, kw_only=True)
class DispatchRow:
    """A pack and what became of it: when to ask again whether it was sent, and when answers came back (`back`)."""

    pack: PackRow
    remind_on: date | None
    back: datetime | None
    returns: int

    @property
    def state(self) -> DispatchState:
        """Return how far it is."""
        if self.back is not None:
            return DispatchState.BACK
        if self.pack.handed_over_at is not None:
            return DispatchState.SENT
        return DispatchState.REMINDED if self.remind_on is not None else DispatchState.SAVED


class Dispatches:
    """The packs that were made, each on its way."""

    def __init__(self, database: Database, clock: Clock, packs: Packs) -> None:
        self._database = database
        self._clock = clock
        self._packs = packs

    def rows(self, case_study_id: UUID) -> list[DispatchRow]:
        """Return the packs of a case study, the newest draft first and of each draft by name."""
        packs = sorted(self._packs.rows(case_study_id), key=lambda pack: (-pack.draft_number, pack.gatekeeper))
        came = (
            select(Pack.id, func.max(Return.came_at), func.count(Return.pk))
            .join(Return, Return.pack_pk == Pack.pk)
            .group_by(Pack.id)
        )
        with self._database.reading() as session:
            remind = {row.id: row.remind_on for row in session.execute(select(Pack.id, Pack.remind_on))}
            back = {id_: (latest, count) for id_, latest, count in session.execute(came)}
        return [
            DispatchRow(
                pack=pack,
                remind_on=remind.get(pack.id),
                back=back.get(pack.id, (None, 0))[0],
                returns=back.get(pack.id, (None, 0))[1],
            )
            for pack in packs
        ]

    def remember(self, pack_id: UUID, folder: Path) -> None:
        """Remember in which folder the files of a pack were saved last; that is no deed, and nothing undoes it."""
        with self._database.transaction(None) as session:
            key = records.get(session, Pack, pack_id).pk
            session.execute(delete(PACK_PLACES).where(PACK_PLACES.c.pack_pk == key))
            session.execute(insert(PACK_PLACES).values(pack_pk=key, folder=str(folder)))

    def saved(self, pack_id: UUID) -> SavedPack:
        """Return where the file of a pack lies, and whether it is still the one that its receipt speaks of."""
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id)
            file = session.get_one(StoredFile, pack.file_pk)
            place = session.scalar(select(PACK_PLACES.c.folder).where(PACK_PLACES.c.pack_pk == pack.pk))
            folder = Path(place) if place and not self._database.is_veiled else None
            lying = _lies(folder / pack.file_name, file.sha256) if folder else Lying.UNKNOWN
            return SavedPack(folder=folder, lying=lying, sha256=file.sha256, size=file.size)

    def remind(self, pack_id: UUID) -> date:
        """Note that a pack is not sent yet, to be asked about again tomorrow; return that day."""
        day = today(self._clock) + timedelta(1)
        with self._database.transaction(Deed("put off", Pack)) as session:
            pack = records.get(session, Pack, pack_id)
            pack.handed_over_at, pack.handed_over_how, pack.remind_on = None, "", day
        return day


def _lies(file: Path, sha256: str) -> Lying:
    try:
        with file.open("rb") as stream:
            same = hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return Lying.GONE
    return Lying.AS_MADE if same else Lying.CHANGED
