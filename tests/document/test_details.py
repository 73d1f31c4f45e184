import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.details import at_detail
from carfacilitator.document.rows import Detail, Piece

texts = st.lists(st.sampled_from(["They met", "again", ". ", "! ", " ", "\n", "“so”", '"so"', "e.g."]), max_size=20)


def shown(old: str, new: str, detail: Detail) -> list[tuple[str, str]]:
    comparison = compare_texts([old], [new])
    return [(piece.op, piece.text) for piece in comparison.words(comparison.rows[0], detail=detail)]


def test_a_changed_word_shows_its_whole_sentence() -> None:
    old, new = "They met. It rained all day. They left.", "They met. It snowed all day. They left."
    assert shown(old, new, Detail.SENTENCE) == [
        ("=", "They met. "),
        ("-", "It rained all day."),
        ("+", "It snowed all day."),
        ("=", " They left."),
    ]


def test_a_new_sentence_widens_nothing() -> None:
    old, new = "They met all day. They left.", "They met all day. It rained. They left."
    assert ("+", "It rained.") in [(op, text.strip()) for op, text in shown(old, new, Detail.SENTENCE)]
    assert [op for op, _ in shown(old, new, Detail.SENTENCE)] == ["=", "+", "="]


def test_a_paragraph_is_cut_and_put_in_as_a_whole() -> None:
    assert shown("They met. All of it.", "They met. Most of it.", Detail.PARAGRAPH) == [
        ("-", "They met. All of it."),
        ("+", "They met. Most of it."),
    ]


@pytest.mark.parametrize("detail", Detail)
def test_what_did_not_change_stays_as_it_is(detail: Detail) -> None:
    pieces = (Piece("=", "“", '"'), Piece("=", "so. And on"))
    assert at_detail(pieces, detail) == pieces


@given(texts.map("".join), texts.map("".join), st.sampled_from(Detail))
def test_every_detail_rebuilds_both_texts(old: str, new: str, detail: Detail) -> None:
    comparison = compare_texts([old], [new])
    for row in comparison.rows:
        pieces = comparison.words(row, detail=detail)
        assert "".join(piece.before for piece in pieces) == (old if row.old else "")
        assert "".join(piece.after for piece in pieces) == (new if row.new else "")
