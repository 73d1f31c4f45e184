"""What is open in the middle: a sign, what it is, which of how many, and the steps to the ones beside it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words


class ItemHead(QWidget):
    """One line."""

    def __init__(self, before: QAction, after: QAction) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sign = Sign("note", "muted", 20)
        self._title, self._number = Words("", SECTION), Words("", MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(self._sign)
        row.addWidget(self._title, 1)
        row.addWidget(self._number)
        for action in (before, after):
            row.addWidget(Button.of(action, "icon"))

    def show_item(self, words: str, sign: tuple[str, str], number: str) -> None:
        """Say what is open; `sign` is an icon and its tone."""
        self._title.setText(words)
        self._sign.set_sign(*sign)
        self._number.setText(number)
