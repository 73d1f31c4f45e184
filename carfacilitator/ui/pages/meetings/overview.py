"""What a meeting's page shows, put together from the services: the meeting, which of its group's it is, and when."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from carfacilitator.services import days
from carfacilitator.services.meetings import MeetingDetails, MeetingRow
from carfacilitator.services.workspace import Services


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A meeting in a list, with its number among its group's, from 1."""

    row: MeetingRow
    number: int

    @property
    def title(self) -> str:
        """What it is called: its own title, or its number."""
        return self.row.title or f"Meeting {self.number}"


@dataclass(frozen=True, kw_only=True)
class Overview:
    """One meeting as it stands now."""

    meeting: MeetingDetails
    number: int
    today: date
    has_begun: bool

    @property
    def title(self) -> str:
        """What it is called: its own title, or its number."""
        return self.meeting.title or f"Meeting {self.number}"

    @property
    def planned(self) -> int:
        """How many minutes its plan takes."""
        return sum(line.minutes for line in self.meeting.agenda)

    @property
    def ends(self) -> time:
        """When it ends: when its plan does, or when it should where nothing is planned yet."""
        begins = datetime.combine(self.meeting.day, self.meeting.starts)
        return (begins + timedelta(minutes=self.planned or self.meeting.minutes)).time()


def numbered(services: Services) -> list[Numbered]:
    """Return all meetings by date, each with its number."""
    counts = Counter[object]()
    found = []
    for row in services.meetings.rows():
        counts[row.group_id] += 1
        found.append(Numbered(row=row, number=counts[row.group_id]))
    return found


def overview(services: Services, one: Numbered) -> Overview:
    """Return everything that is shown of a meeting."""
    return Overview(
        meeting=services.meetings.open(one.row.id),
        number=one.number,
        today=days.today(services.clock),
        has_begun=one.row.begins_at <= services.clock.now(),
    )


def is_over(row: MeetingRow, now: datetime) -> bool:
    """Tell whether a meeting has ended; `now` is aware."""
    return row.ends_at <= now
