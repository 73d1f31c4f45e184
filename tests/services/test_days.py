from datetime import UTC, date, datetime

from carfacilitator.model.clock import FixedClock
from carfacilitator.services import days


def test_a_summer_evening_is_an_hour_later_at_home() -> None:
    instant = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert days.local(instant).replace(tzinfo=None) == datetime(2026, 7, 2, 0, 30)  # noqa: DTZ001  a local time
    assert days.today(FixedClock(instant)) == date(2026, 7, 2)


def test_a_day_begins_at_midnight_at_home() -> None:
    assert days.begins(date(2026, 7, 1)).astimezone(UTC) == datetime(2026, 6, 30, 23, 0, tzinfo=UTC)
