import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.pieces import pieces_of
from carfacilitator.document.rows import Piece
from carfacilitator.document.runs import kept_runs
from carfacilitator.document.words import Vocabulary

chunks = st.sampled_from(
    ["plan", "act", "the", "“so”", '"so"', " ", "  ", "\u00a0", "\n", "-", "–", "hy\u00adphen", ".", "…"]
)
paragraphs = st.lists(st.lists(chunks, max_size=10).map("".join), min_size=1, max_size=3)


def pieces(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    vocabulary = Vocabulary()
    kept = kept_runs(vocabulary.joined(old), vocabulary.joined(new), vocabulary)
    return pieces_of(old, new, kept, vocabulary)


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.op, piece.text) for piece in pieces([old], [new])]


@given(paragraphs, paragraphs)
def test_pieces_are_both_texts_again_to_the_character(old: list[str], new: list[str]) -> None:
    found = pieces(old, new)
    assert found
    assert "".join(piece.before for piece in found) == "\n".join(old)
    assert "".join(piece.after for piece in found) == "\n".join(new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("we act", "we plan and act", [("=", "we "), ("+", "plan and "), ("=", "act")]),
        ("we plan, and act", "we act", [("=", "we "), ("-", "plan, and "), ("=", "act")]),
        ("one act, two", "one, two", [("=", "one"), ("-", " act"), ("=", ", two")]),
        ("It ended.", "It ended. It began.", [("=", "It ended."), ("+", " It began.")]),
        ("It ended.", "We say it ended.", [("-", "It"), ("+", "We say it"), ("=", " ended.")]),
        ("good plan here", "bad plan here", [("-", "good"), ("+", "bad"), ("=", " plan here")]),
    ],
)
def test_spaces_go_where_a_reader_expects_them(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert shown(old, new) == expected


def test_folded_marks_are_kept_and_say_how_they_were() -> None:
    assert pieces(['He said "yes" twice'], ["He said “yes” twice"]) == (
        Piece("=", "He said "),
        Piece("=", "“", '"'),
        Piece("=", "yes"),
        Piece("=", "” ", '" '),
        Piece("=", "twice"),
    )


def test_blank_texts_are_kept_whatever_their_spaces() -> None:
    assert pieces([""], [" "]) == (Piece("=", " ", ""),)
    assert pieces([""], [""]) == (Piece("=", ""),)


def test_a_split_puts_in_the_end_of_a_paragraph() -> None:
    found = pieces(["We plan. We act."], ["We plan.", "We act."])
    assert found == (Piece("=", "We plan."), Piece("-", " "), Piece("+", "\n"), Piece("=", "We act."))
