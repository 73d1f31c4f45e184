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
    last_time: MeetingDetails | None  # the meeting of this group before it, if notes were taken

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
    earlier = [row for row in services.meetings.rows(group_id=one.row.group_id) if row.begins_at < one.row.begins_at]
    last_time = services.meetings.open(earlier[-1].id) if earlier else None
    return Overview(
        meeting=services.meetings.open(one.row.id),
        number=one.number,
        today=days.today(services.clock),
        has_begun=one.row.begins_at <= services.clock.now(),
        last_time=last_time if last_time is not None and last_time.notes else None,
    )
