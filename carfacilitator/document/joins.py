"""The paragraphs of one side of a row, joined by line feeds, and where a place in them is in the draft."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


class Stretch(NamedTuple):
    """Text inside one leaf: from `start` to `end`, offsets in the leaf's final text."""

    leaf: int
    start: int
    end: int


class Join:
    """One side of a row as one text. `leaves` are its indexes, `texts` all texts of the draft."""

    def __init__(self, leaves: tuple[int, ...], texts: Sequence[str]) -> None:
        self._leaves = leaves
        self._lengths = [len(texts[leaf]) for leaf in leaves]
        self._begins = list(accumulate((length + 1 for length in self._lengths[:-1]), initial=0))
        self._begin_of = dict(zip(leaves, self._begins, strict=False))

    def offset(self, leaf: int, place: int) -> int:
        """Return where a place in a leaf is in the joined text."""
        return self._begin_of[leaf] + place

    def place(self, offset: int) -> tuple[int, int]:
        """Return the leaf and the place in it of an offset; that of a line feed is the end of the leaf before it."""
        number = bisect_right(self._begins, offset) - 1
        return self._leaves[number], min(offset - self._begins[number], self._lengths[number])

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield what lies between two offsets, leaf by leaf."""
        for leaf, begin, length in zip(self._leaves, self._begins, self._lengths, strict=True):
            first, last = max(start, begin), min(end, begin + length)
            if first < last:
                yield Stretch(leaf, first - begin, last - begin)
