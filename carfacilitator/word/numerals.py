"""Numbers as Word prints them in lists (`w:numFmt`; ISO/IEC 29500-1, 17.18.59): digits, letters, numerals, words."""

import re
from collections.abc import Callable

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
_MOST_ROMAN = 3999
_ROUNDS = 30
_TEENS = range(11, 14)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_HINDI = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_KOREAN = "가나다라마바사아자차카타파하"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"
_CHINESE = "〇一二三四五六七八九"
_CHINESE_TENS = "", "十", "百", "千"
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
_SCALES = (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")
_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_PADDED = re.compile(r"0*1(?=,|\s|$)")


def printed(value: int, number_format: str, pattern: str = "") -> str:
    """Return a number in one of Word's formats; decimal for formats that are not known.

    `pattern` is that of a custom format, as "001, 002, 003, ..." asks for three digits.
    """
    if number_format == "custom":
        padded = _PADDED.match(pattern)
        return f"{value:0{len(padded[0])}}" if padded else str(value)
    return _FORMATS.get(number_format, str)(value)


def letters(value: int, alphabet: str = _LATIN) -> str:
    """Return a, b … z, aa, bb … zz, aaa …, as Word goes on after z; decimal after the thirtieth round."""
    times, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (times + 1) if 0 <= times < _ROUNDS else str(value)


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


def cardinal_words(value: int) -> str:
    """Return One, Two … Twenty-one … One hundred five, as Word writes them."""
    return _spelt(value).capitalize() if value >= 0 else str(value)


def ordinal_words(value: int) -> str:
    """Return First, Second … Twenty-first … One hundredth."""
    if value < 1:
        return str(value)
    start, parted, last = re.fullmatch(r"(?:(.*)([ -]))?(\w+)", _spelt(value)).group(1, 2, 3)  # type: ignore[union-attr]  # words always match
    told = _ODD_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{start or ''}{parted or ''}{told}".capitalize()


def _spelt(value: int) -> str:
    if value < len(_ONES):
        return _ONES[value]
    for worth, name in _SCALES:
        if value >= worth:
            times, rest = divmod(value, worth)
            return f"{_spelt(times)} {name}" + (f" {_spelt(rest)}" if rest else "")
    tens, rest = divmod(value, 10)
    return _TENS[tens] + (f"-{_ONES[rest]}" if rest else "")


def _chinese(value: int) -> str:
    """Return 一, 二 … 十, 十一 … 二十 …, up to the thousands; digit by digit beyond."""
    digits = str(value)
    if value < 1 or len(digits) > len(_CHINESE_TENS):
        return "".join(_CHINESE[int(digit)] for digit in digits if digit.isdigit())
    places = zip(digits, reversed(_CHINESE_TENS[: len(digits)]), strict=True)
    text = "".join(_CHINESE[int(digit)] + ten if digit != "0" else "〇" for digit, ten in places)
    text = re.sub("〇+", "〇", text).rstrip("〇")
    return text.removeprefix("一") if text.startswith("一十") else text


def _from(first: str, many: int) -> Callable[[int], str]:
    """Return a format of `many` signs that Unicode has in a row, beginning with that of 1; digits beyond them."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= many else str(value)


def _digits(zero: str) -> Callable[[int], str]:
    return lambda value: "".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in str(value))


def _of(alphabet: str) -> Callable[[int], str]:
    return lambda value: letters(value, alphabet)


def _turning(signs: str) -> Callable[[int], str]:
    """Return a format that begins anew after the last sign."""
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else str(value)


def _nothing(_value: int) -> str:
    return ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,
    "decimalZero": "{:02}".format,
    "ordinal": ordinal,
    "cardinalText": cardinal_words,
    "ordinalText": ordinal_words,
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "chicago": lambda value: letters(value, _CHICAGO),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "hindiNumbers": _digits("०"),
    "thaiNumbers": _digits("๐"),
    "russianLower": _of(_RUSSIAN),
    "russianUpper": lambda value: letters(value, _RUSSIAN).upper(),
    "arabicAlpha": _of(_ARABIC),
    "arabicAbjad": _of(_ABJAD),
    "hebrew2": _of(_HEBREW),
    "thaiLetters": _of(_THAI),
    "hindiVowels": _of(_HINDI),
    "ganada": _of(_KOREAN),
    "chosung": _of(_JAMO),
    "aiueo": _turning(_AIUEO),
    "aiueoFullWidth": _turning(_AIUEO),
    "iroha": _turning(_IROHA),
    "irohaFullWidth": _turning(_IROHA),
    "ideographTraditional": _turning(_STEMS),
    "ideographZodiac": _turning(_BRANCHES),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda value: "".join(_CHINESE[int(one)] for one in str(abs(value))),
    "japaneseDigitalTenThousand": lambda value: "".join(_CHINESE[int(one)] for one in str(abs(value))),
}
