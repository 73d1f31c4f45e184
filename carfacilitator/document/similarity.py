"""Which paragraphs of two drafts are alike enough to be the same one, reworked, split or merged."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from carfacilitator.document.words import Vocabulary

Grams = set[tuple[int, ...]]  # pairs of neighbouring words; of a short paragraph its single words too

_SHORT = 6  # tokens
_ALIKE = 0.22  # of two paragraphs' pairs of words: less is what any two texts on one matter share
_PART, _LEAST_PART = 0.5, 6  # or this much of the shorter one, and so many pairs
ALIKE = 0.5  # of the words in order, for paragraphs whose neighbours belong together
_FEW = 20  # of the pairs of words of a paragraph one in so many is shared by chance
_CANDIDATES = 4  # paragraphs that share the most rare words with one


class Likeness(NamedTuple):
    """How much two paragraphs have in common."""

    dice: float  # shared pairs of words, as a share of those of both
    contained: float  # as a share of those of the one that has fewer
    shared: float
    identical: bool = False  # to the letter

    @property
    def weight(self) -> float:
        """Return how much speaks for it that the two belong together."""
        return self.shared * max(self.dice, 0.6 * self.contained)


Pairs = dict[tuple[int, int], Likeness]


class Side:
    """The paragraphs of one draft, each taken apart when it is first asked for."""

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self.texts = texts
        self._vocabulary = vocabulary
        self._grams: dict[int, Grams] = {}

    def tokens(self, index: int) -> list[int]:
        """Return the words of a paragraph."""
        return self._vocabulary.tokens(self.texts[index])

    def grams(self, index: int) -> Grams:
        """Return the pairs of neighbouring words of a paragraph."""
        found = self._grams.get(index)
        if found is None:
            found = self._grams[index] = grams_of(self.tokens(index))
        return found


def grams_of(tokens: list[int]) -> Grams:
    """Return the pairs of neighbouring words; of a short text its words too."""
    grams: Grams = set(pairwise(tokens))
    if len(tokens) < _SHORT:
        grams.update((token,) for token in tokens)
    return grams


def likeness(one: Grams, other: Grams) -> Likeness | None:
    """Return how alike two paragraphs are, or None if too little to speak of."""
    shared = len(one & other)
    if not shared or (shared == 1 and len(one) > _SHORT):  # one pair alone is chance
        return None
    fewer, more = sorted((len(one), len(other)))
    found = Likeness(2 * shared / (fewer + more), shared / fewer, shared)
    part = found.contained >= _PART and shared >= _LEAST_PART
    return found if found.dice >= _ALIKE or part else None


def word_ratio(one: list[int], other: list[int]) -> float:
    """Return the share of words that two paragraphs have in common in the same order, 0 to 1."""
    if max(len(one), len(other)) > 3 * min(len(one), len(other)) + 3:  # nothing worth counting
        return 0
    return 2 * LCSseq.similarity(one, other) / (len(one) + len(other) or 1)


def near_pairs(old: Side, new: Side, olds: Collection[int], news: Collection[int]) -> Pairs:
    """Return those that are alike of every two paragraphs from two short lists."""
    found = {(i, j): likeness(old.grams(i), new.grams(j)) for i in olds for j in news}
    return {pair: alike for pair, alike in found.items() if alike}


def far_pairs(old: Side, new: Side, olds: Sequence[int], news: Sequence[int]) -> Pairs:
    """Return pairs that are alike wherever they stand, found by the pairs of words that few paragraphs share."""
    first, last = _owners(old, olds[::-1]), _owners(old, olds)
    found: Pairs = {}
    for j in news:
        grams = new.grams(j)
        votes = Counter(map(last.get, grams))
        votes.update(map(first.get, grams))
        likely = [(number, i) for i, number in votes.items() if i is not None and number > len(grams) // _FEW]
        for _, i in sorted(likely, reverse=True)[:_CANDIDATES]:
            alike = likeness(old.grams(i), grams)
            if alike:
                found[i, j] = alike
    return found


def _owners(side: Side, indexes: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Return for each pair of words the last of the paragraphs that it stands in."""
    owners: dict[tuple[int, ...], int] = {}
    for index in indexes:
        owners.update(dict.fromkeys(side.grams(index), index))
    return owners
