"""A panel over the window with a line to type in and what it finds: for finding (Ctrl K) and for all commands (F1)."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import SMALL, Words

_LARGEST = QSize(640, 460)
_PAUSE = 120  # milliseconds without a key until it looks

Source = Callable[[str], Sequence[Row]]


class Finder(FloatPanel):
    """Type, go down, Enter."""

    def __init__(self, heading: str, hint: str, source: Source, taken: Callable[[Hashable], object]) -> None:
        super().__init__(heading, _LARGEST)
        self._source, self._taken = source, taken
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
        self.body.addWidget(self.line)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self._nothing)
        self.setFocusProxy(self.line)

    def open_over(self, window: QWidget) -> None:
        """Stand over `window`, showing what is found without any words."""
        self.look()
        super().open_over(window)

    def close_panel(self) -> None:
        """Go away, and look for nothing any more."""
        self._pause.stop()
        super().close_panel()

    def look(self) -> None:
        """Look for what stands in the line."""
        self._pause.stop()
        words = self.line.text()
        rows = self._source(words)
        self.rows.set_rows(rows)
        self._nothing.setText("" if rows or not words.strip() else "Nothing was found with these words.")
        self._nothing.setHidden(bool(rows) or not words.strip())

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
