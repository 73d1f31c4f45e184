from datetime import UTC, date, datetime, timedelta, timezone

from carfacilitator.model.clock import FixedClock, SystemClock, today


def test_a_fixed_clock_stands_still_and_speaks_utc() -> None:
    clock = FixedClock(datetime(2026, 3, 10, 10, 0, tzinfo=timezone(timedelta(hours=1))))
    assert clock.now() == clock.now() == datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


def test_the_computers_clock_speaks_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_today_is_the_day_at_home_and_not_in_greenwich() -> None:
    just_after_midnight_in_summer = FixedClock(datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    assert today(just_after_midnight_in_summer) == date(2026, 7, 1)
    assert today(just_after_midnight_in_summer, "UTC") == date(2026, 6, 30)
