"""The session plan: items with a start each; change one, and the starts of those after it follow."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.adding import Adder, OtherPlans
from carfacilitator.ui.pages.meetings.item import ItemRow, ItemShown
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.pages.meetings.starts import Starts, moved_in_words
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.length_strip import LengthStrip, Stretch
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words


class Plan(Card):
    """The items of a meeting. One of them may be the current one, which the page's actions are about."""

    current_changed = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Session plan")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self._starts = Starts()
        self._current: UUID | None = None
        self._sum, self._of = Words("", SECTION), Words("", MUTED)
        self.strip = LengthStrip()
        self.items = KeyedColumn[ItemShown](lambda item: item.line.id, self._make_row)
        self.adder = Adder()
        self.other_plans = OtherPlans(services, keeping)
        self.adder.written.connect(self._add)
        self.add_beside_title(self._sum)
        self.add_beside_title(self._of)
        for part in (self.strip, self.items, self.adder):
            self.add(part)
        self.body.addWidget(self.other_plans, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, shown: Overview, /) -> None:
        """Show a meeting's plan; the starts that moved since it was shown last are told apart."""
        is_other = self._shown is None or self._shown.meeting.id != shown.meeting.id
        self._shown = shown
        self._starts.follow(shown.meeting)
        if is_other or self._current not in self._starts:
            self._current = None
            self.adder.put_below(None)
        self.items.set_things(self._items())
        self._mark_current()
        self._sum.setText(str(shown.planned))
        self._of.setText(_of_minutes(shown))
        self._of.set_style(MUTED if shown.planned <= shown.meeting.minutes else MUTED.in_tone("warn"))
        self.other_plans.fill(shown)

    @property
    def current(self) -> ItemShown | None:
        """The item one is at."""
        row = self.row_of(self._current)
        return row.shown if row is not None else None

    def row_of(self, item_id: UUID | None) -> ItemRow | None:
        """Return the row of an item that is shown."""
        found = self.items.widget_of(item_id)
        return found if isinstance(found, ItemRow) else None

    @property
    def rows(self) -> list[ItemRow]:
        """The rows from the first item to the last."""
        return [row for row in self.items.widgets if isinstance(row, ItemRow)]

    def move_current(self, by: int) -> None:
        """Put the current item that many places further down."""
        if self.current is not None:
            self._move(self.current.line.id, self.current.place + by)

    def lengthen_current(self, steps: int) -> None:
        """Give the current item more time, or less."""
        row = self.row_of(self._current)
        if row is not None:
            row.minutes.stepBy(steps)

    def add_below_current(self) -> None:
        """Go to where a new item is written, which then stands below the current one."""
        self.adder.put_below(self.current.line if self.current else None)
        self.adder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remove_current(self) -> None:
        """Take the current item off the plan."""
        if self._current is not None:
            self._remove(self._current)

    def step_back(self) -> bool:
        """Fold what is unfolded, or let go of a place; False when there was neither."""
        unfolded = next((row for row in self.rows if row.is_unfolded), None)
        if unfolded is not None:
            unfolded.fold()
            return True
        return self.adder.step_back()

    def _make_row(self) -> ItemRow:
        row = ItemRow(self._services.agendas, self._keeping)
        row.came_to.connect(self._come_to)
        row.move_wanted.connect(self._move)
        row.remove_wanted.connect(self._remove)
        return row

    def _items(self) -> list[ItemShown]:
        lines = self._shown.meeting.agenda if self._shown is not None else ()
        return [
            ItemShown(line=line, place=place, of=len(lines), has_moved=line.id in self._starts.moved)
            for place, line in enumerate(lines)
        ]

    def _mark_current(self) -> None:
        if self._shown is None:
            return
        for row in self.rows:
            row.mark(current=row.shown is not None and row.shown.line.id == self._current)
        lines = self._shown.meeting.agenda
        stretches = [Stretch(line.minutes, line.id == self._current) for line in lines]
        self.strip.set_stretches(
            stretches, self._shown.meeting.minutes, f"{self._shown.planned} {_of_minutes(self._shown)}"
        )
        self.current_changed.emit()

    def _come_to(self, item_id: UUID) -> None:
        if item_id != self._current and item_id in self._starts:  # the focus also passes through rows that are going
            self._current = item_id
            self._mark_current()

    def _add(self, title: str, below: UUID | None) -> None:
        if self._shown is None:
            return
        lines = self._shown.meeting.agenda
        to = next((place + 1 for place, line in enumerate(lines) if line.id == below), len(lines))
        meeting_id = self._shown.meeting.id
        if self._keeping.attempt(lambda: self._services.agendas.add(meeting_id, title, to=to)):
            self.adder.clear()
            if below is not None:
                self.adder.put_below(self._services.meetings.open(meeting_id).agenda[to])

    def _move(self, item_id: UUID, to: int) -> None:
        if self._shown is None or not 0 <= to < len(self._shown.meeting.agenda):
            return
        before = self._shown.meeting.agenda
        if self._keeping.attempt(lambda: self._services.agendas.move(item_id, to)):
            after = self._services.meetings.open(self._shown.meeting.id).agenda
            self._keeping.say_done(moved_in_words(before, after, to))

    def _remove(self, item_id: UUID) -> None:
        row = self.row_of(item_id)
        if row is None or row.shown is None:
            return
        title, place = row.shown.line.title, row.shown.place
        if self._keeping.attempt(lambda: self._services.agendas.remove(item_id)):
            self._keeping.say_done(f"“{title}” was taken off the plan.")
            others = [other for other in self.rows if other is not row]
            (others[min(place, len(others) - 1)].head if others else self.adder).setFocus()


def _of_minutes(shown: Overview) -> str:
    """Return 'of 120 minutes · ends 12:15', and what is too much or free."""
    differs = shown.planned - shown.meeting.minutes
    ends = spoken.clock(shown.ends)
    if differs > 0:
        return f"of {shown.meeting.minutes} minutes · {differs} too many · ends {ends}"
    free = f" · {-differs} free" if differs and shown.planned else ""
    return f"of {shown.meeting.minutes} minutes{free} · ends {ends}"
