"""The agenda: one sheet for one meeting, with timed items, the ground rules and the case-study cycle.

What is private to the facilitator has no field here, and so no way onto the paper.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from carfacilitator.handouts.pages import PrintSize, Sheet, template, wording

# strftime follows the computer's language; the sheet is in English whatever that is.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """A part of the meeting: what we do, how long it takes, who leads it, and the question it is about."""

    title: str
    minutes: int
    leader: str = ""
    prompt: str = ""


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """Everything that stands on the agenda of one meeting; day and start are the meeting's local ones."""

    group: str
    day: date
    start: time
    items: tuple[AgendaItem, ...]
    number: int | None = None  # which meeting of the group it is
    place: str = ""
    purpose: str = ""
    ground_rules: tuple[str, ...] = ()
    facilitator: str = ""


def sheet(agenda: Agenda, size: PrintSize = PrintSize.STANDARD) -> Sheet:
    """Return the sheet of an agenda: one page, or in large print as many as it needs."""
    form = template("agenda")
    *starts, end = start_times(agenda)
    return Sheet(
        form,
        {
            "words": wording(form),
            "large": size is PrintSize.LARGE,
            "group": agenda.group,
            "number": agenda.number,
            "day": spoken_day(agenda.day),
            "start": f"{agenda.start:%H:%M}",
            "end": end,
            "place": agenda.place,
            "purpose": agenda.purpose,
            "items": [{"start": start, **asdict(item)} for item, start in zip(agenda.items, starts, strict=True)],
            "ground_rules": agenda.ground_rules,
            "facilitator": agenda.facilitator,
        },
    )


def start_times(agenda: Agenda) -> tuple[str, ...]:
    """Return when each item starts, and last when the meeting ends, as '10:15'; past midnight it starts again."""
    moment = datetime.combine(agenda.day, agenda.start)
    times = [moment]
    for item in agenda.items:
        moment += timedelta(minutes=item.minutes)
        times.append(moment)
    return tuple(f"{moment:%H:%M}" for moment in times)


def spoken_day(day: date) -> str:
    """Return a day as people say it: 'Thursday 12 March 2026'."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
