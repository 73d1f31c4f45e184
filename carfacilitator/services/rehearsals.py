"""The rehearsal: the newest backup is restored to a scratch copy and compared, so that its worth is known."""

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import Clock
from carfacilitator.services import safety_records
from carfacilitator.services.backups import Backups
from carfacilitator.services.keyring import Keyring
from carfacilitator.store import backups, containers, drives
from carfacilitator.store.backups import nothing
from carfacilitator.store.drives import Report

EVERY = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """That a backup could be restored: which one, when, and how many entries came back as they were."""

    at: datetime
    file: str  # its name
    entries: int


class Rehearsals:
    """Proves that backups can be restored, now and then and on demand."""

    def __init__(self, made: Backups, keyring: Keyring, clock: Clock) -> None:
        self._backups = made
        self._keyring = keyring
        self._clock = clock

    def rehearse(self, report: Report = nothing) -> Proof:
        """Restore the newest backup to a scratch copy, compare counts and hashes, and keep the date.

        Raises:
            NotFoundError: there is no backup yet.
            KnownError: it could not be restored; make a new one.
        """
        last = self._backups.newest()
        if last is None:
            raise NotFoundError("There is no backup to rehearse with yet.", "Make one first.")
        if not containers.ring_in(last.file).fits(self._keyring.key):
            raise KnownError("The newest backup is of another key.", "Make a new one.")
        with tempfile.TemporaryDirectory(prefix=".rehearsal-", dir=last.file.parent) as aside:
            found = backups.check(last.file, self._keyring.key, Path(aside) / "workspace.db", report)
        proof = Proof(at=self._clock.now(), file=last.file.name, entries=sum(found.counts.values()))
        self._keep(proof)
        return proof

    def last(self) -> Proof | None:
        """Return the last proof, or None if there never was one."""
        record = safety_records.load(self._keyring.folder)
        if record.proved_at is None:
            return None
        return Proof(at=record.proved_at, file=record.proved_file, entries=record.proved_rows)

    def is_due(self) -> bool:
        """Tell whether it is time for another one: a month after the last, and only where there is a backup."""
        last = self.last()
        return self._backups.newest() is not None and (last is None or self._clock.now() - last.at >= EVERY)

    def _keep(self, proof: Proof) -> None:
        folder = self._keyring.folder
        record = safety_records.load(folder)
        with drives.spoken_plainly(folder):
            safety_records.save(
                folder, replace(record, proved_at=proof.at, proved_file=proof.file, proved_rows=proof.entries)
            )
