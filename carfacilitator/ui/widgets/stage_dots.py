"""Stages as dots: those behind are full, those ahead are open; as a widget, and to be drawn in a row."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme

_STEP, _RADIUS = 14, 4


class StageDots(QWidget):
    """How far something is, of a few stages; a screen reader hears 'stage 3 of 5'."""

    def __init__(self, reached: int, of: int = 5, word: str = "stage") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._of, self._word = of, word
        self.set_reached(reached)

    def set_reached(self, reached: int) -> None:
        """Show another stage; 0 is none."""
        self._reached = reached
        self.setAccessibleName(f"{self._word} {reached} of {self._of}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all dots."""
        return QSize(dots_width(self._of), theme.px(20))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the dots."""
        paint_dots(QPainter(self), QPointF(0, self.height() / 2), self._reached, self._of)


def dots_width(of: int) -> int:
    """Return the width of so many dots."""
    return theme.px((of - 1) * _STEP + 2 * _RADIUS) + 4


def paint_dots(painter: QPainter, middle_left: QPointF, reached: int, of: int) -> None:
    """Draw dots from `middle_left` on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.px(_RADIUS)
    for place in range(of):
        full = place < reached
        painter.setPen(QPen(theme.colour("lead" if full else "muted"), 1.25))
        painter.setBrush(theme.colour("lead") if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle_left + QPointF(radius + 2 + place * theme.px(_STEP), 0), radius, radius)
