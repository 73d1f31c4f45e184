from datetime import UTC, datetime, timedelta

from carfacilitator.store import thinning

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def days_ago(*days: float) -> list[datetime]:
    return [NOON - timedelta(days=number) for number in days]


def test_nothing_is_let_go_at_the_beginning() -> None:
    assert thinning.surplus([]) == set()
    assert thinning.surplus(days_ago(0)) == set()
    assert thinning.surplus(days_ago(0, 0.1, 0.2, 1, 1.5)) == set()


def test_of_two_years_of_daily_backups_a_handful_stays() -> None:
    every = days_ago(*range(730))
    kept = set(every) - thinning.surplus(every)
    assert set(days_ago(*range(7))) <= kept
    assert len({instant.isocalendar()[:2] for instant in kept}) >= 4
    assert len({(instant.year, instant.month) for instant in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


def test_of_an_older_day_only_the_newest_stays() -> None:
    every = days_ago(0, 3, 3.1, 3.2)
    assert thinning.surplus(every) == set(days_ago(3.1, 3.2))


def test_many_starts_in_two_days_do_not_fill_the_drive() -> None:
    every = [NOON - timedelta(minutes=number) for number in range(100)]
    assert len(set(every) - thinning.surplus(every)) == thinning.MOST_RECENT


def test_letting_go_again_lets_nothing_more_go() -> None:
    every = days_ago(*(number / 3 for number in range(900)))
    kept = set(every) - thinning.surplus(every)
    assert thinning.surplus(kept) == set()


def test_a_clock_that_was_set_forward_by_years_costs_no_more_than_its_own_places() -> None:
    before = days_ago(*range(7))
    strayed = NOON + timedelta(days=4000)
    kept = {*before, strayed} - thinning.surplus([*before, strayed])
    assert strayed in kept
    assert len(kept) >= 7
