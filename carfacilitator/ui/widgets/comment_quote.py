"""The words that a comment is about, as they stand in the draft."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.words import Style, Words

LONGEST = 240  # characters, at a text size of 100 per cent
ROUND = 4
QUOTED = Style(theme.BODY, serif=True, italic=True)


class CommentQuote(QWidget):
    """A quotation on paper; of a long passage the beginning and the end."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", QUOTED, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.SMALL, theme.Space.TINY, theme.Space.SMALL, theme.Space.TINY)
        column.addWidget(self._words)

    def show_quote(self, quote: str) -> None:
        """Show these words; nothing where there are none."""
        plain = " ".join(quote.split())
        longest = round(LONGEST / max(1.0, theme.scale()) ** 2)  # of large text there is room for less
        half = longest // 2
        short = plain if len(plain) <= longest else f"{plain[:half].rstrip()} … {plain[-half:].lstrip()}"
        self._words.setText(f"“{short}”" if short else "")
        self.setVisible(bool(short))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(self.rect(), ROUND, ROUND)
