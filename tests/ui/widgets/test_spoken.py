from datetime import date, datetime, time

import pytest

from carfacilitator.ui.widgets import spoken

TODAY = date(2026, 3, 10)  # a Tuesday


def test_days_are_said_as_people_say_them() -> None:
    assert spoken.day(date(2026, 11, 24), TODAY) == "Tuesday 24 November"
    assert spoken.day(date(2025, 11, 24), TODAY) == "Monday 24 November 2025"
    assert spoken.short_day(date(2026, 3, 4), TODAY) == "4 March"
    assert spoken.moment(datetime(2026, 11, 24, 10, 0), TODAY) == "Tuesday 24 November, 10:00"  # noqa: DTZ001  local


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (TODAY, "today"),
        (date(2026, 3, 9), "yesterday"),
        (date(2026, 3, 11), "tomorrow"),
        (date(2026, 3, 1), "nine days ago"),
        (date(2026, 2, 17), "three weeks ago"),
        (date(2026, 3, 20), "in ten days"),
        (date(2025, 11, 10), "four months ago"),
        (date(2023, 3, 10), "three years ago"),
    ],
)
def test_distances_are_said_in_the_unit_that_people_use(when: date, said: str) -> None:
    assert spoken.ago(when, TODAY) == said


def test_small_numbers_are_words_and_large_ones_have_commas() -> None:
    assert spoken.counted(3, "draft") == "three drafts"
    assert spoken.counted(1, "draft") == "one draft"
    assert spoken.counted(0, "case study", "case studies") == "no case studies"
    assert spoken.number(1240) == "1,240"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24 November", date(2026, 11, 24)),
        ("24 nov 26", date(2026, 11, 24)),
        ("Tuesday 24 November, 2026", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24.11.2027", date(2027, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("1st of April", date(2026, 4, 1)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 3, 11)),
        ("thu", date(2026, 3, 12)),
        ("tuesday", date(2026, 3, 17)),
        ("next friday", date(2026, 3, 13)),
        ("3 January", date(2026, 1, 3)),
        ("31 February", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, meant: date | None) -> None:
    assert spoken.read_day(typed, TODAY) == meant


def test_without_a_year_the_next_such_day_is_meant() -> None:
    assert spoken.read_day("4 March", date(2026, 11, 20)) == date(2027, 3, 4)


def test_what_is_shown_can_be_read_back() -> None:
    day = date(2027, 2, 28)
    assert spoken.read_day(spoken.day(day), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10:30", time(10, 30)),
        ("1030", time(10, 30)),
        ("9.15", time(9, 15)),
        ("2pm", time(14)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("2", time(14)),
        ("0", time(0)),
        ("25", None),
        ("10:75", None),
        ("late", None),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: str, meant: time | None) -> None:
    assert spoken.read_time(typed) == meant
