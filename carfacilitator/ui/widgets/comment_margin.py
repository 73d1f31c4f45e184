"""The margin beside the newer draft: the cards of the comments in sight, which give way to one another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.comment_card import CommentCardView
from carfacilitator.ui.widgets.margin_layout import Standing, Wish, give_way
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard

WIDTH, LEAST = 306, 240
CONNECTORS = 22  # left of the cards
ABOVE_PASSAGE = 8
BADGE, BADGES_APART = 20, 24
AT_ITS_PLACE = 4  # nearer than this no connector is drawn
BEYOND = 160  # pixels above the top edge from where a passage's card still shows
MOST_LETTERS = 5
ELSEWHERE = "None stands beside these lines. F8 goes to the next."
PASSED_ON = (
    "activated",
    "replied",
    "reply_typed",
    "resolve_wanted",
    "reopen_wanted",
    "confirmed",
    "place_wanted",
    "passage_wanted",
    "audience_wanted",
    "amend_wanted",
    "remark_wanted",
    "remove_wanted",
)


class CommentMargin(QWidget):
    """Cards at their passages. It knows of the sheets only the function that tells where a comment's passage stands."""

    activated = Signal(str)
    replied = Signal(str, str)
    reply_typed = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    confirmed = Signal(str)
    place_wanted = Signal(str)
    passage_wanted = Signal(str)
    audience_wanted = Signal(str, str)
    amend_wanted = Signal(str)
    remark_wanted = Signal(str)
    remove_wanted = Signal(str)
    wheeled = Signal(QWheelEvent)

    def __init__(self, where: Callable[[CommentCard], float | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("margin")
        self.setAccessibleName("Comments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._where = where
        self._cards: dict[str, CommentCard] = {}
        self._views: dict[str, CommentCardView] = {}
        self._unsent: dict[str, str] = {}  # answers that were begun and set aside
        self._answering: set[str] = set()
        self._standing = Standing({})
        self._wishes: dict[str, Wish] = {}
        self.active = ""
        self.audiences: tuple[AudienceLook, ...] = ()  # to choose from
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # widgets have one

    def show_cards(self, cards: Sequence[CommentCard], active: str = "") -> None:
        """Show these threads, in the order of their passages; what is being answered stays open."""
        shown = {card.id: card for card in cards if not card.lost and card.anchor is not None}
        changed = [one for one in self._views if self._cards.get(one) != shown.get(one)]
        self._cards = dict(sorted(shown.items(), key=lambda item: _order(item[1])))
        for identity in changed:  # with the new cards there: the focus that moves arranges them at once
            self._drop(identity)
        self.activate(active if active in shown else self.active if self.active in shown else "")

    def activate(self, identity: str) -> None:
        """Make a card the active one: whole, with its buttons."""
        former, self.active = self.active, identity
        for one in {former, identity} if former != identity else ():
            self._drop(one)
        self.arrange()
        if self.hasFocus():  # it took the focus of a card that was drawn anew
            self.focus_active()

    def focus_active(self) -> None:
        """Put the focus on the active card."""
        if view := self._views.get(self.active):
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reply(self) -> None:
        """Open the field for an answer to the active card."""
        if view := self._views.get(self.active):
            view.start_reply(self._unsent.get(self.active, ""))

    def sizeHint(self) -> QSize:
        """Return its width, which grows a little with the text."""
        return QSize(round(WIDTH * (1 + (theme.scale() - 1) * 0.5)), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the least in which a card can be read."""
        return QSize(LEAST, 160)

    def arrange(self) -> None:
        """Let the cards find their places; called whenever the sheets scroll or change."""
        wishes = [self._wish(card, y) for card, y in self._in_sight()]
        self._wishes = {wish.id: wish for wish in wishes}
        self._standing = give_way(wishes, self.active, self.height())
        for identity, view in self._views.items():
            if identity not in self._standing.tops:
                self._take_focus_of(view)
            view.setVisible(identity in self._standing.tops)
        for identity, top in self._standing.tops.items():
            view, height = self._view(identity), round(self._wishes[identity].height)
            at_work = height > self.height() and _holds_focus(view)  # its field and buttons stand at the foot
            y = self.height() - height if at_work else round(top)
            view.setGeometry(CONNECTORS, y, self.width() - CONNECTORS, height)
        self.update()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find new places."""
        super().resizeEvent(event)
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the sheets."""
        self.wheeled.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a card that found no room."""
        for hidden, y in self._folded():
            if y <= event.position().y() <= y + theme.px(BADGE) + 8:
                place = int((event.position().x() - CONNECTORS) // theme.px(BADGES_APART))
                self.activated.emit(hidden[min(max(place, 0), len(hidden) - 1)])

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the connectors, and the letters of what found no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for identity, top in self._standing.tops.items():
            start = QPointF(0, self._wishes[identity].y + ABOVE_PASSAGE + theme.px(9))
            end = QPointF(CONNECTORS, top + theme.px(19))
            _connect(painter, self._cards[identity], (start, end), active=identity == self.active)
        if self._cards and not self._wishes:
            _tell_elsewhere(painter, QRectF(self.rect()).adjusted(CONNECTORS + 2, theme.Space.SMALL, 0, 0))
        told = (("above", "arrow-up"), ("below", "arrow-down"))
        for (hidden, y), (words, sign) in zip(self._folded(), told, strict=True):
            if hidden:
                self._tell_hidden(painter, hidden, y, f"{len(hidden)} more {words}")
                area = QRectF(self.width() - theme.px(22), y + 1, theme.px(icons.SIZE), theme.px(icons.SIZE))
                icons.paint(painter, area, sign)

    def _in_sight(self) -> list[tuple[CommentCard, float]]:
        """Return the cards whose passages are in sight, or just above, and where these begin.

        One that is being answered stays, however far one scrolls.
        """
        found = ((card, self._where(card)) for card in self._cards.values())
        held = {one for one, view in self._views.items() if view.reply is not None}
        return [(card, y) for card, y in found if y is not None and (-BEYOND <= y <= self.height() or card.id in held)]

    def _wish(self, card: CommentCard, y: float) -> Wish:
        view, width = self._view(card.id), self.width() - CONNECTORS
        height = view.heightForWidth(width) if view.hasHeightForWidth() else view.sizeHint().height()
        return Wish(card.id, y - ABOVE_PASSAGE, max(height, theme.px(BADGE)))

    def _view(self, identity: str) -> CommentCardView:
        if identity not in self._views:
            active = identity == self.active
            view = CommentCardView(self._cards[identity], active=active, audiences=self.audiences, parent=self)
            for name in PASSED_ON:
                getattr(view, name).connect(getattr(self, name))
            view.reply_typed.connect(self._unsent.__setitem__)
            view.replied.connect(lambda one, _: self._unsent.pop(one, None))
            view.grew.connect(self.arrange)
            self._views[identity] = view
            if identity in self._answering:
                self._answering.discard(identity)
                view.start_reply(self._unsent.get(identity, ""))
        return self._views[identity]

    def _drop(self, identity: str) -> None:
        """Forget how a card looked; an answer that is being written is taken up again when it is shown anew."""
        view = self._views.pop(identity, None)
        if view is not None:
            if view.reply is not None and self._unsent.get(identity):
                self._answering.add(identity)
            self._take_focus_of(view)
            view.hide()
            view.deleteLater()

    def _take_focus_of(self, view: CommentCardView) -> None:
        """Hold the focus of a card that goes; else Qt would hand it to the next one, as if one had tabbed there."""
        if view.hasFocus() or _holds_focus(view):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _folded(self) -> tuple[tuple[tuple[str, ...], float], tuple[tuple[str, ...], float]]:
        """Return what found no room above and below, and where its line stands."""
        foot = self.height() - theme.px(BADGE) - 6.0
        return (self._standing.above, 2.0), (self._standing.below, foot)

    def _tell_hidden(self, painter: QPainter, hidden: Sequence[str], y: float, words: str) -> None:
        size, x = theme.px(BADGE), float(CONNECTORS + 2)
        for card in (self._cards[identity] for identity in hidden[:MOST_LETTERS]):
            marks.badge(painter, QRectF(x, y, size, size), card.kind.letter, card.kind.tone, hollow=card.weak)
            x += theme.px(BADGES_APART)
        face = theme.font(theme.SMALL, theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(theme.colour("muted"))
        painter.drawText(QPointF(x + 4, y + (size + QFontMetricsF(face).capHeight()) / 2), words)


def _connect(painter: QPainter, card: CommentCard, ends: tuple[QPointF, QPointF], *, active: bool) -> None:
    """Join a card to its passage: strongly if it is the active one, not at all where it stands beside it."""
    start, end = ends
    if not active and abs(start.y() - end.y()) < AT_ITS_PLACE:
        return
    path = QPainterPath(start)
    path.cubicTo(QPointF(12, start.y()), QPointF(10, end.y()), end)
    tone = "warn" if card.weak else card.kind.tone
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(tone if active else "line"), 2 if active else 1))
    painter.drawPath(path)


def _tell_elsewhere(painter: QPainter, area: QRectF) -> None:
    """Say why there is no card, though there are comments."""
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(theme.colour("muted"))
    painter.drawText(area, Qt.TextFlag.TextWordWrap, ELSEWHERE)


def _holds_focus(view: CommentCardView) -> bool:
    return any(part.hasFocus() for part in view.findChildren(QWidget))


def _order(card: CommentCard) -> tuple[int, int, str]:
    return (card.anchor.first, card.anchor.start, card.id) if card.anchor else (0, 0, card.id)
