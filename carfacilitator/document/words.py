"""The words of a text as numbers, alike for words that differ only in what Word changes by itself."""

import re
from collections.abc import Sequence
from itertools import chain, repeat

PARAGRAPH = 0  # the number of the mark between two paragraphs

CONTENT, STOP, MARK, BREAK = 1.0, 0.25, 0.1, 2.0  # how much a word, a little word, a mark, a paragraph's end weigh

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, joiners: no part of a word, wherever they stand
# A word with its inner apostrophes, points and hyphens (don't, 3.5, e.g, co-lead; but 3-7 is three), or a mark.
_WORD = re.compile(
    rf"\w+(?:['’.{_INVISIBLE}]\w+|(?<!\d)[-‑]\w+|[-‑](?!\d)\w+)*|\.\.\.|--|[^\w\s{_INVISIBLE}]",
)
_FOLDED = str.maketrans(
    {
        **dict(zip("“”„‟", repeat('"'), strict=False)),
        **dict(zip("‘’‚‛", repeat("'"), strict=False)),
        **dict(zip("–—‐‑−", repeat("-"), strict=False)),
        **dict(zip(_INVISIBLE, repeat(None), strict=False)),
        "…": "...",
    },
)
_STOP_WORDS = frozenset(
    """a about all an and any are as at be been but by can could did do does for from had has have he her his how i if
    in into is it its may might must my no not of on or our out she should so than that the their then there these they
    this those to up was we were what when where which who will with would you your""".split(),  # noqa: SIM905  # prose
)


class Vocabulary(dict[str, tuple[int, ...]]):
    """Numbers for the words of some texts, and how much each word weighs when it is kept or changed.

    It maps what stands between two spaces to the numbers of its words and marks: each such chunk is taken apart once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = ["\n"]
        self.weights = [BREAK]
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, list[int]] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        numbers = self[chunk] = tuple(map(self._number, _WORD.findall(chunk)))
        return numbers

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of a paragraph's words and marks, in order."""
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = list(chain.from_iterable(map(self.__getitem__, text.split())))
        return found

    def joined(self, texts: Sequence[str]) -> list[int]:
        """Return the numbers of several paragraphs with the mark between them."""
        if len(texts) == 1:
            return self.tokens(texts[0])
        return [number for text in texts for number in (PARAGRAPH, *self.tokens(text))][1:]

    def _number(self, word: str) -> int:
        folded = _fold(word)
        number = self._numbers.setdefault(folded, len(self.words))
        if number == len(self.words):
            self.words.append(folded)
            self.weights.append(_weight(folded))
        return number


def places(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each token stands in the paragraphs joined by line feeds, the marks between them included."""
    found: list[tuple[int, int]] = []
    begin = 0
    for text in paragraphs:
        if begin:
            found.append((begin - 1, begin))
        found += [(begin + start, begin + end) for start, end in map(re.Match.span, _WORD.finditer(text))]
        begin += len(text) + 1
    return found


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are alike but for what Word changes by itself."""
    return one == other or list(map(_fold, _WORD.findall(one))) == list(map(_fold, _WORD.findall(other)))


def _fold(word: str) -> str:
    if word == "--":  # what Word makes a dash of
        return "-"
    return word if word.isascii() else word.translate(_FOLDED)


def _weight(word: str) -> float:
    if word.isalnum():
        return STOP if word.lower() in _STOP_WORDS else CONTENT
    return MARK if len(word) == 1 or word == "..." else CONTENT
