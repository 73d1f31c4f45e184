from carfacilitator.document.blocks import Anchor, Block, Document, Span
from carfacilitator.document.quotations import (
    Haystack,
    Place,
    Quotation,
    beside,
    occurrences,
    put_back,
    quotation_of,
    quote_of,
    quoted,
)

TEXT = "The officers of the partnership lead on the work. The group met ten times in sixteen months, in two towns."
WORDS = "The group met ten times in sixteen months"


def document(*texts: str) -> Document:
    return Document(tuple(Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts)))


def test_a_quotation_goes_over_paragraphs() -> None:
    anchor = Anchor(1, 2, 2, 3)
    draft = document("before", "a word", "and more", "after")
    assert quote_of(draft, anchor) == "word\nand"
    assert quotation_of(draft, anchor) == Quotation("word\nand", "a ", " more")


def test_a_quotation_keeps_some_words_on_either_side() -> None:
    start = TEXT.index(WORDS)
    found = quoted(TEXT, Place(start, start + len(WORDS)))
    assert found == Quotation(WORDS, TEXT[start - 32 : start], ", in two towns.")


def test_wording_is_found_though_it_was_reworked() -> None:
    reworked = TEXT.replace("ten times", "twelve times")
    start = TEXT.index(WORDS)
    (found,) = Haystack(reworked, [Place(0, len(reworked))]).like(quoted(TEXT, Place(start, start + len(WORDS))))
    assert reworked[slice(*found.place)] == "The group met twelve times in sixteen months"
    assert found.score > 0.8


def test_only_the_given_stretches_are_searched() -> None:
    start = TEXT.index(WORDS)
    quotation = quoted(TEXT, Place(start, start + len(WORDS)))
    assert Haystack(TEXT, [Place(0, start)]).like(quotation) == []


def test_short_quotations_are_not_searched_for() -> None:
    assert Haystack(TEXT, [Place(0, len(TEXT))]).like(Quotation("ten times", "", "")) == []


def test_occurrences_come_nearest_first() -> None:
    assert occurrences("aim aim aim", "aim", 9) == [Place(8, 11), Place(4, 7), Place(0, 3)]
    assert occurrences("aim", " ", 0) == []


def test_the_words_beside_a_point_are_whole() -> None:
    assert beside(document(TEXT), Anchor(0, 40, 0, 40)) == "of the partnership lead on the work. The group met ten"
    assert beside(document("", "Two words"), Anchor(1, 3, 1, 3)) == "Two words"
    assert beside(document(""), Anchor(0, 0, 0, 0)) == ""


def test_words_that_were_put_back_are_found_at_their_point_only() -> None:
    draft = document("a cat sat there, a cat indeed")
    assert put_back(draft, Anchor(0, 2, 0, 2), "cat ") == Anchor(0, 2, 0, 5)
    assert put_back(draft, Anchor(0, 12, 0, 12), "cat") is None
    assert put_back(draft, Anchor(0, 7, 0, 7), "a") is None
    assert put_back(draft, Anchor(0, 7, 0, 7), " ") is None
