"""How strong a passphrase is: three bars and a sentence, so that it is told without colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.words import SMALL, Words

_BARS, _BAR, _GAP = 3, QSize(22, 6), 3
_TONES = ("muted", "bad", "warn", "good")  # by grade


class Strength(QWidget):
    """`show_grade` tells it: 0 nothing typed, 1 weak, 2 fair, 3 good."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._bars = _Bars()
        self.words = Words("", SMALL, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    @property
    def grade(self) -> int:
        """How many bars are filled."""
        return self._bars.grade

    def show_grade(self, grade: int, sentence: str) -> None:
        """Show a grade, and what is said of it."""
        self._bars.show_grade(grade)
        self.words.set_style(SMALL.in_tone(_TONES[grade]))
        self.words.setText(sentence)
        self.setAccessibleName(sentence)


class _Bars(QWidget):
    """Filled ones have the colour of their grade, the others are outlines."""

    def __init__(self) -> None:
        super().__init__()
        self.grade = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_grade(self, grade: int) -> None:
        """Fill so many."""
        self.grade = grade
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bars beside a line of small words."""
        width = _BARS * theme.px(_BAR.width()) + (_BARS - 1) * _GAP
        return QSize(width, round(theme.line_height(theme.font(theme.SMALL))))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = theme.px(_BAR.width()), theme.px(_BAR.height())
        for place in range(_BARS):
            bar = QRectF(place * (width + _GAP), (self.height() - height) / 2, width, height).adjusted(
                0.5, 0.5, -0.5, 0
            )
            filled = place < self.grade
            painter.setPen(theme.colour(_TONES[self.grade] if filled else "muted"))
            painter.setBrush(theme.colour(_TONES[self.grade]) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar, height / 2, height / 2)
