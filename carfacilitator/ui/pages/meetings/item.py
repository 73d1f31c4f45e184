"""One item of a session plan: when it starts, what it is, who leads it, how long it takes; unfolded, all about it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.agendas import Agendas
from carfacilitator.services.meetings import AgendaLine
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.grip import Grip
from carfacilitator.ui.widgets.opening_row import OpeningRow
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.stepper import Stepper
from carfacilitator.ui.widgets.words import STRONG, Words

_TIME = 44  # width of a start, at 100 per cent
_AIR = 2  # above and below the number of minutes, in rows of one line


@dataclass(frozen=True, kw_only=True)
class ItemShown:
    """An item as the plan shows it: at which place of how many, whether its start has just moved."""

    line: AgendaLine
    place: int
    of: int
    has_moved: bool


class ItemRow(OpeningRow):
    """An item. A press unfolds it; the plan does what concerns the other items too."""

    came_to = Signal(object)  # the item's id: the focus is here now
    move_wanted = Signal(object, int)  # the item's id, and to which place
    remove_wanted = Signal(object)  # the item's id

    def __init__(self, agendas: Agendas, keeping: Keeping) -> None:
        self._starts = _Start()
        self.fields = ItemFields(agendas, keeping)
        super().__init__(self._starts, self.fields)
        self._agendas, self._keeping = agendas, keeping
        self.shown: ItemShown | None = None
        self._is_current = False
        self._lock = Sign("lock", heard="Has a note of yours, which is never printed")
        self.minutes = Stepper("Minutes")
        self.grip = self._starts.grip
        self.grip.moves(self)
        self.head.marks.hide()
        self.add_beside(self._lock)
        self.add_beside(self.minutes)
        self.setContentsMargins(0, _AIR, 0, _AIR)
        self.pressed.connect(self.toggle)
        self.minutes.changed.connect(self._set_minutes)
        self.fields.up.clicked.connect(lambda: self._want_move(-1))
        self.fields.down.clicked.connect(lambda: self._want_move(1))
        self.fields.remove.clicked.connect(self._want_removal)
        self.grip.dropped.connect(self._drop)
        for stop in (self.head, self.minutes, *self.findChildren(QWidget)):
            stop.installEventFilter(self)

    def fill(self, shown: ItemShown, /) -> None:
        """Show an item, without losing what is being typed."""
        self.shown = shown
        line = shown.line
        self._starts.fill(spoken.clock(line.begins), "lead" if shown.has_moved else "ink")
        muted = " · ".join(filter(None, (line.leads, line.materials)))
        private = "has a note of yours" if line.private_note else ""
        heard = (
            f"at {spoken.clock(line.begins)}, {spoken.counted(line.minutes, 'minute')}, {shown.place + 1} of {shown.of}"
        )
        self.set_words(line.title, muted, ", ".join(filter(None, (heard, private))))
        self.set_unfolding("All about this item")
        self._lock.setHidden(not line.private_note)
        self.minutes.name(f"Minutes of {line.title}")
        self.minutes.set_value(line.minutes)
        self.fields.fill(shown)
        self.update()

    def mark(self, *, current: bool) -> None:
        """Tint the row, or not: it is the one that the page's actions are about."""
        self._is_current = current
        self.update()

    def toggle(self) -> None:
        """Unfold it, with the focus in its title, or fold it away."""
        if self.is_unfolded:
            self.fold()
        else:
            self.unfold()
            self.fields.title.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the focus comes; remove the item on Delete where its row has the focus."""
        if event.type() == QEvent.Type.FocusIn and self.shown is not None:
            self.came_to.emit(self.shown.line.id)
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if watched is self.head and is_delete and event.type() == QEvent.Type.KeyPress:
            self._want_removal()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint the ground of the item one is at."""
        super().paintEvent(event)
        if not self._is_current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("lead"), 1))
        painter.setBrush(theme.mixed("lead_soft", "surface", 1 if not self.is_unfolded else 0.4))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)

    def _set_minutes(self, minutes: int) -> None:
        shown = self.shown
        if shown is not None and minutes != shown.line.minutes:
            self._keeping.attempt(lambda: self._agendas.amend(shown.line.id, minutes=minutes))

    def _want_move(self, by: int) -> None:
        if self.shown is not None:
            self.move_wanted.emit(self.shown.line.id, self.shown.place + by)

    def _drop(self, place: int) -> None:
        if self.shown is not None:
            self.move_wanted.emit(self.shown.line.id, place)

    def _want_removal(self) -> None:
        if self.shown is not None:
            self.remove_wanted.emit(self.shown.line.id)


class ItemFields(QWidget):
    """What is known of an item, edited where it stands."""

    def __init__(self, agendas: Agendas, keeping: Keeping) -> None:
        super().__init__()
        self._agendas = agendas
        self._shown: ItemShown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = Kept(Field("What we do"), keeping)
        self.leads = Kept(Field("Who leads", example="nobody is named"), keeping)
        self.materials = Kept(Field("What is needed", example="for example fat pens"), keeping)
        note = Fact(
            "Your own note on it",
            "what to watch for",
            hint="Only you see it; it is never printed.",
            paragraphs=True,
            serif=True,
        )
        self.private_note = Kept(note, keeping)
        self.up, self.down = Button("Move up", "up", "quiet"), Button("Move down", "down", "quiet")
        self.remove = Button("Take it off the plan", "remove", "quiet")
        columns = Columns(1, 1, least=160)
        columns.add(0, self.leads.field)
        columns.add(1, self.materials.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.TINY, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        on_paper = _on_paper(note)
        for part in (self.title.field, columns, on_paper, Flow(self.up, self.down, self.remove)):
            column.addWidget(part)
        keeping.conceal(on_paper)

    def fill(self, shown: ItemShown, /) -> None:
        """Be about an item; its fields are filled when they are seen."""
        self._shown = shown
        self.up.setEnabled(shown.place > 0)
        self.down.setEnabled(shown.place < shown.of - 1)
        if not self.isHidden():
            self._show()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802  Qt's own
        """Fill the fields before they are seen."""
        if visible:
            self._show()
        super().setVisible(visible)

    def _show(self) -> None:
        if self._shown is None:
            return
        line, key = self._shown.line, f"agenda-item:{self._shown.line.id}"
        amend = self._agendas.amend
        self.title.show(f"{key}:title", line.title, lambda text: amend(line.id, title=text))
        self.leads.show(f"{key}:leads", line.leads, lambda text: amend(line.id, leads=text))
        self.materials.show(f"{key}:materials", line.materials, lambda text: amend(line.id, materials=text))
        self.private_note.show(f"{key}:private", line.private_note, lambda text: amend(line.id, private_note=text))


def _on_paper(note: Fact) -> QFrame:
    """Return a frame that tells a private note apart without colour: paper, and a lock."""
    frame = QFrame()
    frame.setProperty("look", "private")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.SMALL)
    row.setSpacing(theme.Space.SMALL)
    row.addWidget(Sign("lock", heard="Only you see this"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(note, 1)
    return frame


class _Start(QWidget):
    """The grip and the start of an item."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.grip = Grip()
        self._time = Words("", STRONG)
        self._time.setMinimumWidth(theme.px(_TIME))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(self.grip)
        row.addWidget(self._time)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the titles below one another when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._time.setMinimumWidth(theme.px(_TIME))

    def fill(self, time: str, tone: str) -> None:
        """Show a time."""
        self._time.setText(time)
        self._time.set_style(STRONG.in_tone(tone))
