from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.finding import passages
from tests.builders import a_text


def test_words_are_found_wherever_they_stand_in_reading_order() -> None:
    document = a_text("Contact, and early contact.", "A letter is not contact.")
    assert passages(document, "contact") == (Anchor(0, 0, 0, 7), Anchor(0, 19, 0, 26), Anchor(1, 16, 1, 23))


def test_case_accents_quotation_marks_dashes_and_spaces_do_not_matter() -> None:
    document = a_text("She said  ‘no one\u00a0at the CÀRN’ – twice, a co\u00adordinator’s word.")
    for words in ("'no one at the carn'", "càrn’ - TWICE", "coordinator's", "  said ‘no "):
        assert len(passages(document, words)) == 1


def test_the_place_is_that_of_the_text_as_it_is() -> None:
    text = "It was  ﬁne\u00ad ly put."
    (found,) = passages(a_text(text), "was fine")
    assert text[found.start : found.end] == "was  ﬁne"


def test_places_do_not_lie_upon_one_another() -> None:
    assert passages(a_text("aaaa"), "aa") == (Anchor(0, 0, 0, 2), Anchor(0, 2, 0, 4))


def test_nothing_is_found_by_nothing_nor_across_paragraphs() -> None:
    assert passages(a_text("one", "two"), " ") == ()
    assert passages(a_text("one", "two"), "one two") == ()


@given(st.text(max_size=30), st.data())
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = passages(a_text("x" + text + "x"), text[start:end])
    assert all(0 <= place.start < place.end <= len(text) + 2 for place in found)
    if text[start:end].isascii() and text[start:end].isalnum():
        assert found
