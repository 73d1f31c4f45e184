"""How the paragraph will read: on paper within dashes, because it does not stand there yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.sheet_runs import Run
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, Words


class Preview(QWidget):
    """A caption and the paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._caption = Words("", CAPTION)
        self.words = MarkedText()
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(Sign("eye"))
        head.addWidget(self._caption, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(head)
        column.addWidget(self.words)

    def show_runs(self, caption: str, runs: Sequence[Run]) -> None:
        """Show how it will read, with what is new in it."""
        self._caption.setText(caption)
        self.words.show_runs(runs)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the dashes around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)
