"""The words that a comment was written about, where they no longer stand: struck through, on one line."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, Style, Words

QUOTE_SIZE = theme.SMALL + 0.5
ROUND = 4


class StruckLine(QWidget):
    """An old quotation, cut with an ellipsis and said in full on hover; a screen reader hears that it was so before."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = f"“{' '.join(words.split())}”"
        self.setToolTip(self._words)
        self.setAccessibleName(f"was {self._words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line of the quotation's face."""
        return QSize(theme.px(80), round(QFontMetricsF(_face()).height()) + 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the words and the line through them."""
        painter = QPainter(self)
        metrics = QFontMetricsF(_face())
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.setFont(_face())
        painter.setPen(theme.colour("ink"))
        painter.drawText(QPointF(0, metrics.ascent() + 1), shown)
        y = round(metrics.ascent() * 0.7) + 1.5
        painter.setPen(QPen(theme.colour("muted"), 1.2))
        painter.drawLine(QPointF(0, y), QPointF(metrics.horizontalAdvance(shown), y))


class OldQuote(QWidget):
    """The old quotation with what became of it; an uncertain place stands on amber, because it asks."""

    def __init__(self, quote: str, *, weak: bool) -> None:
        super().__init__()
        self._weak = weak
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.SMALL, 5, theme.Space.SMALL, 5)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(Sign("alert" if weak else "note", "warn" if weak else "muted", 14))
        style = Style(theme.CAPTION, theme.MEDIUM, "warn") if weak else CAPTION
        told = "Uncertain place. It was written about" if weak else "Passage changed; written about"
        head.addWidget(Words(told, style))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(StruckLine(quote))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warn_soft" if self._weak else "paper"))
        painter.drawRoundedRect(self.rect(), ROUND, ROUND)


def _face() -> QFont:
    return theme.font(QUOTE_SIZE, serif=True, italic=True)
