"""What happens to comments on the desk: which one is active, a new one being written, a place being looked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.comment_composer import CommentComposer
from carfacilitator.ui.widgets.comment_margin import CommentMargin
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.lost_tray import LostTray
from carfacilitator.ui.widgets.place_finder import PlaceFinder, Suggestion
from carfacilitator.ui.widgets.review_data import CommentCard, Side, WrittenComment
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.sheet_paint import Passage


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

    kept = Signal(object)  # a WrittenComment
    typed = Signal(object)
    set_aside = Signal(object)
    replied = Signal(str, str)
    reply_typed = Signal(str, str)
    resolve_wanted = Signal(str)
    reopen_wanted = Signal(str)
    confirmed = Signal(str)  # a weak place is the right one
    placed = Signal(str, object)  # an Anchor, chosen by hand
    answered = Signal(str)
    left_on_old = Signal(str)
    activated = Signal()  # one became the active one
    changed_side = Signal()  # margin, composer or finder: another of the three is shown

    def __init__(self, parts: CommentParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.cards: tuple[CommentCard, ...] = ()
        self.aside: list[WrittenComment] = []
        self._audience = ""
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
        """Show these comments; `active` is the one to stand at, else it stays."""
        self.cards = tuple(cards)
        self._parts.margin.show_cards(cards, active)
        self._parts.tray.show_lost([card for card in cards if card.lost])
        if self._open is self._parts.finder and not self._card(self._parts.finder.comment):
            self._show(self._parts.margin)
        self._draw_passages()

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
        order = [card.id for card in sorted(self.cards, key=_order) if not card.lost and card.anchor]
        if not order:
            return
        place = order.index(self.active) + way if self.active in order else 0 if way > 0 else -1
        self.activate(order[place % len(order)])
        self._parts.margin.focus_active()

    def start(self) -> None:
        """Write a comment on the chosen words; where none are chosen, on the paragraph that the caret is in."""
        view = self._parts.view
        selection = view.cursor_on_sheet.selection
        if selection is None:
            return
        chosen = selection if not selection.empty else view.cursor_on_sheet.steps.paragraph_at(selection.caret)
        self.resume(WrittenComment(chosen.anchor(), "", "", self._audience))

    def resume(self, written: WrittenComment) -> None:
        """Go on with a comment that was set aside."""
        self.aside = [one for one in self.aside if one != written]
        self._parts.view.choose(written.anchor)
        self._show(self._parts.composer)
        self._parts.composer.begin(written, self._parts.view.cursor_on_sheet.words())

    def prefer_audience(self, identity: str) -> None:
        """Offer this audience first for a new comment."""
        self._audience = identity

    def resolve(self) -> None:
        """Resolve the active comment, or reopen it."""
        card = self._card(self.active)
        if card is not None and not card.from_file:
            (self.reopen_wanted if card.resolved else self.resolve_wanted).emit(card.id)

    def find_place(self, identity: str) -> None:
        """Look for the place of a comment."""
        card = self._card(identity)
        if card is None:
            return
        self._show(self._parts.finder)
        drafts = self._parts.view.model.drafts
        suggestions = [_suggestion(drafts, anchor) for anchor in card.candidates]
        self._parts.finder.begin(card, suggestions, drafts.old_head.title)
        if card.near is not None:
            self._parts.view.go_to_leaf(Side.NEW, card.near)
        self._draw_passages()

    def _connect(self) -> None:
        parts = self._parts
        self._open: CommentMargin | CommentComposer | PlaceFinder = parts.margin
        margin, composer, finder = parts.margin, parts.composer, parts.finder
        for name in ("replied", "reply_typed", "resolve_wanted", "reopen_wanted", "confirmed"):
            getattr(margin, name).connect(getattr(self, name))
        margin.activated.connect(self.activate)
        margin.place_wanted.connect(self.find_place)
        margin.passage_wanted.connect(self._back_to_passage)
        composer.typed.connect(self.typed)
        composer.kept.connect(self._kept)
        composer.set_aside.connect(self._aside)
        finder.placed.connect(self.placed)
        finder.answered.connect(self.answered)
        finder.left.connect(self.left_on_old)
        finder.closed.connect(self._close)
        finder.looked_at.connect(parts.view.choose)
        finder.choosing.connect(parts.view.setFocus)
        parts.tray.find_wanted.connect(self.find_place)
        parts.view.passage_activated.connect(self.activate)
        parts.view.passage_chosen.connect(finder.offer_choice)

    def _kept(self, written: WrittenComment) -> None:
        self._close()
        self._audience = written.audience
        self.kept.emit(written)

    def _aside(self, written: WrittenComment) -> None:
        if written.text:
            self.aside.append(written)
        self._close()
        self.set_aside.emit(written)

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
        open_ones = [card for card in self.cards if not card.resolved or card.id == self.active]
        shown = [_passage(card, active=card.id == self.active) for card in open_ones]
        shown += [_cut_here(card) for card in self.cards if card.lost]
        if self._open is self._parts.finder:
            shown += _numbered(self._card(self._parts.finder.comment))
        self._parts.view.set_passages([passage for passage in shown if passage is not None])

    def _card(self, identity: str) -> CommentCard | None:
        return next((card for card in self.cards if card.id == identity), None)


def comments_on_rows(cards: Sequence[CommentCard], drafts: Drafts) -> Counter[int]:
    """Return how many open comments stand on each row of the comparison."""
    leaves = ((Side.NEW, card.anchor.first) for card in cards if card.anchor and not card.resolved and not card.lost)
    return Counter(drafts.row_of[leaf] for leaf in leaves if leaf in drafts.row_of)


def _suggestion(drafts: Drafts, anchor: Anchor) -> Suggestion:
    end = anchor.end if anchor.last == anchor.first else None
    quote = drafts.texts[Side.NEW][anchor.first][anchor.start : end]
    return Suggestion(anchor, quote, drafts.places[Side.NEW][anchor.first].words)


def _order(card: CommentCard) -> tuple[int, int]:
    return (card.anchor.first, card.anchor.start) if card.anchor else (0, 0)


def _passage(card: CommentCard, *, active: bool) -> Passage | None:
    if card.lost or card.anchor is None:
        return None
    return Passage(card.id, card.anchor, card.kind.letter, card.kind.tone, card.weak, active)


def _cut_here(card: CommentCard) -> Passage | None:
    """Return where a lost comment's words were cut: a hollow letter, and dotted brackets around nothing."""
    if card.near is None:
        return None
    return Passage(card.id, Anchor(card.near, 0, card.near, 0), card.kind.letter, card.kind.tone, hollow=True)


def _numbered(card: CommentCard | None) -> list[Passage | None]:
    """Return the suggestions for a comment's place, numbered as in the finder."""
    anchors = card.candidates if card else ()
    return [Passage(card.id if card else "", anchor, str(n), "lead") for n, anchor in enumerate(anchors, 1)]
