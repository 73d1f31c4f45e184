"""A group's meetings as a path, and planning the next one where the path stands."""

from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.meetings import MeetingChanges, MeetingRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.step_path import Step, StepPath
from carfacilitator.ui.widgets.when_fields import DayField, TimeField
from carfacilitator.ui.widgets.words import MUTED, SMALL, Words

_MOST, _BEHIND = 12, 6  # steps of the path in all, and of those held
_USUAL = time(10, 0)
_NO_MEETING = "No meeting is planned yet. The first one is for ground rules and for what puzzles people."


class Meetings(Card):
    """The path of the meetings; Enter on a step opens that meeting. `plan` opens what a new one needs."""

    opened = Signal(object)  # a meeting's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Meetings")
        self.path = StepPath("Meetings of the group")
        self.path.opened.connect(self.opened)
        self.path.chosen.connect(self._tell)
        self._heard: dict[UUID, str] = {}
        self._told: UUID | None = None
        self._telling = Words("", SMALL, wraps=True)
        self.open = Button("Open this meeting", "right", "quiet")
        self.open.clicked.connect(lambda: self.opened.emit(self._told))
        self._none = Words(_NO_MEETING, MUTED, wraps=True)
        self.planning = Planning(services, keeping)
        self.planning.hide()
        self.add(self.path)
        row = QHBoxLayout()
        row.addWidget(self._telling, 1)
        row.addWidget(self.open)
        self.body.addLayout(row)
        self.add(self._none)
        self.add(self.planning)

    def fill(self, shown: Overview, /) -> None:
        """Show the meetings of a group."""
        steps = [_step(shown, place) for place in _seen(shown)]
        self._heard = {shown.meetings[place].id: step.heard for place, step in zip(_seen(shown), steps, strict=True)}
        self.path.set_steps(steps)
        self.open.setHidden(not steps)
        self.path.setHidden(not shown.meetings)
        self._none.setHidden(bool(steps))
        self._telling.setHidden(not steps)
        self.set_note(_next_in_words(shown))
        if steps:
            self._tell(shown.meetings[_seen(shown)[self.path.current]].id)
        self.planning.fill(shown)

    def _tell(self, meeting_id: UUID) -> None:
        """Say of the step that one is at what it is in full."""
        self._told = meeting_id
        self._telling.setText(self._heard[meeting_id])
        self.open.setAccessibleName(f"Open {self._heard[meeting_id]}")

    def plan(self) -> None:
        """Open what a new meeting needs."""
        self.planning.start()


class Planning(QWidget):
    """When and where the next meeting is; time, length and place are proposed as they were last."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.day = DayField("Day", lambda: days.today(services.clock))
        self.starts = TimeField("Begins at")
        self.place = Field("Place", example="a venue that everybody can reach")
        self.plan = Button("Plan this meeting", "meetings", "primary")
        self.not_now = Button("Not now", look="quiet")
        self.plan.clicked.connect(self._plan)
        self.place.line.returnPressed.connect(self._plan)
        self.not_now.clicked.connect(self.stop)
        self._typed = HalfFilled(keeping.unsaved, "", {"place": self.place})
        self.not_now.clicked.connect(self._typed.forget)
        columns = Columns(4, 2, 4, least=170)
        columns.add(0, self.day)
        columns.add(1, self.starts)
        columns.add(2, self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        column.addWidget(Rule())
        column.addWidget(columns)
        column.addWidget(Flow(self.plan, self.not_now))

    def fill(self, shown: Overview, /) -> None:
        """Be about a group; what was begun for another one is closed."""
        if self._shown is not None and self._shown.group.id != shown.group.id:
            self.stop()
        self._shown = shown
        self._typed.about(f"group:{shown.group.id}:planning")

    def start(self) -> None:
        """Open, with what is usual for this group."""
        last = self._shown.meetings[-1] if self._shown and self._shown.meetings else None
        self.day.set_value(None)
        self.starts.set_value(last.starts if last else _USUAL)
        self.place.set_text(last.place if last else "")
        self._typed.bring_back()
        self.show()
        go_to(self.day.line, self)

    def stop(self) -> None:
        """Close; nothing was planned."""
        self.hide()

    def _plan(self) -> None:
        self.day.finish()
        self.starts.finish()
        day, starts = self.day.value, self.starts.value
        if day is None:
            self.day.say_wrong("Say on which day.")
        if starts is None:
            self.starts.say_wrong("Say when it begins.")
        if self._shown is not None and day is not None and starts is not None:
            self._keep(self._shown, day, starts)

    def _keep(self, shown: Overview, day: date, starts: time) -> None:
        minutes = shown.meetings[-1].minutes if shown.meetings else 120
        title = f"Meeting {len(shown.meetings) + 1}"
        details = MeetingChanges(title=title, place=self.place.text, minutes=minutes)
        if self._keeping.attempt(lambda: self._services.meetings.add(shown.group.id, day, starts, **details)):
            self._typed.forget()
            self.stop()
            self._keeping.say_done(f"A meeting is planned for {spoken.day(day, shown.today)}.")


def _seen(shown: Overview) -> range:
    """Return the places of the meetings that the path has room for: those around the next one."""
    first = max(0, min(shown.held - _BEHIND, len(shown.meetings) - _MOST))
    return range(first, min(first + _MOST, len(shown.meetings)))


def _step(shown: Overview, place: int) -> Step:
    meeting, number = shown.meetings[place], place + 1
    when = spoken.moment(meeting.begins_at, shown.today)
    heard = ", ".join(filter(None, (f"Meeting {number}", when, meeting.place)))
    if place == shown.held:
        return Step(id=meeting.id, heard=heard, state="next", number=number, below=_soon(meeting, shown.today))
    below = _month(meeting.day) if place in {_seen(shown)[0], _seen(shown)[-1]} else ""
    return Step(id=meeting.id, heard=heard, state="done" if place < shown.held else "ahead", number=number, below=below)


def _next_in_words(shown: Overview) -> str:
    meeting = shown.next_meeting
    if meeting is None:
        return f"Met {spoken.ago(shown.last_met, shown.today)}" if shown.last_met else ""
    return f"Meeting {shown.held + 1}: {_soon(meeting, shown.today)}, {spoken.clock(meeting.starts)}"


def _soon(meeting: MeetingRow, today: date) -> str:
    """Return 'Thursday' within the week, else '23 April'."""
    ahead = (meeting.day - today).days
    named = {0: "Today", 1: "Tomorrow"}
    if ahead in named:
        return named[ahead]
    return spoken.WEEKDAYS[meeting.day.weekday()] if 0 < ahead < 7 else spoken.short_day(meeting.day, today)  # noqa: PLR2004  a week


def _month(day: date) -> str:
    return f"{spoken.MONTHS[day.month - 1][:3]} {day.year}"
