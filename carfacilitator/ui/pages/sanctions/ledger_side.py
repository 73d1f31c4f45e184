"""The list of who must agree: lines to choose from, by mouse, by keyboard and by ear."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions.line import LedgerLine
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.words import SMALL, Words

_FOOT = "Silence is not consent: nothing is published until everybody here has said yes to what stands there."
_LEAST_WIDE, _LEAST_HIGH = 200, 220
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerSide(QFrame):
    """`chosen` and `opened` carry the id of a line; `letter` is a letter that was pressed in the list ("S", "L")."""

    chosen = Signal(object)
    opened = Signal(object)
    letter = Signal(str)
    seen = Signal()  # or no longer: on a narrow window it gives way to the detail
    does = Signal(str, object)  # what a line's own button does ('again', 'letter'), and its id

    def __init__(self, empty: EmptyState, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setProperty("panel", "list")
        self.setAccessibleName("Who must agree")
        self._today = today
        self._current: UUID | None = None
        self._empty = empty
        self._lines = KeyedColumn[SanctionRow](lambda row: row.id, self._make, gap=theme.Space.TINY)
        self._foot = Words(_FOOT, SMALL, wraps=True)
        self._lay_out()
        self.set_rows(())

    def set_rows(self, rows: Sequence[SanctionRow]) -> None:
        """Show these lines, or what an empty list says; the chosen one stays so where it is still there."""
        self._lines.set_things(rows)
        self._empty.setHidden(bool(rows))
        self._foot.setHidden(not rows)
        self.choose(self._current if self._line(self._current) else rows[0].id if rows else None)
        first = self._line(self._current)
        self.setFocusProxy(first or self._empty)

    def set_foot(self, more: str) -> None:
        """Say something more below the list."""
        self._foot.setText(f"{_FOOT} {more}".strip())

    @property
    def current(self) -> UUID | None:
        """The id of the line that is chosen."""
        return self._current

    @property
    def lines(self) -> list[LedgerLine]:
        """The lines from top to bottom."""
        return [one for one in self._lines.widgets if isinstance(one, LedgerLine)]

    def choose(self, id_: UUID | None) -> None:
        """Make a line the chosen one, without a signal."""
        self._current = id_
        for line in self.lines:
            line.set_current(current=line.row is not None and line.row.id == id_)
        self.setFocusProxy(self._line(id_) or self._empty)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a line or two: beyond that the list scrolls, or else the page does."""
        return QSize(theme.px(_LEAST_WIDE), theme.px(_LEAST_HIGH))

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen."""
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is seen no more."""
        super().hideEvent(event)
        self.seen.emit()

    def _make(self) -> LedgerLine:
        line = LedgerLine(self._today)
        line.chosen.connect(self._choose)
        line.key_pressed.connect(self._hear)
        line.does.connect(lambda what, row: self.does.emit(what, row.id))
        return line

    def _line(self, id_: UUID | None) -> LedgerLine | None:
        return next((line for line in self.lines if line.row is not None and line.row.id == id_), None)

    def _choose(self, row: SanctionRow) -> None:
        if row.id != self._current:
            self.choose(row.id)
            self.chosen.emit(row.id)

    def _hear(self, key: int) -> None:
        lines = self.lines
        here = self._line(self._current)
        if here is None:
            return
        if key in _ENTER:
            self.opened.emit(self._current)
        elif key in _STEPS:
            place = lines.index(here) + _STEPS[Qt.Key(key)]
            if 0 <= place < len(lines):
                go_to(lines[place])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            go_to(lines[0 if key == Qt.Key.Key_Home else -1])
        elif Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            self.letter.emit(chr(key))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.Space.TINY, theme.Space.TINY, theme.Space.TINY, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.MEDIUM)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.Space.LARGE, 0, theme.Space.LARGE, 0)
        foot.addWidget(self._foot)
        column.addWidget(self._lines)
        column.addLayout(foot)
        column.addWidget(self._empty, 1)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll)
