"""What is said of backups, in words."""

from datetime import date

from carfacilitator.services import backups
from carfacilitator.services.backups import BackupRow, SecondPlace
from carfacilitator.services.days import local
from carfacilitator.services.rehearsals import Proof
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

_WHY = {
    backups.BY_HAND: "made by hand",
    backups.AT_START: "made at the start",
    backups.DAILY: "made during the day",
    backups.BEFORE_UPGRADE: "before the program was renewed",
    backups.BEFORE_RESTORE: "before another was restored",
    backups.BEFORE_ERASURE: "before something was erased",
    backups.BEFORE_NEW_KEY: "before the key was changed",
}
_STEP = 1024
_ELSEWHERE = PillLook("Second place", "muted", "sent")
_OLD_KEY = PillLook("Older key", "warn", "key")
_UNREADABLE = PillLook("Cannot be read", "bad", "alert")


def size(count: int) -> str:
    """Return '840 KB', '1.2 MB'."""
    if count < _STEP * _STEP:
        return f"{max(1, round(count / _STEP))} KB"
    if count < _STEP * _STEP * _STEP:
        return f"{count / _STEP / _STEP:.1f} MB"
    return f"{count / _STEP / _STEP / _STEP:.1f} GB"


def backup_row(row: BackupRow, today: date) -> Row:
    """Return a backup as a row of a list."""
    if row.made_at is None:
        return Row(id=row.file, strong=row.file.name, muted=size(row.size), icon="backup", pills=(_UNREADABLE,))
    pills = tuple(
        pill for pill, shown in ((_ELSEWHERE, row.in_second_place), (_OLD_KEY, not row.opens_with_present_key)) if shown
    )
    why = _WHY.get(row.why, row.why)
    return Row(
        id=row.file,
        strong=spoken.moment(local(row.made_at), today),
        muted=" · ".join(part for part in (why, size(row.size), "checked when it was made") if part),
        icon="backup",
        pills=pills,
    )


def counts(rows: list[BackupRow]) -> str:
    """Return 'twelve here, three in the second place'."""
    there = sum(row.in_second_place for row in rows)
    here = f"{spoken.number(len(rows) - there)} here"
    return f"{here}, {spoken.number(there)} in the second place" if there else here


def second_place(place: SecondPlace | None, today: date) -> tuple[str, str]:
    """Return how the second place stands, and the tone of it."""
    if place is None:
        return "A stick or another drive: if this computer is lost or breaks, the backups are not lost with it.", "ink"
    if place.waiting and not place.is_there:
        return f"{place.folder} is not connected. The newest backup is copied when it is.", "warn"
    if place.waiting:
        return f"The newest backup is not in {place.folder} yet.", "warn"
    copied = f", copied {spoken.moment(local(place.copied_at), today)}" if place.copied_at else ""
    return f"The newest backup is in {place.folder}{copied}.", "good"


def proof(last: Proof | None, today: date) -> str:
    """Return when it was last proved that a backup can be restored."""
    if last is None:
        return "Not yet. The program restores the newest backup to a scratch copy and compares all of it."
    day = local(last.at).date()
    return (
        f"On {spoken.moment(local(last.at), today)} ({spoken.ago(day, today)}) a backup was restored aside: "
        f"{last.entries:,} entries came back exactly as they were."
    )


def latest(newest: BackupRow | None, today: date) -> str:
    """Return what the list of parts says."""
    if newest is None or newest.made_at is None:
        return "There is none yet"
    return f"The last one {spoken.ago(local(newest.made_at).date(), today)}"
