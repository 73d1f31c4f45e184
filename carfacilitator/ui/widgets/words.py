"""Words on the screen: one widget for every label and paragraph, set from the theme, never lost where they are cut."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from carfacilitator.ui import theme

_LONGEST_WORD_EMS = 12  # a word that is wider (an address) may break
_LEAST_EMS = 3


@dataclass(frozen=True)
class Style:
    """How words look: a size of the scale, a weight, the token of their colour, the face."""

    size: float = theme.BODY
    weight: int = theme.REGULAR
    tone: str = "ink"
    serif: bool = False
    italic: bool = False

    def in_tone(self, tone: str) -> "Style":
        """Return the same in another colour."""
        return replace(self, tone=tone)

    def font(self) -> QFont:
        """Return the face at the user's text size."""
        return theme.font(self.size, self.weight, serif=self.serif, italic=self.italic)


PLAIN = Style()
STRONG = Style(weight=theme.MEDIUM)
MUTED = Style(tone="muted")
SMALL = Style(size=theme.SMALL, tone="muted")
CAPTION = Style(size=theme.CAPTION, tone="muted")
LABEL = Style(size=theme.SMALL, weight=theme.MEDIUM, tone="muted")
SECTION = Style(size=theme.SECTION, weight=theme.SEMIBOLD)
TITLE = Style(size=theme.TITLE, weight=theme.SEMIBOLD)
STUDY_TITLE = Style(size=theme.STUDY_TITLE, weight=theme.SEMIBOLD, serif=True)
QUOTE = Style(size=theme.BODY + 0.5, serif=True)
FIGURE = Style(size=theme.FIGURE, weight=theme.SEMIBOLD)
WELCOME = Style(size=theme.WELCOME, weight=theme.SEMIBOLD)
STATEMENT = Style(size=theme.STATEMENT, weight=theme.SEMIBOLD, serif=True)


class Words(QLabel):
    """A line that ends in an ellipsis where there is no room and says itself in full on hover, or a wrapping paragraph.

    It takes plain text only, so that nothing that a practitioner wrote is read as markup.
    """

    def __init__(
        self, text: str = "", style: Style = PLAIN, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._wraps = wraps
        self._heights: dict[tuple[str, int], int] = {}  # layouts ask many times for the same width
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_style(self, style: Style) -> None:
        """Show the same words in another style."""
        self._style = style
        self._forget()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all words on one line, or for a paragraph of ordinary width."""
        metrics = QFontMetricsF(self._style.font())
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        if not self._wraps:
            return QSize(math.ceil(widest) + 1, math.ceil(metrics.height()))
        width = math.ceil(min(widest + 1, metrics.averageCharWidth() * 64))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: a few letters and the ellipsis, or the longest word."""
        metrics = QFontMetricsF(self._style.font())
        if not self._wraps:
            least = min(self.sizeHint().width(), math.ceil(metrics.height() * _LEAST_EMS))
            return QSize(least, math.ceil(metrics.height()))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = math.ceil(min(longest, metrics.height() * _LONGEST_WORD_EMS)) + 1
        return QSize(width, math.ceil(metrics.height()))

    def hasHeightForWidth(self) -> bool:
        """Tell whether more width means less height."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height of the paragraph at `width`."""
        if not self._wraps:
            return self.sizeHint().height()
        asked = (self.text(), width)
        if asked not in self._heights:
            self._heights[asked] = math.ceil(self._lay_out(width).boundingRect().bottom())
        return self._heights[asked]

    def is_cut(self) -> bool:
        """Tell whether the ellipsis shows."""
        return not self._wraps and self.sizeHint().width() > self.width() + 1

    def event(self, event: QEvent) -> bool:
        """Say the whole line on hover where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut():
            QToolTip.showText(event.globalPos() + QPoint(0, theme.Space.SMALL), self.text(), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange}:
            self._forget()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the words in the theme's colour."""
        painter = QPainter(self)
        painter.setPen(theme.colour(self._style.tone if self.isEnabled() else "muted"))
        if self._wraps:
            layout = self._lay_out(self.width())
            spare = max(0.0, self.height() - layout.boundingRect().bottom())
            layout.draw(painter, QPointF(0, spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0))
            return
        painter.setFont(self._style.font())
        metrics = QFontMetricsF(self._style.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() + 1)
        painter.drawText(QRectF(self.rect()), int(self.alignment()), shown)

    def _forget(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def _lay_out(self, width: float) -> QTextLayout:
        face = self._style.font()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), face)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        set_lines(layout, width, theme.line_height(face))
        return layout


def set_lines(layout: QTextLayout, width: float, leading: float) -> None:
    """Break `layout` into lines of `width`, `leading` apart, each in the middle of its own strip."""
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top + (leading - line.height()) / 2))
        top += leading
    layout.endLayout()
