"""Why an edit is rejected: asked where one stands, for whoever proposed it will read it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui import theme
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.words import STRONG, Words


class Reason(QFrame):
    """A field with two buttons. `given` hands over the reason; Esc and Cancel close it."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, unsaved: UnsavedTexts) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.field = TextField("Why is it rejected?", "Whoever proposed it will read this.", lines=(2, 6))
        self.field.hide_label()
        self._typed = HalfFilled(unsaved, "", {"reason": self.field})
        self.reject = Button("Reject it", "close")
        self.reject.clicked.connect(self._give)
        cancel = Button("Cancel", "", "quiet")
        cancel.clicked.connect(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Words("Why is it rejected?", STRONG))
        column.addWidget(self.field)
        column.addWidget(Flow(self.reject, cancel))
        self.hide()

    def ask(self, key: str, reason: str = "") -> None:
        """Ask, with what was given before."""
        self.field.finish()
        self._typed.about(key)
        self.field.area.clearFocus()
        self.field.set_text(reason)
        self._typed.bring_back()
        self.show()
        go_to(self.field.area, self)

    def close_it(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def forget(self) -> None:
        """Let go what was typed: the edit is decided."""
        self.field.finish()
        self._typed.forget()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the reason on Ctrl Enter."""
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if controlled and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        if not self.field.text.strip():
            self.field.say_wrong("Say why: whoever proposed it will read it.")
            go_to(self.field.area, self)
            return
        self.given.emit(self.field.text.strip())
