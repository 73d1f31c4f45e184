from carfacilitator.document.rows import Piece
from carfacilitator.document.spacing import spaced_alike, with_spaces


def test_texts_are_spaced_alike_whatever_their_words() -> None:
    assert spaced_alike("one two", "three four")
    assert not spaced_alike("one two", "one\u00a0two")
    assert not spaced_alike("one two", "one  two")


def test_another_space_is_a_change_and_the_words_around_it_are_none() -> None:
    assert with_spaces([Piece("=", "“so”\u00a0it", '"so" it')]) == (
        Piece("=", "“so”", '"so"'),
        Piece("-", " "),
        Piece("+", "\u00a0"),
        Piece("=", "it"),
    )


def test_what_is_spaced_beyond_comparing_stays_one_piece() -> None:
    piece = Piece("=", "this — that", "this--that")
    assert with_spaces([piece, Piece("-", " ")]) == (piece, Piece("-", " "))
