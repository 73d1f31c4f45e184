from carfacilitator.document.moves import moves
from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Likeness, Side
from carfacilitator.document.words import Vocabulary

SAME = Likeness(1, 1, 9)


def found(old: list[str], new: list[str], matches: list[Match], *pairs: tuple[int, int]) -> list[Match]:
    vocabulary = Vocabulary()
    return moves(Side(old, vocabulary), Side(new, vocabulary), dict.fromkeys(pairs, SAME), matches)


def test_paragraphs_that_moved_together_have_one_number() -> None:
    old, new = ["a", "b", "stays", "c"], ["c", "stays", "a", "b"]
    result = found(old, new, [Match((2,), (1,))], (0, 2), (1, 3), (3, 0))
    assert result == [Match((0,), (2,), 1), Match((1,), (3,), 1), Match((3,), (0,), 2)]


def test_a_heading_goes_along_with_its_section_over_what_was_put_in() -> None:
    old, new = ["Aims", "long text", "stays"], ["stays", "Aims", "an addition", "long text"]
    result = found(old, new, [Match((2,), (0,))], (1, 3))
    assert [(match.old, match.new) for match in result] == [((0,), (1,)), ((1,), (3,))]


def test_what_is_in_a_match_already_does_not_move() -> None:
    assert found(["a", "b"], ["a", "b"], [Match((0,), (0,)), Match((1,), (1,))], (0, 1)) == []


def test_what_stands_several_times_over_goes_where_its_neighbour_went() -> None:
    old = ["a listing", "a long text of its own", "stays", "a listing"]
    new = ["a listing", "stays", "a listing", "a long text of its own"]
    result = found(old, new, [Match((2,), (1,))], (0, 0), (0, 2), (1, 3), (3, 0), (3, 2))
    assert [(match.old, match.new, match.move) for match in result] == [
        ((0,), (2,), 1),
        ((1,), (3,), 1),
        ((3,), (0,), 2),
    ]
