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
        (5, "chicago", "**"),
        (21, "cardinalText", "Twenty-one"),
        (105, "cardinalText", "One hundred five"),
        (12, "ordinalText", "Twelfth"),
        (30, "ordinalText", "Thirtieth"),
        (1100, "ordinalText", "One thousand one hundredth"),
        (0, "ordinalText", "0"),
        (30, "hex", "1E"),
        (3, "numberInDash", "- 3 -"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (12, "decimalFullWidth", "１２"),
        (2, "russianUpper", "Б"),
        (2, "aiueoFullWidth", "イ"),
        (105, "chineseCounting", "一百〇五"),
        (12, "chineseCountingThousand", "十二"),
        (12345, "chineseCounting", "一二三四五"),
        (10, "ideographDigital", "一〇"),
        (6, "of a Word to come", "6"),
    ],
)
def test_numbers_are_printed_as_word_does(value: int, number_format: str, text: str) -> None:
    assert printed(value, number_format) == text


def test_what_has_no_numeral_is_decimal() -> None:
    assert letters(0) == "0"
    assert letters(1_000_000) == "1000000"
    assert roman(4000) == "4000"
    assert roman(0) == "0"


def test_a_custom_format_says_how_many_digits() -> None:
    assert printed(7, "custom", "001, 002, 003, ...") == "007"
    assert printed(7, "custom", "Ⅰ, Ⅱ, Ⅲ") == "7"


def test_the_teens_are_irregular() -> None:
    assert [ordinal(n) for n in (1, 2, 11, 12, 13, 21, 112)] == ["1st", "2nd", "11th", "12th", "13th", "21st", "112th"]
