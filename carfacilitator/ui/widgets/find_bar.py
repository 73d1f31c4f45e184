"""The line that finds words in a draft: what is typed, how often it stands there, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import SMALL, Words


class FindBar(QWidget):
    """Type, Enter goes on, Shift+Enter back, Esc closes."""

    looked = Signal(str)
    stepped = Signal(int)  # 1 or -1
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "find")
        self.line = SearchLine("Find in this draft")
        self._told = Words("", SMALL)
        back, on = Button("Before (Shift+F3)", "arrow-up", "icon"), Button("Next (F3)", "arrow-down", "icon")
        close = Button("Close (Esc)", "close", "icon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        for part in (self.line, self._told, back, on, close):
            row.addWidget(part, 1 if part is self.line else 0)
        row.addStretch(1)
        self.line.textChanged.connect(self.looked)
        back.clicked.connect(lambda: self.stepped.emit(-1))
        on.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        self.setFocusProxy(self.line)
        self.hide()

    def begin(self) -> None:
        """Come into sight, ready for typing; what was looked for last is chosen."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def tell(self, number: int, of: int) -> None:
        """Say at which of the places one is, counted from 1."""
        nothing = "not in this draft" if self.line.text().strip() else ""
        self._told.setText(f"{number} of {of}" if of else nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or close."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
