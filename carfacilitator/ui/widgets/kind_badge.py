"""The letter of a comment's kind as a small widget beside words that name it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks

SIZE = 20


class KindBadge(QWidget):
    """A letter on its kind's colour; hollow where the place is uncertain."""

    def __init__(self, letter: str, tone: str, *, hollow: bool = False) -> None:
        super().__init__()
        self._letter, self._tone, self._hollow = letter, tone, hollow
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(SIZE), theme.px(SIZE))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks.badge(painter, QRectF(self.rect()), self._letter, self._tone, hollow=self._hollow)
