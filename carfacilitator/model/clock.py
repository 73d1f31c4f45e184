"""The time, as something that is handed in: the computer's, or a fixed moment for the sample, pictures and tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

HOME_ZONE = "Europe/London"


class Clock(Protocol):
    """Whatever can tell the time."""

    def now(self) -> datetime:
        """Return this moment in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return this moment in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is set."""

    instant: datetime

    def now(self) -> datetime:
        """Return the moment it was set to, in UTC."""
        return self.instant.astimezone(UTC)


def today(clock: Clock, zone: str = HOME_ZONE) -> date:
    """Return the day that it is in `zone`."""
    return clock.now().astimezone(ZoneInfo(zone)).date()
