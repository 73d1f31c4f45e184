"""What happens to comments on the desk: which one is active, a new one being written, a place being looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from carfacilitator.ui.widgets.card_filter import CardFilter
from carfacilitator.ui.widgets.comment_composer import CommentComposer
from carfacilitator.ui.widgets.comment_margin import CommentMargin
from carfacilitator.ui.widgets.comment_passages import in_the_text, lost_here, passages, suggested, suggestion
from carfacilitator.ui.widgets.comment_writing import CommentWriting
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.lost_tray import LostTray
from carfacilitator.ui.widgets.place_finder import PlaceFinder
from carfacilitator.ui.widgets.review_data import CommentCard, Side

PASSED_ON = (
    "replied",
    "reply_typed",
    "resolve_wanted",
    "reopen_wanted",
    "confirmed",
    "audience_wanted",
    "remark_wanted",
    "remove_wanted",
)


@dataclass(frozen=True)
class CommentParts:
    """The widgets that comments are seen and written in."""

    view: ComparisonView
    margin: CommentMargin
    composer: CommentComposer
    finder: PlaceFinder
    tray: LostTray


class DeskComments(QObject):
    """Keeps sheets, margin, composer, finder and tray of one mind. Its signals are what the page has to act on."""

    replied = Signal(str, str)
    reply_typed = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    confirmed = Signal(str)  # a weak place is the right one
    placed = Signal(str, object)  # an Anchor, chosen by hand
    answered = Signal(str)
    left_on_old = Signal(str)
    activated = Signal()  # one became the active one
    audience_wanted = Signal(str, str)
    remark_wanted = Signal(str)
    remove_wanted = Signal(str)
    filtered = Signal()
    changed_side = Signal()  # margin, composer or finder: another of the three is shown

    def __init__(self, parts: CommentParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.cards: tuple[CommentCard, ...] = ()
        self.filter = CardFilter()
        self.writing = CommentWriting(parts.view, parts.composer, self)
        self._connect()

    @property
    def active(self) -> str:
        """Return the active comment, '' for none."""
        return self._parts.margin.active

    @property
    def open_widget(self) -> CommentMargin | CommentComposer | PlaceFinder:
        """Return which of the three is shown beside the sheets."""
        return self._open

    def show_cards(self, cards: Sequence[CommentCard], active: str = "") -> None:
        """Show these comments, as far as the filter lets them; `active` is the one to stand at, else it stays."""
        self.cards = tuple(cards)
        if active and active not in {card.id for card in self.shown()}:
            self.filter = CardFilter()
        self._parts.margin.show_cards(self.shown(), active)
        self._parts.tray.show_lost([card for card in cards if card.lost])
        if self._open is self._parts.finder and not self._card(self._parts.finder.comment):
            self._show(self._parts.margin)
        self._draw_passages()

    def shown(self) -> list[CommentCard]:
        """Return the comments that the filter lets through; lost ones always are, for nothing may be dropped."""
        return [card for card in self.cards if card.lost or self.filter.lets(card)]

    def show_only(self, wanted: CardFilter) -> None:
        """Leave out what is not wanted."""
        self.filter = wanted
        self.show_cards(self.cards)
        self.filtered.emit()

    def activate(self, identity: str) -> None:
        """Make a comment the active one, with its passage in sight; a lost one is looked for."""
        card = self._card(identity)
        if card is None:
            return
        if card.lost or card.anchor is None:
            self.find_place(identity)
            return
        self._show(self._parts.margin)
        self.activated.emit()
        self._parts.margin.activate(identity)
        self._draw_passages()
        self._parts.view.go_to_leaf(Side.NEW, card.anchor.first)
        self._parts.view.say(card.spoken())

    def step(self, way: int) -> None:
        """Go to the next comment (1) or the one before (-1), in the order of their passages, round at the ends."""
        order = [card.id for card in sorted(self.shown(), key=in_the_text) if not card.lost and card.anchor]
        if not order:
            return
        place = order.index(self.active) + way if self.active in order else 0 if way > 0 else -1
        self.activate(order[place % len(order)])
        self._parts.margin.focus_active()

    def resolve(self) -> None:
        """Resolve the active comment, or reopen it."""
        card = self._card(self.active)
        if card is not None and not card.from_file:
            (self.reopen_wanted if card.resolved else self.resolve_wanted).emit(card.id)

    def amend(self, identity: str) -> None:
        """Put a comment into other words."""
        if card := self._card(identity):
            self.writing.amend(card)

    def find_place(self, identity: str) -> None:
        """Look for the place of a comment."""
        card = self._card(identity)
        if card is None:
            return
        self._show(self._parts.finder)
        drafts = self._parts.view.model.drafts
        suggestions = [suggestion(drafts, anchor) for anchor in card.candidates]
        self._parts.finder.begin(card, suggestions, drafts.old_head.title)
        if card.near is not None:
            self._parts.view.go_to_leaf(Side.NEW, card.near)
        self._draw_passages()

    def _connect(self) -> None:
        parts = self._parts
        self._open: CommentMargin | CommentComposer | PlaceFinder = parts.margin
        margin, finder = parts.margin, parts.finder
        for name in PASSED_ON:
            getattr(margin, name).connect(getattr(self, name))
        margin.activated.connect(self.activate)
        margin.place_wanted.connect(self.find_place)
        margin.passage_wanted.connect(self._back_to_passage)
        margin.amend_wanted.connect(self.amend)
        self.writing.began.connect(lambda: self._show(parts.composer))
        self.writing.ended.connect(self._close)
        finder.placed.connect(self.placed)
        finder.answered.connect(self.answered)
        finder.left.connect(self.left_on_old)
        finder.closed.connect(self._close)
        finder.looked_at.connect(parts.view.choose)
        finder.choosing.connect(parts.view.setFocus)
        parts.tray.find_wanted.connect(self.find_place)
        parts.view.passage_activated.connect(self.activate)
        parts.view.passage_chosen.connect(finder.offer_choice)

    def _close(self) -> None:
        self._show(self._parts.margin)
        self._draw_passages()
        self._parts.view.setFocus()

    def _show(self, widget: CommentMargin | CommentComposer | PlaceFinder) -> None:
        if self._open is not widget:
            self._open = widget
            self.changed_side.emit()

    def _back_to_passage(self, identity: str) -> None:
        card = self._card(identity)
        if card is not None and card.anchor is not None:
            self._parts.view.go_to_passage(card.anchor)
            self._parts.view.setFocus()

    def _draw_passages(self) -> None:
        drawn = passages(self.shown(), self.active)
        if self._open is self._parts.finder:
            drawn += suggested(self._card(self._parts.finder.comment))
        self._parts.view.set_passages(drawn, lost_here(self.cards))

    def _card(self, identity: str) -> CommentCard | None:
        return next((card for card in self.cards if card.id == identity), None)
