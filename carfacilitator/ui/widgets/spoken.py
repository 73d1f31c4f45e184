"""Days, times and numbers as people in Britain say and write them, and what they type read back."""

import re
from datetime import date, datetime, time, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS_OF_WEEKS = 14  # from here on people count weeks, not days
_DAYS_OF_MONTHS = 60
_DAYS_OF_YEARS = 700
_AFTERNOON = 8  # 'at 2' is in the afternoon, 'at 9' is not


def number(count: int) -> str:
    """Return 'three' for small numbers and '1,240' for others."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return 'three drafts', 'one draft', 'no drafts'."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def day(when: date, today: date | None = None) -> str:
    """Return 'Tuesday 24 November', with the year unless it is today's."""
    year = "" if today is not None and today.year == when.year else f" {when.year}"
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}{year}"


def short_day(when: date, today: date | None = None) -> str:
    """Return '24 November', with the year unless it is today's."""
    return day(when, today).split(" ", 1)[1]


def clock(when: time) -> str:
    """Return '10:00'."""
    return f"{when.hour:02}:{when.minute:02}"


def moment(when: datetime, today: date | None = None) -> str:
    """Return 'Tuesday 24 November, 10:00'; `when` is local."""
    return f"{day(when.date(), today)}, {clock(when.time())}"


def ago(when: date, today: date) -> str:
    """Return 'today', 'three weeks ago', 'in two days'."""
    days = (today - when).days
    named = {0: "today", 1: "yesterday", -1: "tomorrow"}
    if days in named:
        return named[days]
    span = _span(abs(days))
    return f"{span} ago" if days > 0 else f"in {span}"


def _span(days: int) -> str:
    if days < _DAYS_OF_WEEKS:
        return counted(days, "day")
    if days < _DAYS_OF_MONTHS:
        return counted(days // 7, "week")
    if days < _DAYS_OF_YEARS:
        return counted(round(days / 30.44), "month")
    return counted(round(days / 365.25), "year")


def read_day(text: str, today: date) -> date | None:
    """Return the day that was typed, or None: '24 Nov', '24/11/26', 'Tuesday', 'next Tuesday', 'tomorrow', 2026-11-24.

    Day before month, as in Britain; without a year it is the next such day that is not more than half a year past.
    """
    words = text.strip().casefold().replace(",", " ")
    relative = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if words in relative:
        return today + timedelta(relative[words])
    return _named_weekday(words, today) or _numbers(words, today) or _with_month(words, today)


def read_time(text: str) -> time | None:
    """Return the time of day that was typed, or None: '10', '10:30', '1030', '10.30', '2pm', '14:00'."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?\s*", text.casefold())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if (half == "pm" and hour < 12) or (half is None and found[2] is None and 0 < hour < _AFTERNOON):  # noqa: PLR2004  noon
        hour += 12
    if half == "am" and hour == 12:  # noqa: PLR2004  midnight
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004  of a clock


def _named_weekday(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(next |on )?([a-z]{3,})", words)
    if not found:
        return None
    for index, name in enumerate(WEEKDAYS):
        if name.casefold().startswith(found[2]):
            ahead = (index - today.weekday() - 1) % 7 + 1
            return today + timedelta(ahead)
    return None


def _numbers(words: str, today: date) -> date | None:
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    if iso:
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]))
    found = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{2,4}))?", words)
    return _guess_year(int(found[1]), int(found[2]), found[3], today) if found else None


def _with_month(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(?:[a-z]+\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,})\.?(?:\s+(\d{2,4}))?", words)
    if not found:
        return None
    for index, name in enumerate(MONTHS):
        if name.casefold().startswith(found[2]):
            return _guess_year(int(found[1]), index + 1, found[3], today)
    return None


def _guess_year(day_: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _valid(int(year) + (2000 if len(year) <= 2 else 0), month, day_)  # noqa: PLR2004  two digits
    near = _valid(today.year, month, day_)
    if near is not None and (today - near).days > 183:  # noqa: PLR2004  half a year
        return _valid(today.year + 1, month, day_)
    return near


def _valid(year: int, month: int, day_: int) -> date | None:
    try:
        return date(year, month, day_)
    except ValueError:
        return None
