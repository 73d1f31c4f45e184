from carfacilitator.document.rows import Piece


def test_a_piece_knows_both_sides() -> None:
    assert (Piece("=", "word").before, Piece("=", "word").after) == ("word", "word")
    assert (Piece("=", "“word”", '"word"').before, Piece("=", "“word”", '"word"').after) == ('"word"', "“word”")
    assert (Piece("-", "cut").before, Piece("-", "cut").after) == ("cut", "")
    assert (Piece("+", "put in").before, Piece("+", "put in").after) == ("", "put in")


def test_a_kept_space_that_was_nothing_before_is_nothing_on_that_side() -> None:
    assert Piece("=", " ", "").before == ""
