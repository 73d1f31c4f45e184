"""The question before everything is shown again: the passphrase, asked over the discreet window."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.passphrase_field import PassphraseField
from carfacilitator.ui.widgets.words import MUTED, Words

_LARGEST = QSize(440, 270)
_ABOUT = "Names and private notes will be on the screen. Is it turned away from the others?"
_EMPTY = "Type the passphrase of this workspace."


class LeaveDiscreet(FloatPanel):
    """Asks for the passphrase and gives it to `leave`; `say_wrong` lets one try again."""

    def __init__(self, leave: Callable[[str], object], hint: str = "") -> None:
        super().__init__("Show everything again", _LARGEST)
        self._leave = leave
        self.passphrase = PassphraseField("Passphrase", hint)
        self.show_all = Button("Show everything", "eye", "primary")
        self.stay = Button("Stay discreet")
        self.passphrase.line.returnPressed.connect(self._try)
        self.show_all.clicked.connect(self._try)
        self.stay.clicked.connect(self.close_panel)
        inner = QVBoxLayout()
        inner.setSpacing(theme.Space.LARGE)
        inner.addWidget(Words(_ABOUT, MUTED, wraps=True))
        inner.addWidget(self.passphrase)
        inner.addStretch(1)
        inner.addWidget(Flow(self.stay, self.show_all, right=True))
        self.body.addLayout(inner, 1)
        self.setFocusProxy(self.passphrase)

    def say_wrong(self, words: str) -> None:
        """Say what went wrong, ready for another try."""
        self._allow(allowed=True)
        self.passphrase.clear()
        self.passphrase.say_wrong(words)
        self.passphrase.setFocus()

    def _try(self) -> None:
        if not self.passphrase.text:
            self.passphrase.say_wrong(_EMPTY)
            return
        self._allow(allowed=False)
        self._leave(self.passphrase.text)

    def _allow(self, *, allowed: bool) -> None:
        for widget in (self.passphrase, self.show_all):
            widget.setEnabled(allowed)
