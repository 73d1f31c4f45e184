"""Where a comment that lost its passage, or is not sure of it, is given one by hand, or closed, or left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.comment_quote import CommentQuote
from carfacilitator.ui.widgets.kind_badge import KindBadge
from carfacilitator.ui.widgets.old_quote import StruckLine
from carfacilitator.ui.widgets.review_data import CommentCard
from carfacilitator.ui.widgets.words import CAPTION, LABEL, MUTED, PLAIN, SECTION, STRONG, Words

WIDTH = 360
CHOOSE = "You choose; nothing moves by itself."
NONE_CLOSE = "No passage is close enough to suggest one."
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that a lost comment may belong to, with its words and where they stand."""

    anchor: Anchor
    quote: str
    place: str


class PlaceFinder(QScrollArea):
    """Suggestions numbered as in the text, and three ways out. The person chooses; nothing moves by itself.

    `placed` hands over the comment and an Anchor, `answered` and `left` the comment, `looked_at` an Anchor to be shown,
    `choosing` asks for words to be chosen on the sheet.
    """

    placed = Signal(str, object)
    answered = Signal(str)
    left = Signal(str)
    looked_at = Signal(object)
    choosing = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finder")
        self.setAccessibleName("Find the place of a comment")
        self.setWidgetResizable(True)
        self.setViewportMargins(theme.Space.SMALL, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._card: CommentCard | None = None
        self._suggestions: tuple[Suggestion, ...] = ()
        self._chosen: Anchor | None = None
        self._use_chosen: Button | None = None

    @property
    def comment(self) -> str:
        """Return the comment whose place is looked for, '' for none."""
        return self._card.id if self._card else ""

    def begin(self, card: CommentCard, suggestions: Sequence[Suggestion], old_draft: str) -> None:
        """Look for the place of this comment; `old_draft` names the draft on which its words still stand."""
        self._card, self._suggestions, self._chosen = card, tuple(suggestions), None
        if self.widget() is not None:
            self.takeWidget().deleteLater()  # not at once: one of its buttons may be asking for this
        panel = self._panel(card, old_draft)
        self.setWidget(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_choice(self, anchor: Anchor | None) -> None:
        """Take note of what is chosen on the sheet now."""
        self._chosen = anchor
        if self._use_chosen is not None:
            self._use_chosen.setEnabled(anchor is not None)

    def sizeHint(self) -> QSize:
        """Return its width, which grows a little with the text."""
        return QSize(round(WIDTH * (1 + (theme.scale() - 1) * 0.5)), 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it at a numbered suggestion, close it as answered, leave it, or choose the words oneself."""
        number = event.key() - Key.Key_1
        ways: dict[int, Callable[[], None]] = {
            Key.Key_D: self._answer,
            Key.Key_K: self._leave,
            Key.Key_M: self.choosing.emit,
            Key.Key_Escape: self.closed.emit,
        }
        if event.modifiers() or (event.key() not in ways and not 0 <= number < len(self._suggestions)):
            super().keyPressEvent(event)
        elif event.key() in ways:
            ways[event.key()]()
        else:
            self._put(self._suggestions[number].anchor)

    def _panel(self, card: CommentCard, old_draft: str) -> QWidget:
        panel = _Ground()
        panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        panel.setAccessibleName(f"Find the place of: {card.spoken()}")
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.Space.LARGE, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        head = QHBoxLayout()
        head.addWidget(KindBadge(card.kind.letter, card.kind.tone))
        head.addWidget(Words("It may belong to" if self._suggestions else "Find its place", SECTION), 1)
        head.addWidget(_button("Close (Esc)", "close", self.closed.emit, look="icon"))
        column.addLayout(head)
        column.addWidget(StruckLine(card.old_quote))
        column.addWidget(Words(card.text, PLAIN, wraps=True))
        column.addWidget(Words(" · ".join(part for part in (card.author, card.when) if part), CAPTION))
        column.addWidget(Words(CHOOSE if self._suggestions else NONE_CLOSE, MUTED, wraps=True))
        for number, suggestion in enumerate(self._suggestions, 1):
            column.addWidget(self._suggestion(number, suggestion))
        self._add_ways_out(column, old_draft)
        column.addStretch(1)
        return panel

    def _suggestion(self, number: int, suggestion: Suggestion) -> QWidget:
        box = _Ground(edged=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(*[theme.Space.SMALL] * 4)
        column.setSpacing(theme.Space.TINY)
        head = QHBoxLayout()
        head.addWidget(KindBadge(str(number), "lead"))
        head.addWidget(Words(suggestion.place, STRONG), 1)
        quote = CommentQuote()
        quote.show_quote(suggestion.quote)
        buttons = QHBoxLayout()
        buttons.addWidget(_button(f"Put it here ({number})", "link", partial(self._put, suggestion.anchor)))
        buttons.addWidget(_button("Look", "eye", partial(self.looked_at.emit, suggestion.anchor), look="quiet"))
        buttons.addStretch(1)
        column.addLayout(head)
        column.addWidget(quote)
        column.addLayout(buttons)
        return box

    def _add_ways_out(self, column: QVBoxLayout, old_draft: str) -> None:
        column.addWidget(Words("Or", LABEL))
        self._use_chosen = _button("Put it on the chosen words", "link", self._put_on_chosen)
        self._use_chosen.setEnabled(False)
        column.addWidget(_button("Choose the words myself (M)", "note", self.choosing.emit))
        column.addWidget(self._use_chosen)
        column.addWidget(_button("The draft has answered it (D)", "check", self._answer))
        column.addWidget(_button(f"Leave it on {old_draft or 'the older draft'} (K)", "undo", self._leave))

    def _put(self, anchor: Anchor) -> None:
        self.placed.emit(self.comment, anchor)

    def _put_on_chosen(self) -> None:
        if self._chosen is not None:
            self._put(self._chosen)

    def _answer(self) -> None:
        self.answered.emit(self.comment)

    def _leave(self) -> None:
        self.left.emit(self.comment)


class _Ground(QWidget):
    """A surface with round corners."""

    def __init__(self, *, edged: bool = False) -> None:
        super().__init__()
        self._edged = edged

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it, with the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("lead" if focused else "line"), theme.FOCUS_RING if focused else 1))
        painter.setBrush(theme.colour("paper" if self._edged else "surface"))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)


def _button(words: str, icon: str, run: Callable[[], object], look: str = "plain") -> Button:
    made = Button(words, icon, look)  # type: ignore[arg-type]  # one of Button's own looks, named above
    made.clicked.connect(lambda _: run())
    return made
