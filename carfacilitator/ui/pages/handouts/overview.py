"""What the page of the handouts says about a meeting's sheet, put together from the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carfacilitator.model.terms import Attendance
from carfacilitator.services import days
from carfacilitator.services.attendance import AttendanceLine
from carfacilitator.services.meetings import MeetingDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui.meeting_rows import Numbered
from carfacilitator.ui.needs import needs_of
from carfacilitator.ui.widgets import spoken

LARGE_PRINT = "large-print"  # the sign of such a need


@dataclass(frozen=True, kw_only=True)
class Overview:
    """A meeting whose sheet is shown: who needs it in large print, and how many private notes stay out of it."""

    meeting: MeetingDetails
    title: str
    today: date
    needing_large: tuple[str, ...]
    left_out: int

    @property
    def expected(self) -> int:
        """How many have not said that they stay away: the copies that may be needed."""
        return sum(_may_come(line) for line in self.meeting.attendance)

    @property
    def heading(self) -> str:
        """What the page is called: 'Agenda of meeting 4, Thursday 12 March'."""
        return f"Agenda, {spoken.day(self.meeting.day, self.today)}"


def overview(services: Services, one: Numbered) -> Overview:
    """Return what is said about the sheet of a meeting."""
    meeting = services.meetings.open(one.row.id)
    private = (meeting.private_note, *(line.private_note for line in meeting.agenda))
    return Overview(
        meeting=meeting,
        title=one.title,
        today=days.today(services.clock),
        needing_large=tuple(_needing_large(meeting.attendance)),
        left_out=sum(bool(note.strip()) for note in private),
    )


def _needing_large(attendance: Iterable[AttendanceLine]) -> Iterable[str]:
    for line in attendance:
        if _may_come(line) and any(need.icon == LARGE_PRINT for need in needs_of(line.needs)):
            yield line.person


def _may_come(line: AttendanceLine) -> bool:
    return line.attendance not in {Attendance.APOLOGIES, Attendance.ABSENT}
