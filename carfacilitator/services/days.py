"""The day that it is at home, and the local time of an instant, for whoever shows them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from carfacilitator.model import clock as clocks
from carfacilitator.model.clock import HOME_ZONE, Clock


def today(clock: Clock) -> date:
    """Return the day that it is at home."""
    return clocks.today(clock)


def local(instant: datetime) -> datetime:
    """Return the local time at home of an aware instant."""
    return instant.astimezone(ZoneInfo(HOME_ZONE))


def begins(day: date) -> datetime:
    """Return the instant at which a day begins at home."""
    return datetime.combine(day, time(), ZoneInfo(HOME_ZONE))
