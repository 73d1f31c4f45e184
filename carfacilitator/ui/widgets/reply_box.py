"""Where an answer to a comment is written, below the thread."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import FlowLayout
from carfacilitator.ui.widgets.remark_field import RemarkField

LINES = 3


class ReplyBox(QWidget):
    """A field and its two ways out. `typed` tells every change, so that nothing is lost; `closed` leaves it unsent."""

    kept = Signal(str)
    typed = Signal(str)
    closed = Signal()

    def __init__(self, to: str, text: str = "") -> None:
        super().__init__()
        self._field = RemarkField(f"Reply to {to}" if to else "Reply", text, LINES)
        self._field.kept.connect(self._keep)
        self._field.set_aside.connect(self.closed)
        self._field.textChanged.connect(lambda: self.typed.emit(self._field.toPlainText()))
        buttons = QWidget()
        flow = FlowLayout(buttons, 6)
        for words, icon, run in (("Keep reply", "check", self._keep), ("Set aside", "", self.closed.emit)):
            button = Button(words, icon)
            button.clicked.connect(run)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self._field)
        column.addWidget(buttons)
        self.setFocusProxy(self._field)

    @property
    def text(self) -> str:
        """Return what is written so far."""
        return self._field.toPlainText()

    def begin(self) -> None:
        """Put the caret into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        if self.text.strip():
            self.kept.emit(self.text.strip())
        else:
            self.closed.emit()
