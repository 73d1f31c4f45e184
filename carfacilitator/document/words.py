"""The words of a text as numbers, alike for words that differ only in what Word changes by itself."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import chain, repeat

from carfacilitator.document.profiles import AS_USUAL, Profile

PARAGRAPH = 0  # the number of the mark between two paragraphs
BETWEEN = "\n"  # and how it is written where they are joined

CONTENT, STOP, MARK, BREAK = 1.0, 0.25, 0.1, 2.0  # how much a word, a little word, a mark, a paragraph's end weigh

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, joiners: no part of a word, wherever they stand
# A word with its inner apostrophes, points and hyphens (don't, 3.5, e.g, co-lead; but 3-7 is three), or a mark.
_WORD = re.compile(
    rf"\w+(?:['’.{_INVISIBLE}]\w+|(?<!\d)[-‑]\w+|[-‑](?!\d)\w+)*|\.\.\.|--|[^\w\s{_INVISIBLE}]",
)
_ENDS = frozenset(".,;:!?)")
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
    Words that a profile lets pass as one have one number; marks that it ignores have none.
    """

    def __init__(self, profile: Profile = AS_USUAL) -> None:
        super().__init__()
        self.profile = profile
        self._numbers = _Numbers(_fold_with_case if profile.ignore_case else _fold)
        self._without_marks = profile.ignore_punctuation
        self._weights = [BREAK]
        self._tokens: dict[str, list[int]] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {BETWEEN: [(0, 1)]}
        self[BETWEEN] = (PARAGRAPH,)

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        numbers = self._numbers
        if chunk.isalnum():
            found: tuple[int, ...] = (numbers[chunk],)
        elif chunk[-1] in _ENDS and chunk[:-1].isalnum() and not self._without_marks:  # the commonest by far
            found = (numbers[chunk[:-1]], numbers[chunk[-1]])
        else:
            words = [word for word in _WORD.findall(chunk) if not (self._without_marks and _is_mark(word))]
            found = tuple(map(numbers.__getitem__, words))
        self[chunk] = found
        return found

    @property
    def words(self) -> list[str]:
        """Return the word of each number."""
        return self._numbers.words

    @property
    def weights(self) -> list[float]:
        """Return the weight of each number; those of new words are worked out when they are asked for."""
        known, words = self._weights, self._numbers.words
        begin = len(known)
        if begin < len(words):
            fresh = [_weight(word) for word in words[begin:]]
            known[begin : begin + len(fresh)] = fresh  # the same whether one thread does it or two at once
        return known

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of a paragraph's words and marks, in order."""
        found = self._tokens.get(text)
        if found is None:
            found = self._tokens[text] = list(chain.from_iterable(map(self.__getitem__, text.split())))
        return found

    def joined(self, texts: Sequence[str]) -> list[int]:
        """Return the numbers of several paragraphs with the mark between them."""
        if len(texts) == 1:
            return self.tokens(texts[0])
        return [number for text in texts for number in (PARAGRAPH, *self.tokens(text))][1:]

    def spans(self, chunk: str) -> list[tuple[int, int]]:
        """Return where the words and marks of a chunk begin and end in it."""
        found = self._spans.get(chunk)
        if found is None:
            words = _WORD.finditer(chunk)
            found = [word.span() for word in words if not (self._without_marks and _is_mark(word[0]))]
            self._spans[chunk] = found
        return found


class _Numbers(dict[str, int]):
    """A number for every word as it is folded, counted up from the mark between paragraphs."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold
        self.words = [BETWEEN]

    def __missing__(self, word: str) -> int:
        folded = self._fold(word)
        number = self.get(folded)
        if number is None:
            number = self[folded] = len(self.words)
            self.words.append(folded)
        self[word] = number
        return number


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are alike but for what Word changes by itself."""
    return one == other or list(map(_fold, _WORD.findall(one))) == list(map(_fold, _WORD.findall(other)))


def _fold(word: str) -> str:
    if word == "--":  # what Word makes a dash of
        return "-"
    return word if word.isascii() else word.translate(_FOLDED)


def _fold_with_case(word: str) -> str:
    return _fold(word).casefold()


def _is_mark(word: str) -> bool:
    """Tell whether a token is punctuation; signs that mean something, and what stands for a picture, are none."""
    return not word[0].isalnum() and all(unicodedata.category(letter)[0] == "P" for letter in word) and word[0] != "_"


def _weight(word: str) -> float:
    if word.isalnum():
        return STOP if word.lower() in _STOP_WORDS else CONTENT
    return MARK if len(word) == 1 or word == "..." else CONTENT
