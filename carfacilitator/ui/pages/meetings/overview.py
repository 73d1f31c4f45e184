"""What a meeting's page shows, put together from the services: the meeting, which of its group's it is, and when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from carfacilitator.services import days
from carfacilitator.services.meetings import MeetingDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui.meeting_rows import Numbered


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


def overview(services: Services, one: Numbered) -> Overview:
    """Return everything that is shown of a meeting."""
    return Overview(
        meeting=services.meetings.open(one.row.id),
        number=one.number,
        today=days.today(services.clock),
        has_begun=one.row.begins_at <= services.clock.now(),
    )
