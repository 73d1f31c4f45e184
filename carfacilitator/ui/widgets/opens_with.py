"""What opens a workspace or a backup: its passphrase, or its printed recovery code instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.passphrase_field import PassphraseField

_CODE, _PASSPHRASE = "Use the recovery code", "Use the passphrase"


class OpensWith(QWidget):
    """A field for the one, and a quiet button that changes to the other."""

    entered = Signal()
    changed = Signal()  # what is typed is another than before

    def __init__(self) -> None:
        super().__init__()
        self.passphrase = PassphraseField("Passphrase")
        self.code = Field("Recovery code", "Eight groups of five, with or without gaps.", "for example 7KQ4M-…")
        self.code.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.turn = Button(_CODE, "key", "quiet")
        self.is_code = False
        for line in (self.passphrase.line, self.code.line):
            line.returnPressed.connect(self.entered)
            line.textChanged.connect(self.changed)
        self.turn.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self.passphrase)
        column.addWidget(self.code)
        column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.code.text.strip() if self.is_code else self.passphrase.text

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.code.set_text("")

    def say_wrong(self, words: str) -> None:
        """Say what is wrong below the field; '' takes it away."""
        (self.code if self.is_code else self.passphrase).say_wrong(words)

    def use_code(self, *, code: bool) -> None:
        """Ask for the recovery code, or for the passphrase."""
        self.is_code = code
        self._show()

    def _turn(self) -> None:
        self.use_code(code=not self.is_code)
        self.changed.emit()
        self.setFocus()

    def _show(self) -> None:
        self.passphrase.setHidden(self.is_code)
        self.code.setHidden(not self.is_code)
        self.turn.say(_PASSPHRASE if self.is_code else _CODE)
        self.setFocusProxy(self.code if self.is_code else self.passphrase)
