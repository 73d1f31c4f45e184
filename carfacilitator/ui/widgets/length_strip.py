"""Lengths of time in a row, each as wide as it is long: what fits, what is free, and what goes beyond the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme

_HEIGHT, _GAP, _CORNER = 20, 2, 4


@dataclass(frozen=True)
class Stretch:
    """One length in minutes; `marked` is the one that is looked at."""

    minutes: int
    marked: bool = False


class LengthStrip(QWidget):
    """The whole width is the time there is, or the time that is used where that is more.

    What lies beyond the end is amber and stands behind an upright line; what is free is a dashed frame. A screen reader
    hears `heard`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stretches: tuple[Stretch, ...] = ()
        self._there_is = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stretches(self, stretches: Sequence[Stretch], there_is: int, heard: str) -> None:
        """Show these, of the minutes there are."""
        self._stretches, self._there_is = tuple(stretches), there_is
        self.setAccessibleName(heard)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low strip."""
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw each length, what is free, and the line at the end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        used = sum(stretch.minutes for stretch in self._stretches)
        whole = max(used, self._there_is, 1)
        begins = 0
        for stretch in self._stretches:
            beyond = begins + stretch.minutes > self._there_is
            self._draw(painter, self._area(begins, stretch.minutes, whole), stretch, beyond=beyond)
            begins += stretch.minutes
        if used < self._there_is:
            self._draw_free(painter, self._area(used, self._there_is - used, whole), self._there_is - used)
        elif used > self._there_is > 0:
            at = self.width() * self._there_is / whole
            painter.setPen(QPen(theme.colour("warn"), 2))
            painter.drawLine(round(at), 0, round(at), self.height())

    def _area(self, begins: int, minutes: int, whole: int) -> QRectF:
        unit = self.width() / whole
        area = QRectF(begins * unit, 0, minutes * unit, self.height())
        return area.adjusted(_GAP / 2, 0.5, -_GAP / 2, -0.5)

    def _draw(self, painter: QPainter, area: QRectF, stretch: Stretch, *, beyond: bool) -> None:
        tone = "warn" if beyond else "lead"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone if stretch.marked else f"{tone}_soft"))
        painter.drawRoundedRect(area, _CORNER, _CORNER)
        ink = theme.colour("surface" if stretch.marked and beyond else "on_lead" if stretch.marked else tone)
        _write(painter, area, stretch.minutes, ink)

    def _draw_free(self, painter: QPainter, area: QRectF, minutes: int) -> None:
        painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, _CORNER, _CORNER)
        _write(painter, area, minutes, theme.colour("muted"))


def _write(painter: QPainter, area: QRectF, minutes: int, ink: QColor) -> None:
    """Write the minutes where they have room."""
    face = theme.font(theme.CAPTION, theme.SEMIBOLD)
    if QFontMetricsF(face).horizontalAdvance(str(minutes)) + 2 > area.width():
        return
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(minutes))
