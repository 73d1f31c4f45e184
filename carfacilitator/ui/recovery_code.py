"""The recovery code, shown once: printed or saved, and proved to be written down by typing one group of it."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import FIGURE, PLAIN, SMALL, Words

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.recovery_sheets import RecoverySheet

TEXT_FILES = "Text (*.txt)"
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_WHAT_FOR = (
    "If the passphrase is forgotten, this code opens the workspace and its backups; nothing else does. "
    "It is shown this once. Print it, or write it down, and keep it away from this computer."
)


class RecoveryCode(QWidget):
    """Tells when a group was typed right; whoever shows it decides what follows."""

    proved = Signal()
    left = Signal()  # without a proof

    def __init__(self, sheet: "RecoverySheet", dialogs: Dialogs, later: str) -> None:
        super().__init__()
        self._sheet, self._dialogs = sheet, dialogs
        self._asked = secrets.randbelow(len(_PLACES))
        self._said = Words("", SMALL, wraps=True)
        self.group = Field(
            f"Type its {_PLACES[self._asked]} group, from the paper", "So it is certain that it was written down."
        )
        self._go_on = Button("It is written down", look="primary")
        self._later = Button(later, look="quiet")
        self._print = Button("Print", "handouts")
        self._save = Button("Save as a file", "export")
        self._print.clicked.connect(lambda: self._let_out(self._printed))
        self._save.clicked.connect(lambda: self._let_out(self._saved))
        self._go_on.clicked.connect(self._prove)
        self.group.line.returnPressed.connect(self._prove)
        self._later.clicked.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self._print)

    @property
    def asked(self) -> int:
        """Which group is asked for, counted from 0."""
        return self._asked

    def _prove(self) -> None:
        if self._sheet.proves(self._asked, self.group.text):
            self.proved.emit()
            return
        self.group.say_wrong(f"That is not the {_PLACES[self._asked]} group. Look at the paper again.")
        self.group.setFocus()

    def _printed(self) -> str:
        return "It was sent to the printer." if self._sheet.print() else "Nothing was printed."

    def _saved(self) -> str:
        suggestion = Path.home() / f"Recovery code of {self._sheet.workspace}.txt"
        chosen = self._dialogs.save_file(
            "Keep the recovery code on a stick, not on this computer", suggestion, TEXT_FILES
        )
        if chosen is None:
            return "Nothing was saved."
        return f"Saved as {self._sheet.save(chosen).name}. It is not encrypted: keep it away from this computer."

    def _let_out(self, do: Callable[[], str]) -> None:
        try:
            self._said.set_style(SMALL)
            self._said.setText(do())
        except KnownError as error:
            self._said.set_style(SMALL.in_tone("bad"))
            self._said.setText(str(error))
        self._said.show()

    def _lay_out(self) -> None:
        shown = QFrame()
        shown.setProperty("look", "private")
        shown.setAccessibleName("Recovery code")
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(*[theme.Space.LARGE] * 4)
        for line in self._sheet.lines:
            lines.addWidget(Words(line, FIGURE, wraps=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        column.addWidget(Words(_WHAT_FOR, PLAIN, wraps=True))
        column.addWidget(shown)
        column.addWidget(Flow(self._print, self._save))
        column.addWidget(self._said)
        column.addWidget(self.group)
        column.addWidget(Flow(self._go_on, self._later))
        self._said.hide()
