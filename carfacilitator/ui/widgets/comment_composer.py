"""Where a comment is written: the words it is about, its kind, what it says, who may see it. By keyboard alone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.comment_quote import CommentQuote
from carfacilitator.ui.widgets.flow import FlowLayout
from carfacilitator.ui.widgets.kind_rows import KindRows
from carfacilitator.ui.widgets.often_said import MOST as MOST_REMARKS
from carfacilitator.ui.widgets.often_said import OftenSaid
from carfacilitator.ui.widgets.remark_field import ENTER, RemarkField
from carfacilitator.ui.widgets.review_data import AudienceLook, KindLook, WrittenComment
from carfacilitator.ui.widgets.spoken import counted
from carfacilitator.ui.widgets.words import CAPTION, LABEL, MUTED, SECTION, Words

WIDTH = 360
LEAST_CHOICE = 80  # pixels of the field for the audience
NOWHERE = Anchor(0, 0, 0, 0)


class CommentComposer(QScrollArea):
    """A new comment on chosen words. `kept` and `set_aside` hand over a WrittenComment, `typed` every change of it."""

    kept = Signal(object)
    set_aside = Signal(object)
    typed = Signal(object)

    def __init__(self, kinds: Sequence[KindLook], audiences: Sequence[AudienceLook]) -> None:
        super().__init__()
        self.setObjectName("composer")
        self.setAccessibleName("New comment")
        self.setWidgetResizable(True)
        self.setViewportMargins(theme.Space.SMALL, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._anchor = NOWHERE
        self._letters: list[QShortcut] = []
        self._quiet = False
        self._panel = _Panel()
        self.setWidget(self._panel)
        self._heading = Words("New comment", SECTION)
        self._count, self._hint = Words("", CAPTION), Words("", MUTED, wraps=True)
        self._quote, self._kinds, self._audience = CommentQuote(), KindRows(), QComboBox()
        self._field = RemarkField("What you want to say")
        self._often = OftenSaid(self._field.put)
        self._keep = Button("Keep comment", "check", "primary")
        self._lay_out()
        self._connect()
        self.offer(kinds, audiences)

    def offer(self, kinds: Sequence[KindLook], audiences: Sequence[AudienceLook]) -> None:
        """Offer these kinds and audiences."""
        self._audiences = tuple(audiences)
        self._kinds.show_kinds(kinds)
        for shortcut in self._letters:
            shortcut.deleteLater()
        self._letters = [self._on_alt(kind.letter, partial(self._kinds.choose_letter, kind.letter)) for kind in kinds]
        self._quiet = True
        self._audience.clear()
        for audience in audiences:
            self._audience.addItem(icons.icon("lock" if audience.private else "eye"), audience.name, audience.id)
        self._quiet = False

    def begin(self, written: WrittenComment, quote: str, heading: str = "New comment") -> None:
        """Begin a comment, or go on with one that was set aside."""
        self._anchor = written.anchor
        self._heading.setText(heading)
        self._count.setText(f"on {counted(len(quote.split()), 'word')}" if quote else "on this paragraph")
        self._quote.show_quote(quote)
        self._quiet = True
        self._kinds.choose(written.kind)
        self._field.setPlainText(written.text)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._audience.setCurrentIndex(max(self._audience.findData(written.audience), 0))
        self._quiet = False
        self._show_kind()
        self._changed()
        if written.kind:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._kinds.begin()

    def written(self) -> WrittenComment:
        """Return what is written so far."""
        kind, place = self._kinds.kind, self._audience.currentIndex()
        audience = self._audiences[place].id if 0 <= place < len(self._audiences) else ""
        return WrittenComment(self._anchor, kind.id if kind else "", self._field.toPlainText().strip(), audience)

    def keep(self) -> None:
        """Hand the comment over; where something is missing, go there instead."""
        written = self.written()
        if not written.kind:
            self._kinds.begin()
        elif not written.text:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.kept.emit(written)

    def put_aside(self) -> None:
        """Stop writing; what was written is handed over and not lost."""
        self.set_aside.emit(self.written())

    def sizeHint(self) -> QSize:
        """Return its width, which grows a little with the text."""
        return QSize(round(WIDTH * (1 + (theme.scale() - 1) * 0.5)), 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Ctrl+Enter, set aside on Esc."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_aside()
        else:
            super().keyPressEvent(event)

    def _on_alt(self, character: str, run: Callable[[], None]) -> QShortcut:
        """Return a key that acts while one writes here."""
        shortcut = QShortcut(QKeySequence(f"Alt+{character}"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
        return shortcut

    def _connect(self) -> None:
        for number in range(MOST_REMARKS):
            self._on_alt(str(number + 1), partial(self._often.put, number))
        self._on_alt("/", self._often.search)
        self._kinds.chosen.connect(self._kind_chosen)
        self._field.kept.connect(self.keep)
        self._field.set_aside.connect(self.put_aside)
        self._field.textChanged.connect(self._changed)
        self._audience.currentIndexChanged.connect(self._changed)
        self._keep.clicked.connect(self.keep)

    def _lay_out(self) -> None:
        self._field.setPlaceholderText("What you want to say")
        self._audience.setAccessibleName("Seen by")
        self._audience.setMinimumWidth(LEAST_CHOICE)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        close = Button("Set aside (Esc)", "close", "icon")
        close.clicked.connect(self.put_aside)
        head.addWidget(close)
        seen = QHBoxLayout()
        seen.addWidget(Words("Seen by", LABEL))
        seen.addWidget(self._audience, 1)
        foot = QWidget()
        flow = FlowLayout(foot)
        flow.addWidget(self._keep)
        flow.addWidget(Words("Ctrl+Enter keeps · Esc sets aside", CAPTION))
        column = self._panel.column
        column.addLayout(head)
        parts: list[QWidget] = [self._quote, Words("Kind: one letter", LABEL), self._kinds, self._field, self._often]
        for part in parts:
            column.addWidget(part)
        column.addLayout(seen)
        column.addWidget(self._hint)
        column.addWidget(foot)
        column.addStretch(1)

    def _kind_chosen(self) -> None:
        self._show_kind()
        self._changed()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self) -> None:
        kind = self._kinds.kind
        self._panel.set_tone(kind.tone if kind else "line")
        self._often.show_remarks(kind)

    def _changed(self) -> None:
        if self._quiet:
            return
        written = self.written()
        chosen = next((one for one in self._audiences if one.id == written.audience), None)
        self._hint.setText(chosen.hint if chosen else "")
        self._keep.setEnabled(bool(written.kind and written.text))
        self.typed.emit(written)


class _Panel(QWidget):
    """The surface of the composer, with a bar and a ring in the colour of the kind."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "line"
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.Space.LARGE, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.MEDIUM)
        self.column.setSpacing(theme.Space.SMALL)

    def set_tone(self, tone: str) -> None:
        """Take the colour of a kind."""
        self._tone = tone
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground, the bar and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour(self._tone), 1 if self._tone == "line" else 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)
        if self._tone != "line":
            bar = QRectF(area.left(), area.top() + theme.CARD_CORNER, 4, area.height() - 2 * theme.CARD_CORNER)
            painter.fillRect(bar, theme.colour(self._tone))
