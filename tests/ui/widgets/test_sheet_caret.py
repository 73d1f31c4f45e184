from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.sheet_caret import Selection, Spot, Steps

TEXTS = ("It rained. We didn’t go home.", "Nobody asked why.", "e\u0301a")
STEPS = Steps(TEXTS, [0, 1, 2])


def test_the_caret_goes_from_paragraph_to_paragraph() -> None:
    assert STEPS.right(Spot(0, 29)) == Spot(1, 0)
    assert STEPS.left(Spot(1, 0)) == Spot(0, 29)
    assert STEPS.left(Spot(0, 0)) == Spot(0, 0)
    assert STEPS.right(Spot(2, 3)) == Spot(2, 3)


def test_a_letter_and_its_accent_are_one_step() -> None:
    assert STEPS.right(Spot(2, 0)) == Spot(2, 2)
    assert STEPS.left(Spot(2, 2)) == Spot(2, 0)


def test_words_and_sentences_are_steps_too() -> None:
    assert STEPS.word_right(Spot(0, 11)) == Spot(0, 14)
    assert STEPS.word_left(Spot(0, 16)) == Spot(0, 14)
    assert STEPS.word_right(Spot(0, 29)) == Spot(1, 0)
    assert STEPS.sentence_right(Spot(0, 3)) == Spot(0, 10)
    assert STEPS.sentence_right(Spot(0, 29)) == Spot(1, 17)
    assert STEPS.sentence_left(Spot(0, 20)) == Spot(0, 11)
    assert STEPS.paragraph_right(Spot(0, 4)) == Spot(0, 29)
    assert STEPS.paragraph_left(Spot(1, 0)) == Spot(0, 29)


def test_a_double_click_takes_the_word_with_its_apostrophe() -> None:
    assert STEPS.word_at(Spot(0, 16)).anchor() == Anchor(0, 14, 0, 20)
    assert STEPS.word_at(Spot(0, 10)).anchor() == Anchor(0, 10, 0, 10) or not STEPS.word_at(Spot(0, 10)).empty


def test_a_choice_is_the_same_passage_whichever_end_it_was_begun_at() -> None:
    forth, back = Selection(Spot(0, 3), Spot(1, 6)), Selection(Spot(1, 6), Spot(0, 3))
    assert forth.anchor() == back.anchor() == Anchor(0, 3, 1, 6)
    assert forth.within(0, 29) == (3, 29)
    assert forth.within(1, 17) == (0, 6)
    assert forth.within(2, 3) is None
    assert STEPS.words_in(back) == "rained. We didn’t go home.\nNobody"


def test_an_empty_draft_has_no_place_for_a_caret() -> None:
    assert Steps((), []).start() is None
    assert Steps((), []).finish() is None


@given(st.text(max_size=30), st.data())
def test_no_step_leaves_the_text(text: str, data: st.DataObject) -> None:
    steps = Steps((text, "x"), [0, 1])
    spot = Spot(0, data.draw(st.integers(0, len(text))))
    for step in (steps.right, steps.left, steps.word_right, steps.word_left, steps.sentence_right, steps.sentence_left):
        reached = step(spot)
        assert 0 <= reached.offset <= len((text, "x")[reached.leaf])
