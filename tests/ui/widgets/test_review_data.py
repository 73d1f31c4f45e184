from dataclasses import replace

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, KindLook, ReplyLine

CARD = CommentCard(
    "c",
    KindLook("a", "A", "Analysis"),
    "How many is most?",
    "Dougie Kerr",
    "today",
    Anchor(1, 0, 1, 4),
    AudienceLook("group", "Group"),
    AnchorState.CHANGED,
    "Everybody said",
    (ReplyLine("Ailsa", "today", "Fifteen."),),
)


def test_a_card_is_heard_with_its_audience_its_place_and_its_thread() -> None:
    said = "Analysis, by Dougie Kerr, seen by: Group, passage changed, was “Everybody said”, 1 reply. How many is most?"
    assert CARD.spoken() == said


def test_a_resolved_card_asks_nothing() -> None:
    weak = replace(CARD, state=AnchorState.WEAK)
    assert weak.weak
    assert not replace(weak, resolved=True).weak
    assert "resolved" in replace(CARD, resolved=True).spoken()


def test_a_comment_without_a_passage_is_lost_until_it_is_resolved() -> None:
    lost = replace(CARD, anchor=None, state=AnchorState.ORPHAN)
    assert lost.lost
    assert "lost its passage, was “Everybody said”" in lost.spoken()
    assert not replace(lost, resolved=True).lost
    assert not CARD.lost
