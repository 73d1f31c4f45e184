"""Did you send it: the answers, of which 'another way' asks which."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow

_OTHER_WAYS = (("By post", "mail"), ("By hand", "people"), ("From another address", "sent"))


class SentQuestion(QWidget):
    """Yes, another way, not yet; once it was answered, only that it was not sent after all."""

    way_chosen = Signal(str)  # 'by post', or what was written
    not_sent = Signal()

    def __init__(self, yes: QAction, other: QAction, not_yet: QAction) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.yes, self.other = Button.of(yes), Button.of(other)
        self.not_yet = Button.of(not_yet, "quiet")
        self.taken_back = Button("It was not sent after all", "undo", "quiet")
        self.taken_back.clicked.connect(self.not_sent)
        self.ways = _Ways(self.way_chosen.emit)
        self.ways.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Flow(self.yes, self.other, self.not_yet, self.taken_back))
        column.addWidget(self.ways)

    def ask_which(self) -> None:
        """Ask which other way."""
        self.ways.setVisible(self.ways.isHidden())
        (self.ways if self.ways.isVisible() else self.other).setFocus()

    def show_answered(self, *, is_sent: bool) -> None:
        """Ask, or offer to take back that it was sent."""
        self.ways.hide()
        self.taken_back.setHidden(not is_sent)

    def close_ways(self) -> bool:
        """Ask no longer; False when it did not."""
        was_open = not self.ways.isHidden()
        self.ways.hide()
        return was_open


class _Ways(QWidget):
    """Ways that are often taken, and a line for any other."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._tell = tell
        buttons = [self._way(*way) for way in _OTHER_WAYS]
        self.line = Field("Or in your own words", example="for example on a memory stick, then Enter")
        self.line.finished.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Flow(*buttons))
        column.addWidget(self.line)
        self.setFocusProxy(buttons[0])

    def _way(self, words: str, icon: str) -> Button:
        button = Button(words, icon)
        button.clicked.connect(lambda: self._take(words[0].lower() + words[1:]))
        return button

    def _take(self, words: str) -> None:
        if words.strip():
            self.line.set_text("")
            self._tell(words.strip())
