"""Where the comments beside a draft stand on its sheet: brackets and letters, and the suggestions for a lost one."""

from collections import Counter
from collections.abc import Sequence

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.place_finder import Suggestion
from carfacilitator.ui.widgets.review_data import CommentCard, Side
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.sheet_paint import Passage
from carfacilitator.ui.widgets.sheet_rows import LostHere


def passages(cards: Sequence[CommentCard], active: str) -> list[Passage]:
    """Return the places of all comments that have one; of the resolved ones only the active one's."""
    return [_passage(card, card.anchor, active) for card in cards if card.anchor and _stands(card, active)]


def lost_here(cards: Sequence[CommentCard]) -> list[LostHere]:
    """Return where the words of lost comments were cut."""
    gone = ((card, card.near) for card in cards if card.lost)
    return [LostHere(card.id, near, card.kind.letter, card.old_quote) for card, near in gone if near is not None]


def suggested(card: CommentCard | None) -> list[Passage]:
    """Return the suggestions for a comment's place, numbered as in the finder."""
    if card is None:
        return []
    return [Passage(card.id, anchor, str(number), "lead") for number, anchor in enumerate(card.candidates, 1)]


def suggestion(drafts: Drafts, anchor: Anchor) -> Suggestion:
    """Return a passage that a comment may belong to, with its words."""
    end = anchor.end if anchor.last == anchor.first else None
    quote = drafts.texts[Side.NEW][anchor.first][anchor.start : end]
    return Suggestion(anchor, quote, drafts.places[Side.NEW][anchor.first].words)


def comments_on_rows(cards: Sequence[CommentCard], drafts: Drafts) -> Counter[int]:
    """Return how many open comments stand on each row of the comparison."""
    leaves = ((Side.NEW, card.anchor.first) for card in cards if card.anchor and not card.resolved and not card.lost)
    return Counter(drafts.row_of[leaf] for leaf in leaves if leaf in drafts.row_of)


def in_the_text(card: CommentCard) -> tuple[int, int]:
    """Return what sorts comments by their passages."""
    return (card.anchor.first, card.anchor.start) if card.anchor else (0, 0)


def _stands(card: CommentCard, active: str) -> bool:
    return not card.lost and (not card.resolved or card.id == active)


def _passage(card: CommentCard, anchor: Anchor, active: str) -> Passage:
    return Passage(card.id, anchor, card.kind.letter, card.kind.tone, card.weak, card.id == active)
