"""Yes or no, time after time, as a row of small squares."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme

Mark = Literal["full", "open", "unsaid", "gap"]
_SIDE, _STEP, _CORNER = 10, 14, 2.5


class Squares(QWidget):
    """Full for yes, open for no, a stroke where nothing was said, nothing where it did not apply.

    `heard` says the same in words, to a screen reader and on hover.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._marks: tuple[Mark, ...] = ()

    def set_marks(self, marks: Sequence[Mark], heard: str) -> None:
        """Show other marks, the earliest first."""
        self._marks = tuple(marks)
        self.setAccessibleName(heard)
        self.setToolTip(heard)
        self.updateGeometry()
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown."""
        return self._marks

    def sizeHint(self) -> QSize:
        """Return the room for all squares."""
        return QSize(theme.px(max(0, len(self._marks) * _STEP - (_STEP - _SIDE))) + 2, theme.px(20))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the squares."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_SIDE)
        for place, mark in enumerate(self._marks):
            area = QRectF(1 + place * theme.px(_STEP), (self.height() - side) / 2, side, side)
            _paint_mark(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), mark)


def _paint_mark(painter: QPainter, area: QRectF, mark: Mark) -> None:
    painter.setPen(QPen(theme.colour("lead" if mark == "full" else "muted"), 1.25))
    if mark == "unsaid":
        reach = QPointF(area.width() / 4, 0)
        painter.drawLine(area.center() - reach, area.center() + reach)
    if mark in {"full", "open"}:
        painter.setBrush(theme.colour("lead") if mark == "full" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, _CORNER, _CORNER)
