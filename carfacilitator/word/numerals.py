"""Numbers as Word prints them in lists: decimal, letters, roman numerals, ordinals."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_TEENS = range(11, 14)
_MOST_ROMAN = 3999


def printed(value: int, number_format: str) -> str:
    """Return a number in one of Word's formats (`w:numFmt`); decimal for formats that are not known."""
    if number_format in {"none", "bullet"}:
        return ""
    if number_format == "decimalZero":
        return f"{value:02}"
    if number_format == "ordinal":
        return ordinal(value)
    if number_format in {"lowerLetter", "upperLetter"}:
        return _cased(letters(value), number_format)
    if number_format in {"lowerRoman", "upperRoman"}:
        return _cased(roman(value), number_format)
    return str(value)


def letters(value: int) -> str:
    """Return a, b … z, aa, bb … zz, aaa …, as Word goes on after z."""
    if value < 1:
        return str(value)
    times, place = divmod(value - 1, len(_ALPHABET))
    return _ALPHABET[place] * (times + 1)


def roman(value: int) -> str:
    """Return a roman numeral in small letters; decimal where there is none."""
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    text = ""
    for worth, numeral in _ROMAN:
        times, value = divmod(value, worth)
        text += numeral * times
    return text


def ordinal(value: int) -> str:
    """Return 1st, 2nd, 3rd, 4th … 11th … 21st."""
    ending = "th" if value % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _cased(text: str, number_format: str) -> str:
    return text.upper() if number_format.startswith("upper") else text
