"""The meetings as rows of a list: those to come, the next one first, and below them those held."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from carfacilitator.services import days
from carfacilitator.services.meetings import MeetingRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

_Pills = Callable[[MeetingRow], tuple[PillLook, ...]]
_SOON = 14  # days within which it is said how many are left


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A meeting in a list, with its number among its group's, from 1."""

    row: MeetingRow
    number: int

    @property
    def title(self) -> str:
        """What it is called: its own title, or its number."""
        return self.row.title or f"Meeting {self.number}"


def numbered(services: Services) -> list[Numbered]:
    """Return all meetings by date, each with its number."""
    counts = Counter[object]()
    found = []
    for row in services.meetings.rows():
        counts[row.group_id] += 1
        found.append(Numbered(row=row, number=counts[row.group_id]))
    return found


def meeting_rows(services: Services) -> list[Row]:
    """Return a row for each meeting."""
    now, today = services.clock.now(), days.today(services.clock)
    everything = numbered(services)
    ahead = [one for one in everything if not is_over(one.row, now)]
    held = [one for one in everything if is_over(one.row, now)]
    return [
        *_section("To come", ahead, lambda row: _ahead(row, now, today), today),
        *_section("Held", reversed(held), _came, today),
    ]


def short_day(day: date, today: date) -> str:
    """Return 'Thu 12 March', or 'Thu 20 Nov 2025' where the year is not today's."""
    weekday = spoken.WEEKDAYS[day.weekday()][:3]
    if day.year == today.year:
        return f"{weekday} {spoken.short_day(day, today)}"
    return f"{weekday} {day.day} {spoken.MONTHS[day.month - 1][:3]} {day.year}"


def _section(heading: str, meetings: Iterable[Numbered], pills: _Pills, today: date) -> list[Row]:
    return [
        Row(
            id=one.row.id,
            strong=f"{short_day(one.row.day, today)}, {spoken.clock(one.row.starts)}",
            muted=" · ".join(filter(None, (one.row.group, one.title, one.row.place))),
            section=heading,
            pills=pills(one.row),
        )
        for one in meetings
    ]


def _ahead(row: MeetingRow, now: datetime, today: date) -> tuple[PillLook, ...]:
    if row.begins_at <= now:
        return (PillLook("Now", "good"),)
    if not row.place:
        return (PillLook("No place", "warn"),)
    days = (row.day - today).days
    if days < _SOON:
        return (PillLook(f"{days} days" if days > 1 else spoken.ago(row.day, today), "lead"),)
    return ()


def _came(row: MeetingRow) -> tuple[PillLook, ...]:
    return (PillLook(f"{row.present} of {row.expected}", icon="people"),) if row.present else ()


def is_over(row: MeetingRow, now: datetime) -> bool:
    """Tell whether a meeting has ended; `now` is aware."""
    return row.ends_at <= now
