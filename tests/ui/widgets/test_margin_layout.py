from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.ui.widgets.margin_layout import APART, Wish, give_way

HEIGHTS = st.lists(st.tuples(st.floats(0, 900), st.floats(40, 220)), max_size=12)


def test_the_active_card_stands_at_its_passage_and_the_others_give_way() -> None:
    standing = give_way([Wish("a", 200, 100), Wish("b", 220, 100), Wish("c", 230, 100)], "b", 800)
    assert standing.tops == {"a": 220 - 100 - APART, "b": 220, "c": 220 + 100 + APART}


def test_cards_with_room_stand_at_their_passages() -> None:
    standing = give_way([Wish("a", 10, 50), Wish("b", 100, 50)], "", 800)
    assert standing.tops == {"a": 10, "b": 100}


def test_what_finds_no_room_is_told_above_and_below() -> None:
    wishes = [Wish(name, 100 + n, 120) for n, name in enumerate("abcdef")]
    standing = give_way(wishes, "c", 400)
    assert standing.above == ("a", "b")
    assert "d" in standing.tops
    assert standing.below == ("e", "f")


def test_a_card_near_the_foot_moves_up_where_there_is_room() -> None:
    assert give_way([Wish("a", 560, 150)], "", 600).tops == {"a": 450}
    standing = give_way([Wish("a", 500, 80), Wish("b", 560, 80)], "", 600)
    assert standing.tops == {"a": 430, "b": 520}


def test_a_card_whose_passage_has_left_slides_out_with_it() -> None:
    standing = give_way([Wish("a", -60, 100), Wish("b", -50, 20), Wish("c", 30, 50)], "", 600)
    assert standing.tops["a"] == -60
    assert standing.tops["c"] > standing.tops["b"] > standing.tops["a"]
    assert standing.above == ()
    assert give_way([Wish("a", -160, 100)], "", 600).tops == {}


def test_a_card_higher_than_the_margin_slides_along_its_passage() -> None:
    tops = [give_way([Wish("a", y, 900)], "a", 600).tops["a"] for y in (600, 300, 0)]
    assert tops == [0, -150, -300]


def test_a_margin_without_cards_is_empty() -> None:
    assert give_way([], "", 100).tops == {}


@given(HEIGHTS, st.integers(0, 11))
def test_cards_never_overlap_keep_their_order_and_none_is_forgotten(found: list[tuple[float, float]], at: int) -> None:
    wishes = [Wish(str(n), y, height) for n, (y, height) in enumerate(sorted(found))]
    active = str(min(at, len(wishes) - 1)) if wishes else ""
    standing = give_way(wishes, active, 600)
    shown = [wish for wish in wishes if wish.id in standing.tops]
    for upper, lower in pairwise(shown):
        assert standing.tops[upper.id] + upper.height <= standing.tops[lower.id] + 0.01
    assert len(shown) + len(standing.above) + len(standing.below) == len(wishes)
    if wishes:
        assert active in standing.tops
        assert standing.tops[active] >= 0
        assert standing.tops[active] + next(w.height for w in wishes if w.id == active) <= 600.01
