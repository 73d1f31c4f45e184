from carfacilitator.document.difference_kinds import At
from carfacilitator.document.hunks import Hunk, RowSide, differences_in, hunks
from carfacilitator.document.joins import Stretch
from carfacilitator.document.rows import Piece
from carfacilitator.document.whereabouts import ANYWHERE

PIECES = [Piece("=", "They met. "), Piece("-", "It rained. "), Piece("=", "All left"), Piece("-", "."), Piece("+", "!")]
OLD, NEW = "They met. It rained. All left.", "They met. All left!"


def test_a_hunk_tells_its_pieces_and_its_text_on_both_sides() -> None:
    assert list(hunks(PIECES)) == [Hunk((1, 2), (10, 21), (10, 10)), Hunk((3, 5), (29, 30), (18, 19))]


def found(moved: dict[int, list[Stretch]]) -> list[str]:
    sides = RowSide((0,), [OLD], moved), RowSide((0,), [NEW], {})
    return [str(d.kind) for hunk in hunks(PIECES) for d in differences_in(At(0, ANYWHERE), hunk, *sides)]


def test_whole_sentences_and_words_are_told_apart() -> None:
    assert found({}) == ["cut sentence", "wording"]


def test_a_sentence_that_stands_elsewhere_was_not_cut() -> None:
    assert found({0: [Stretch(0, 10, 20)]}) == ["wording"]
