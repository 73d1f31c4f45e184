"""The left side of most pages: a filter, a plus, the list, and what it says while it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import SMALL, Words


class ListSide(QFrame):
    """A card with `list` in it. `new` is the action behind the plus; `empty` stands there while there are no rows."""

    def __init__(self, label: str, empty: EmptyState, new: QAction | None = None) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setProperty("panel", "list")
        self.filter = SearchLine(f"Filter {label.lower()}")
        self.list = RowList(label)
        self._empty = empty
        self._foot = Words("", SMALL)
        self._foot.hide()
        self.filter.textChanged.connect(self.list.set_filter)
        self.filter.goes_down_to(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(self._top(new))
        column.addWidget(self.list, 1)
        column.addWidget(empty, 1)
        column.addWidget(self._foot)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, or what an empty list says."""
        self.list.set_rows(rows)
        self.list.setHidden(not rows)
        self.filter.setEnabled(bool(rows))
        self._empty.setHidden(bool(rows))
        way_out = None if rows else self._empty.focusProxy()
        self.list.setFocusProxy(way_out)  # type: ignore[arg-type]  # None takes it off

    def set_foot(self, words: str) -> None:
        """Say something muted below the list ('Ended: Carers' café inquiry')."""
        self._foot.setText(words)
        self._foot.setHidden(not words)

    def focus_filter(self) -> None:
        """Go to the filter (Ctrl F)."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _top(self, new: QAction | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(self.filter, 1)
        if new is not None:
            plus = Button.of(new, "icon", "plus")
            row.addWidget(plus)
        return row
