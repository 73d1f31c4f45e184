"""One comment thread beside its passage: short at rest, with its buttons when it is the active one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.audience_pill import AudiencePill
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.flow import FlowLayout
from carfacilitator.ui.widgets.kind_badge import KindBadge
from carfacilitator.ui.widgets.old_quote import OldQuote
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.remark_field import ENTER
from carfacilitator.ui.widgets.reply_box import ReplyBox
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, ReplyLine
from carfacilitator.ui.widgets.words import CAPTION, PLAIN, Style, Words

BAR = 4
KIND_SIZE = 10  # points of a kind's name
BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class CommentCardView(QWidget):
    """A card. `activated` makes it the active one; the others ask the page to do something with the comment named."""

    activated = Signal(str)
    replied = Signal(str, str)
    reply_typed = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    confirmed = Signal(str)  # a weak place: this is it
    place_wanted = Signal(str)  # a weak place: find another
    passage_wanted = Signal(str)  # Enter: back to the words
    audience_wanted = Signal(str, str)
    amend_wanted = Signal(str)
    remark_wanted = Signal(str)  # keep its words, to be said again
    remove_wanted = Signal(str)
    grew = Signal()

    def __init__(
        self,
        card: CommentCard,
        *,
        active: bool = False,
        audiences: Sequence[AudienceLook] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.card, self.active = card, active
        self._audiences = tuple(audiences) if active and not card.from_file else ()
        self.reply: ReplyBox | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(card.spoken())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, theme.Space.SMALL, 10, theme.Space.SMALL)
        self._column.setSpacing(5)
        self._buttons = _row_of(self._offered())
        self._fill()

    def start_reply(self, text: str = "") -> None:
        """Open the field for an answer, with what was written of it before."""
        if self.card.from_file:
            return
        if self.reply is None:
            self.reply = ReplyBox(self.card.author, text)
            self.reply.kept.connect(partial(self.replied.emit, self.card.id))
            self.reply.typed.connect(partial(self.reply_typed.emit, self.card.id))
            self.reply.closed.connect(self._close_reply)
            self._buttons.hide()
            self._column.addWidget(self.reply)
            self.reply.show()  # what is not shown yet has no height
            self.grew.emit()
        self.reply.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the words on Enter; leave all else to who holds the card."""
        if event.key() in ENTER:
            self.passage_wanted.emit(self.card.id)
        else:
            event.ignore()

    def mousePressEvent(self, _: QMouseEvent) -> None:
        """Make it the active one."""
        self.activated.emit(self.card.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make it the active one when one tabs to it."""
        super().focusInEvent(event)
        self.update()
        if not self.active and event.reason() in BY_TAB:
            self.activated.emit(self.card.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw surface, bar and border; the active card is ringed in its kind's colour, the focused one in the lead."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)
        private = self.card.audience is not None and self.card.audience.private
        painter.fillPath(shape, theme.colour("paper" if private or self.card.resolved else "surface"))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, BAR, self.height()), theme.colour(self.card.kind.tone))
        painter.setClipping(False)
        ring = "lead" if self.hasFocus() else self.card.kind.tone if self.active else ""
        edge, width, inset = (ring, theme.FOCUS_RING, 0.5) if ring else ("warn" if self.card.weak else "line", 1, 0.0)
        painter.setPen(QPen(theme.colour(edge), width))
        corner = theme.CARD_CORNER
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner)

    def _fill(self) -> None:
        card = self.card
        self._column.addLayout(self._head())
        if card.resolved and not self.active:
            return
        if card.old_quote:
            self._column.addWidget(OldQuote(card.old_quote, weak=card.weak))
        self._column.addWidget(Words(card.text, PLAIN, wraps=True))
        who = Words(" · ".join(part for part in (card.author, card.when) if part), CAPTION)
        who.setToolTip(card.when_full)
        self._column.addWidget(who)
        for reply in card.replies:
            self._column.addLayout(_answer(reply))
        self._column.addWidget(self._buttons)
        self._buttons.setVisible(bool(self._buttons.children()[1:]))

    def _head(self) -> QHBoxLayout:
        card = self.card
        row = QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(KindBadge(card.kind.letter, card.kind.tone, hollow=card.weak))
        row.addWidget(Words(card.kind.name, Style(KIND_SIZE, theme.SEMIBOLD, card.kind.tone)), 1)
        if card.resolved:
            row.addWidget(Pill(PillLook("Resolved", "good", "check")))
        elif card.audience:
            pill = AudiencePill(card.audience, self._audiences)
            pill.chosen.connect(partial(self.audience_wanted.emit, card.id))
            row.addWidget(pill)
        return row

    def _offered(self) -> list[Button]:
        """Return the buttons: a weak place always asks, the rest stand on the active card only."""
        card, offered = self.card, list[Button]()
        if card.from_file:
            return offered
        if card.weak:
            offered.append(_button("This is it", "check", partial(self.confirmed.emit, card.id)))
            offered.append(_button("Find its place", "link", partial(self.place_wanted.emit, card.id)))
        if self.active and card.resolved:
            offered.append(_button("Reopen", "undo", partial(self.reopen_wanted.emit, card.id)))
        elif self.active:
            offered.append(_button("Reply", "reply", self.start_reply))
            offered.append(_button("Resolve", "check", partial(self.resolve_wanted.emit, card.id)))
        if self.active:
            offered.append(self._more())
        return offered

    def choices(self) -> QMenu:
        """Return the menu of what is done more rarely."""
        menu = QMenu(self)
        for words, icon, wanted in (
            ("Change words, kind, audience…", "note", self.amend_wanted),
            ("Keep as a frequent remark", "star", self.remark_wanted),
            ("Remove (Undo brings it back)", "remove", self.remove_wanted),
        ):
            action = menu.addAction(icons.icon(icon), words)
            action.triggered.connect(lambda _, one=wanted: one.emit(self.card.id))
        return menu

    def _more(self) -> Button:
        button = Button("More for this comment", "more", "icon")
        button.clicked.connect(lambda: self._open_choices(button))
        return button

    def _open_choices(self, button: Button) -> None:
        menu = self.choices()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _close_reply(self) -> None:
        if self.reply is not None:
            self.reply.deleteLater()
            self.reply.hide()
            self._column.removeWidget(self.reply)
            self.reply = None
            self._buttons.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grew.emit()


def _answer(reply: ReplyLine) -> QHBoxLayout:
    row, lines = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(theme.Space.SMALL)
    row.addSpacing(2)
    row.addWidget(Rule(upright=True))
    lines.setSpacing(2)
    who = Words(" · ".join(part for part in (reply.author, reply.when) if part), CAPTION)
    who.setToolTip(reply.when_full)
    lines.addWidget(who)
    lines.addWidget(Words(reply.text, PLAIN, wraps=True))
    row.addLayout(lines, 1)
    return row


def _button(words: str, icon: str, run: Callable[[], object]) -> Button:
    made = Button(words, icon)
    made.clicked.connect(lambda _: run())
    return made


def _row_of(buttons: list[Button]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, 6)
    for button in buttons:
        flow.addWidget(button)
    return row
