"""A field for a passphrase, with an eye to look at it and a word on Caps Lock."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Labelled

_CAPS = "Caps Lock seems to be on."


class PassphraseField(Labelled):
    """What is typed is hidden until the eye is pressed, and is never a signal's argument."""

    def __init__(self, label: str, hint: str = "") -> None:
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        super().__init__(label, self.line, hint)
        self._eye = Button("Show what is typed", "eye", "icon")
        self._eye.setShortcut("Alt+E")
        self._eye.clicked.connect(self._turn)
        self.add_beside(self._eye)
        self.line.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.line.clear()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice letters that are the other way round than Shift says: Qt cannot ask for Caps Lock itself."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed = event.text()
            if typed.isalpha():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.say_wrong(_CAPS if typed.isupper() != shifted else "")
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.say("Hide what is typed" if hidden else "Show what is typed")
        self._eye.set_icon("hidden" if hidden else "eye")
        self.line.setFocus()
