import pytest

from carfacilitator.word.numerals import letters, ordinal, printed, roman


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "lowerRoman", "iv"),
        (1998, "upperRoman", "MCMXCVIII"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (3, "ordinal", "3rd"),
        (5, "none", ""),
        (5, "bullet", ""),
        (5, "chicago", "5"),
    ],
)
def test_numbers_are_printed_as_word_does(value: int, number_format: str, text: str) -> None:
    assert printed(value, number_format) == text


def test_what_has_no_numeral_is_decimal() -> None:
    assert letters(0) == "0"
    assert roman(4000) == "4000"
    assert roman(0) == "0"


def test_the_teens_are_irregular() -> None:
    assert [ordinal(n) for n in (1, 2, 11, 12, 13, 21, 112)] == ["1st", "2nd", "11th", "12th", "13th", "21st", "112th"]
