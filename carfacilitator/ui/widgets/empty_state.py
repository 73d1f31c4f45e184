"""What an empty list says: what belongs here, and the button that makes the first one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sign import Disc
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words


class EmptyState(QWidget):
    """A sign, a heading, a sentence, a button; in the middle of the room it gets."""

    def __init__(self, icon: str, heading: str, sentence: str, button: Button | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.LARGE] * 4)
        column.setSpacing(theme.Space.SMALL)
        column.addStretch(1)
        column.addWidget(Disc(icon=icon, size=44), 0, middle)
        column.addSpacing(theme.Space.TINY)
        for text, style in ((heading, SECTION), (sentence, MUTED)):
            words = Words(text, style, wraps=True)
            words.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(words)
        if button is not None:
            column.addSpacing(theme.Space.SMALL)
            column.addWidget(button, 0, middle)
            self.setFocusProxy(button)
        column.addStretch(2)
