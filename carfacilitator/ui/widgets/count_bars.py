"""Counts of a few kinds as bars with a letter, the words and the number: it reads without the bars as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme

_BAR, _GAP, _LEAST_BAR = 8, 12, 48


@dataclass(frozen=True)
class Count:
    """How many there are of a kind; `tone` is the token of its colour."""

    letter: str
    words: str
    tone: str
    count: int


class CountBars(QWidget):
    """One line for each kind; a screen reader hears them as one sentence."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._counts: tuple[Count, ...] = ()
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Sequence[Count]) -> None:
        """Show these, in this order."""
        self._counts = tuple(counts)
        self.setAccessibleName(f"{self._label}: " + ", ".join(f"{count.words} {count.count}" for count in counts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all lines."""
        return QSize(round(self._words() + self._figures() + theme.px(120)), len(self._counts) * self._line())

    def minimumSizeHint(self) -> QSize:
        """Return the room for words, numbers and short bars."""
        wide = self._letters() + self._words() + self._figures() + theme.px(_LEAST_BAR) + 2 * _GAP
        return QSize(round(min(wide, theme.px(240))), len(self._counts) * self._line())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, count in enumerate(self._counts):
            self._draw(painter, count, index * self._line())

    def _draw(self, painter: QPainter, count: Count, top: float) -> None:
        flags = Qt.AlignmentFlag
        line, right = float(self._line()), self.width() - self._figures()
        painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
        painter.setPen(theme.colour(count.tone))
        painter.drawText(QRectF(0, top, self._letters(), line), int(flags.AlignVCenter), count.letter)
        words = min(self._words(), right - self._letters() - theme.px(_LEAST_BAR) - 2 * _GAP)
        face = theme.font()
        painter.setFont(face)
        painter.setPen(theme.colour("ink"))
        shown = QFontMetricsF(face).elidedText(count.words, Qt.TextElideMode.ElideRight, words)
        painter.drawText(QRectF(self._letters(), top, words + 1, line), int(flags.AlignVCenter), shown)
        painter.setFont(theme.font(theme.BODY, theme.SEMIBOLD))
        number = QRectF(right, top, self._figures(), line)
        painter.drawText(number, int(flags.AlignRight | flags.AlignVCenter), str(count.count))
        left = self._letters() + words + _GAP
        most = max(other.count for other in self._counts) or 1
        bar = QRectF(left, top + (line - _BAR) / 2, max(_BAR, (right - _GAP - left) * count.count / most), _BAR)
        if count.count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(count.tone))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _line(self) -> int:
        return round(QFontMetricsF(theme.font()).height()) + theme.Space.SMALL

    def _letters(self) -> float:
        return theme.px(20)

    def _words(self) -> float:
        face = QFontMetricsF(theme.font())
        return max((face.horizontalAdvance(count.words) for count in self._counts), default=0.0)

    def _figures(self) -> float:
        face = QFontMetricsF(theme.font(theme.BODY, theme.SEMIBOLD))
        return max((face.horizontalAdvance(str(count.count)) for count in self._counts), default=0.0) + 1
