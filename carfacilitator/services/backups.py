"""Backups of an open workspace: made in time, thinned, and carried to a second place when that is there."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import HOME_ZONE, Clock
from carfacilitator.model.events import Event
from carfacilitator.services import safety_records
from carfacilitator.services.keyring import Keyring
from carfacilitator.services.safety_records import SafetyRecord
from carfacilitator.store import backups, containers, drives, slots, thinning
from carfacilitator.store.backups import Occasion, Source, nothing
from carfacilitator.store.containers import SUFFIX, Manifest
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report

FOLDER = "backups"  # in the workspace's own
BY_HAND, AT_START, DAILY, BEFORE_UPGRADE, BEFORE_RESTORE, BEFORE_ERASURE, BEFORE_NEW_KEY = (
    "by hand",
    "at the start",
    "of the day",
    "before an upgrade",
    "before a restore",
    "before an erasure",
    "before a new key",
)


@dataclass(frozen=True, kw_only=True)
class BackupRow:
    """A backup as it lies in a folder; `made_at` is None and `why` empty where it cannot be read."""

    file: Path
    made_at: datetime | None
    why: str
    size: int  # bytes
    in_second_place: bool
    opens_with_present_key: bool


@dataclass(frozen=True, kw_only=True)
class SecondPlace:
    """The folder that backups are carried to; `waiting` if the newest one is not there yet."""

    folder: Path
    is_there: bool
    copied_at: datetime | None
    waiting: bool


def back_up(folder: Path, database: Path, keyring: Keyring, occasion: Occasion, report: Report = nothing) -> Path:
    """Make a checked backup of a workspace in its own folder of backups, and return its file.

    Raises:
        KnownError: there is no room, or the database is damaged; nothing was left half done.
    """
    day = occasion.at.astimezone(ZoneInfo(HOME_ZONE)).date()
    target = backups.free_name(folder / FOLDER, folder.stem, f"{day:%Y-%m-%d}")
    backups.make(Source(folder.stem, database, keyring.key, keyring.ring()), target, occasion, report)
    return target


class Backups:
    """The backups of an open workspace. Whatever takes long belongs on a worker; the window goes on meanwhile."""

    def __init__(self, database: Database, file: Path, clock: Clock, keyring: Keyring) -> None:
        self._database = database
        self._file = file
        self._clock = clock
        self._keyring = keyring
        self._folder = keyring.folder
        backups.clear_leftovers(self._folder / FOLDER)  # whoever has the lock knows that nobody is at work there

    def make(self, why: str = BY_HAND, report: Report = nothing) -> Path:
        """Make a backup now, let old ones go, carry it to the second place if that is there, and return its file.

        `report` is told the share done and may raise to stop; then there is no backup and nothing was changed.

        Raises:
            KnownError: there is no room, or the database is damaged.
        """
        occasion = Occasion(self._clock.now(), why)
        made = back_up(self._folder, self._file, self._keyring, occasion, lambda share: report(share * 0.8))
        self._thin()
        with suppress(KnownError):  # this one counts; that the second place did not take it is told with its state
            self.carry(lambda share: report(0.8 + share * 0.2))
        report(1)
        return made

    def make_at(self, target: Path, *, replace: bool = False, report: Report = nothing) -> Path:
        """Make a backup under a name of the person's own choice.

        Raises:
            KnownError: there is something of that name and `replace` was not asked for, no room, or the database is
                damaged.
        """
        if target.exists() and not replace:
            raise KnownError("There is already a file of that name.", "Choose another name.")
        source = Source(self._folder.stem, self._file, self._keyring.key, self._keyring.ring())
        backups.make(source, target, Occasion(self._clock.now(), BY_HAND), report)
        return target

    def make_if_due(self, *, at_start: bool = False, report: Report = nothing) -> Path | None:
        """Make a backup if something changed since the last one: at every start, and otherwise once a day."""
        last, changed = self.newest(), self._changed_at()
        if changed is None:
            return None
        if last is not None and last.made_at is not None:
            today = self._day(last.made_at) == self._day(self._clock.now())
            if changed <= last.made_at or (today and not at_start):
                return None
        return self.make(AT_START if at_start else DAILY, report)

    def rows(self) -> list[BackupRow]:
        """Return all backups of this workspace that can be reached now, newest first, unreadable ones last.

        Whatever was erased from the workspace since may still be in them.
        """
        second = self._second_folder()
        found = self._own_rows()
        if second:
            found += [self._row(file, in_second_place=True) for file in _files(second) if self._is_ours(file)]
        return _newest_first(found)

    def newest(self) -> BackupRow | None:
        """Return the newest backup in the workspace's own folder that can be read, or None."""
        return next((row for row in _newest_first(self._own_rows()) if row.made_at), None)

    def delete(self, file: Path) -> None:
        """Delete one backup, because it holds what was to be forgotten.

        Raises:
            NotFoundError: it is none of this workspace's backups.
            KnownError: the drive does not let it go.
        """
        if file not in {row.file for row in self.rows()}:
            raise NotFoundError("That backup is no longer there.")
        with drives.spoken_plainly(file.parent):
            file.unlink()

    def second_place(self) -> SecondPlace | None:
        """Return where backups are carried to, or None if no such place was chosen."""
        record, last = safety_records.load(self._folder), self.newest()
        if not record.second_place:
            return None
        return SecondPlace(
            folder=Path(record.second_place),
            is_there=Path(record.second_place).is_dir(),
            copied_at=record.copied_at,
            waiting=last is not None and last.file.name != record.copied_file,
        )

    def choose_second_place(self, folder: Path | None) -> None:
        """Carry backups to `folder` from now on (a stick, a synced folder: they are closed), or nowhere.

        Raises:
            KnownError: the choice cannot be kept, or the folder lies in the workspace itself.
        """
        if folder is not None and self._folder.resolve() in (folder.resolve(), *folder.resolve().parents):
            raise KnownError("A second place must be outside the workspace.", "Choose a stick or another drive.")
        record = safety_records.load(self._folder)
        self._remember(replace(record, second_place=str(folder or ""), copied_at=None, copied_file=""))

    def carry(self, report: Report = nothing) -> bool:
        """Copy the newest backup to the second place, read it back there, and thin what is there; False if it is away.

        Raises:
            KnownError: the place is full or read-only.
        """
        second, last = self._second_folder(), self.newest()
        if second is None or last is None:
            return False
        backups.copy_to(last.file, second, report)
        record = safety_records.load(self._folder)
        self._remember(replace(record, copied_at=self._clock.now(), copied_file=last.file.name))
        self._thin()
        return True

    def _own_rows(self) -> list[BackupRow]:
        return [self._row(file, in_second_place=False) for file in _files(self._folder / FOLDER)]

    def _changed_at(self) -> datetime | None:
        with self._database.reading() as session:
            return session.scalar(select(func.max(Event.at)))

    def _thin(self) -> None:
        for second in (False, True):
            rows = [row for row in self.rows() if row.in_second_place is second]
            surplus = thinning.surplus(row.made_at for row in rows if row.made_at)
            for row in rows:
                if row.made_at in surplus:
                    with drives.spoken_plainly(row.file.parent):
                        row.file.unlink(missing_ok=True)

    def _second_folder(self) -> Path | None:
        chosen = safety_records.load(self._folder).second_place
        return Path(chosen) if chosen and Path(chosen).is_dir() else None

    def _is_ours(self, file: Path) -> bool:
        manifest = _manifest(file)
        return manifest is not None and manifest.workspace == self._keyring.ring().workspace

    def _row(self, file: Path, *, in_second_place: bool) -> BackupRow:
        manifest = _manifest(file)
        return BackupRow(
            file=file,
            made_at=manifest.made_at if manifest else None,
            why=manifest.why if manifest else "",
            size=file.stat().st_size,
            in_second_place=in_second_place,
            opens_with_present_key=manifest is not None and manifest.key == slots.name_of(self._keyring.key),
        )

    def _remember(self, record: SafetyRecord) -> None:
        with drives.spoken_plainly(self._folder):
            safety_records.save(self._folder, record)

    @staticmethod
    def _day(instant: datetime) -> object:
        return instant.astimezone(ZoneInfo(HOME_ZONE)).date()


def _newest_first(rows: list[BackupRow]) -> list[BackupRow]:
    oldest = datetime.min.replace(tzinfo=UTC)
    return sorted(rows, key=lambda row: row.made_at or oldest, reverse=True)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob(f"*{SUFFIX}") if not file.name.startswith("."))


def _manifest(file: Path) -> Manifest | None:
    try:
        return containers.manifest_of(file)
    except (KnownError, OSError, ValueError):
        return None
