"""The paragraph as it was sent, with the passage that an edit is about."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.pages.combined.reading import Sent, shortened
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.sheet_runs import Run
from carfacilitator.ui.widgets.words import CAPTION, Words

_LONG = 640  # letters: a longer paragraph would push what is to be decided out of sight


class SentCard(QWidget):
    """Takes the focus, so that a screen reader says the whole item when one comes to it.

    Of a long paragraph it shows the sentences that are meant, and the others when asked.

    `page_wanted` asks for the page on which it stands.
    """

    page_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sent")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sent: Sent | None = None
        self._shows_all = False
        self._place = Words("", CAPTION)
        self.words = MarkedText()
        self.see = Button("See the page", "file", "quiet")
        self.see.clicked.connect(self.page_wanted)
        self.all = Button("", "down", "quiet")
        self.all.clicked.connect(self._turn)
        head = self._head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(self.all)
        head.addWidget(self.see)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.TINY, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.TINY)
        column.addLayout(head)
        column.addWidget(self.words)

    def show_sent(self, sent: Sent, told: str, heard: str) -> None:
        """Show a paragraph with its passage; `told` says which draft it is of."""
        self._shows_all = self._shows_all and sent == self._sent
        self._sent = sent
        self._place.setText(f"{sent.place} · {told}")
        self.setAccessibleName(heard)
        self._show_words(sent)

    def add_beside(self, widget: QWidget) -> None:
        """Put a quiet button before the way to the page."""
        self._head.insertWidget(1, widget)

    def _turn(self) -> None:
        if self._sent is not None:
            self._shows_all = not self._shows_all
            self._show_words(self._sent)

    def _show_words(self, sent: Sent) -> None:
        short = shortened(sent) if len(sent.text) > _LONG else sent
        shown = sent if self._shows_all else short
        self.words.show_runs((Run(shown.text, 0),), (shown.start, shown.end))
        self.all.setHidden(short == sent)
        self.all.say("Show less" if self._shows_all else "Show all")
        self.all.set_icon("up" if self._shows_all else "down")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the surface and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("lead" if focused else "line"), theme.FOCUS_RING if focused else 1))
        painter.setBrush(theme.colour("surface"))
        inset = 1.0 if focused else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)
