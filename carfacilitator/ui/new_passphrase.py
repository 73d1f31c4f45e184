"""Choosing a passphrase: two fields, and advice on its strength in plain words while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.passphrases import advise
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.passphrase_field import PassphraseField
from carfacilitator.ui.widgets.spoken import counted
from carfacilitator.ui.widgets.strength import Strength

LEAST_PASSPHRASE = 12  # letters


class NewPassphrase(QWidget):
    """Weak ones are called so and not refused, for who chooses them knows why; short ones are refused."""

    entered = Signal()  # Enter in the second field

    def __init__(self, label: str = "New passphrase") -> None:
        super().__init__()
        self.first = PassphraseField(label, f"At least {LEAST_PASSPHRASE} letters.")
        self.again = PassphraseField("The passphrase once more")
        self.strength = Strength()
        self.first.line.textChanged.connect(self._advise)
        self.again.line.returnPressed.connect(self.entered)
        both = Columns(1, 1, least=220)
        both.add(0, self.first)
        both.add(1, self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(both)
        column.addWidget(self.strength)
        self.setFocusProxy(self.first)
        self._advise("")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.again):
            field.clear()
            field.say_wrong("")

    def first_fault(self) -> PassphraseField | None:
        """Say beside each field what is wrong with it, and return the first of them; None if all is well."""
        missing = counted(LEAST_PASSPHRASE - len(self.text), "letter")
        short = f"It is too short by {missing}." if len(self.text) < LEAST_PASSPHRASE else ""
        other = "The two are not the same." if self.again.text != self.text else ""
        self.first.say_wrong(short)
        self.again.say_wrong(other)
        return self.first if short else self.again if other else None

    def _advise(self, passphrase: str) -> None:
        advice = advise(passphrase)
        self.strength.show_grade(advice.grade, advice.sentence)
