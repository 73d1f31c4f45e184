"""Which backups may go: all of the last two days stay, then one a day, one a week, one a month.

Ages are counted from the newest backup and never from the clock, so that a clock set forward lets nothing go.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import datetime, timedelta

RECENT = timedelta(hours=48)
MOST_RECENT = 12  # of the last two days; more would fill the drive of somebody who often starts the program
DAYS, WEEKS, MONTHS = 7, 4, 12


def surplus(instants: Iterable[datetime]) -> set[datetime]:
    """Return the instants of those backups that are no longer needed."""
    newest_first = sorted(set(instants), reverse=True)
    return set(newest_first) - set(_needed(newest_first))


def _needed(newest_first: list[datetime]) -> Iterator[datetime]:
    recent = [instant for instant in newest_first if newest_first[0] - instant <= RECENT]
    yield from recent[:MOST_RECENT]
    yield from _newest_of_each(newest_first, DAYS, lambda instant: instant.date())
    yield from _newest_of_each(newest_first, WEEKS, lambda instant: instant.isocalendar()[:2])
    yield from _newest_of_each(newest_first, MONTHS, lambda instant: (instant.year, instant.month))


def _newest_of_each(newest_first: list[datetime], most: int, period: Callable[[datetime], Hashable]) -> list[datetime]:
    newest: dict[Hashable, datetime] = {}
    for instant in newest_first:
        newest.setdefault(period(instant), instant)
    return list(newest.values())[:most]
