"""What is known of a meeting itself, edited where it stands: when, where, what for; and what was said."""

from datetime import date, time

from PySide6.QtCore import Signal

from carfacilitator.errors import KnownError
from carfacilitator.services import days
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept, KeptDay
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import Labelled
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.stepper import Stepper
from carfacilitator.ui.widgets.when_fields import DayField, TimeField
from carfacilitator.ui.widgets.words import QUOTE, Words

_LONGEST = 24 * 60


class About(Card):
    """Day, time, length, place, title and purpose of a meeting."""

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__("When and where")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.day = KeptDay(DayField("Day", lambda: days.today(services.clock)))
        self.starts = TimeField("Begins at")
        self.minutes = Stepper("Minutes in all", step=15, most=_LONGEST)
        self.place = Kept(Fact("Place", "no place yet"), keeping)
        self.title = Kept(Fact("Title", "for example Retreat 1"), keeping)
        self.purpose = Kept(Fact("What it is about", "the question of the day", serif=True), keeping)
        self.starts.chosen.connect(self._set_start)
        self.minutes.changed.connect(self._set_minutes)
        columns = Columns(1, 1, least=110, gap=theme.Space.SMALL)
        columns.add(0, self.starts)
        columns.add(1, Labelled("Length", self.minutes))
        for part in (self.day.field, columns, self.place.field, self.purpose.field, self.title.field):
            self.add(part)
        self.add(Flow(remove))

    def fill(self, shown: Overview, /) -> None:
        """Show a meeting, without losing what is being typed."""
        self._shown = shown
        meeting, meetings, key = shown.meeting, self._services.meetings, f"meeting:{shown.meeting.id}"
        self.day.show(meeting.day, lambda day: meetings.amend(meeting.id, day=_needed(day)))
        if not (self.starts.line.hasFocus() and self.starts.line.isModified()):
            self.starts.set_value(meeting.starts)
        self.minutes.set_value(meeting.minutes)
        self.place.show(f"{key}:place", meeting.place, lambda text: meetings.amend(meeting.id, place=text))
        self.title.show(f"{key}:title", meeting.title, lambda text: meetings.amend(meeting.id, title=text))
        self.purpose.show(f"{key}:purpose", meeting.purpose, lambda text: meetings.amend(meeting.id, purpose=text))

    def _set_start(self, starts: time | None) -> None:
        shown = self._shown
        if shown is None:
            return
        if starts is None:
            self.starts.say_wrong("A meeting begins at some time; it stays as it was.")
            return
        self._keeping.attempt(lambda: self._services.meetings.amend(shown.meeting.id, starts=starts))

    def _set_minutes(self, minutes: int) -> None:
        shown = self._shown
        if shown is not None and minutes != shown.meeting.minutes:
            self._keeping.attempt(lambda: self._services.meetings.amend(shown.meeting.id, minutes=minutes))


class Notes(Card):
    """What was said: the group's own notes."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Notes")
        self._services = services
        hint = "They are the group’s."
        self.text = Kept(
            Fact(
                "Notes of the meeting", "What was said, and who does what by when.", hint, paragraphs=True, serif=True
            ),
            keeping,
            grows=True,
        )
        self.text.field.hide_label()
        self.add(self.text.field)

    def fill(self, shown: Overview, /) -> None:
        """Show the notes of a meeting."""
        meeting_id, meetings = shown.meeting.id, self._services.meetings
        self.text.show(
            f"meeting:{meeting_id}:notes", shown.meeting.notes, lambda text: meetings.amend(meeting_id, notes=text)
        )


class LastTime(Card):
    """What was noted at the meeting before; not there where nothing was."""

    opened = Signal(object)  # that meeting's id

    def __init__(self) -> None:
        super().__init__("Last time", note=" ")
        self._shown: Overview | None = None
        self.text = Words("", QUOTE, wraps=True)
        self.open_it = Button("Open that meeting", "meetings", "quiet")
        self.open_it.clicked.connect(self._ask)
        self.add(self.text)
        self.add(Flow(self.open_it))

    def fill(self, shown: Overview, /) -> None:
        """Show what was noted before a meeting."""
        self._shown, last = shown, shown.last_time
        self.setHidden(last is None)
        if last is not None:
            self.text.setText(last.notes)
            self.set_note(spoken.short_day(last.day, shown.today))

    def _ask(self) -> None:
        if self._shown is not None and self._shown.last_time is not None:
            self.opened.emit(self._shown.last_time.id)


class PrivateNote(Card):
    """The facilitator's own note on a meeting: on paper, with a lock."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Your own note", private=True)
        self._services = services
        hint = "Only you see it. It is left out of everything that is printed or shown."
        self.text = Kept(
            Fact("Your own note on the meeting", "what to watch for, whom to ask", hint, paragraphs=True, serif=True),
            keeping,
        )
        self.text.field.hide_label()
        self.add(self.text.field)
        keeping.conceal(self)

    def fill(self, shown: Overview, /) -> None:
        """Show the note on a meeting."""
        meeting_id, meetings = shown.meeting.id, self._services.meetings
        self.text.show(
            f"meeting:{meeting_id}:private",
            shown.meeting.private_note,
            lambda text: meetings.amend(meeting_id, private_note=text),
        )


def _needed(day: date | None) -> date:
    if day is None:
        raise KnownError("A meeting is on some day; it stays as it was.")
    return day
