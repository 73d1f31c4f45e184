from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.comment_passages import (
    comments_on_rows,
    in_the_text,
    lost_here,
    passages,
    suggested,
    suggestion,
)
from tests.ui.widgets.review_demo import cards, drafts, place


def test_open_comments_have_brackets_and_resolved_ones_only_while_active() -> None:
    shown = {passage.id for passage in passages(cards(), "")}
    assert "done" not in shown
    assert "done" in {passage.id for passage in passages(cards(), "done")}
    assert shown.isdisjoint(card.id for card in cards() if card.lost)


def test_lost_comments_stand_where_they_were_cut() -> None:
    gone = [card for card in cards() if card.lost and card.near is not None]
    assert [(one.id, one.leaf, one.quote) for one in lost_here(cards())] == [
        (card.id, card.near, card.old_quote) for card in gone
    ]


def test_suggestions_are_numbered_and_say_their_words() -> None:
    card = next(card for card in cards() if card.candidates)
    assert [passage.letter for passage in suggested(card)] == [str(n + 1) for n in range(len(card.candidates))]
    assert suggested(None) == []
    assert suggestion(drafts(), place("Most said")).quote == "Most said"


def test_comments_are_counted_by_row_and_sorted_by_place() -> None:
    assert comments_on_rows(cards(), drafts()).total() == sum(
        1 for card in cards() if card.anchor and not card.resolved and not card.lost
    )
    order = sorted((card for card in cards() if card.anchor), key=in_the_text)
    assert [card.anchor for card in order] == sorted(
        (card.anchor for card in order if card.anchor), key=lambda anchor: (anchor.first, anchor.start)
    )
    assert isinstance(order[0].anchor, Anchor)
