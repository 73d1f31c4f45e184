"""A panel over the window with a line to type in and what it finds: for finding (Ctrl K) and for all commands (F1)."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import SECTION, SMALL, Words

_WIDEST = 640
_PAUSE = 120  # milliseconds without a key until it looks

Source = Callable[[str], Sequence[Row]]


class Finder(QFrame):
    """Type, go down, Enter. Esc closes it and gives the focus back to where it was."""

    closed = Signal()

    def __init__(self, heading: str, hint: str, source: Source, taken: Callable[[Hashable], object]) -> None:
        super().__init__()
        self.setProperty("look", "float")
        self.setProperty("panel", "finder")
        self.setAccessibleName(heading)
        self._source, self._taken = source, taken
        self._before: QWidget | None = None
        self.line = SearchLine(hint)
        self.rows = RowList(heading)
        self.line.goes_down_to(self.rows)
        self.rows.opened.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _: self._pause.start())
        self.line.returnPressed.connect(self._take_first)
        self._nothing = Words("", SMALL, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.LARGE] * 4)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Words(heading, SECTION))
        column.addWidget(self.line)
        column.addWidget(self.rows, 1)
        column.addWidget(self._nothing)

    def open_over(self, window: QWidget) -> None:
        """Stand over `window`, with the focus in the line."""
        self._before = window.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._place(window)
        self.look()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Go away; what had the focus before has it again."""
        self._pause.stop()
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def look(self) -> None:
        """Look for what stands in the line."""
        self._pause.stop()
        words = self.line.text()
        rows = self._source(words)
        self.rows.set_rows(rows)
        self._nothing.setText("" if rows or not words.strip() else "Nothing was found with these words.")
        self._nothing.setHidden(bool(rows) or not words.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window when its size changes."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._place(watched)
        return super().eventFilter(watched, event)

    def _place(self, window: QWidget) -> None:
        width = min(theme.px(_WIDEST), window.width() - 2 * theme.Space.WIDE)
        height = min(theme.px(460), window.height() - 2 * theme.Space.HUGE)
        top = max(theme.Space.HUGE, (window.height() - height) // 4)
        self.setGeometry(QRect((window.width() - width) // 2, top, width, height))

    def _take_first(self) -> None:
        if self._pause.isActive():
            self.look()
        current = self.rows.current
        chosen = current if current is not None else next((row.id for row in self.rows.rows), None)
        if chosen is not None:
            self._take(chosen)

    def _take(self, id_: Hashable) -> None:
        self.close_panel()
        self._taken(id_)
