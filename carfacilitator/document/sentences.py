"""Sentences, and those that were cut in one place and stand, word for word, in another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat

from carfacilitator.document.joins import Stretch
from carfacilitator.document.places import Places
from carfacilitator.document.runs import Kept
from carfacilitator.document.words import Vocabulary

_LEAST = 8  # words and marks; what is shorter is found again by accident
SHORTEST = 16  # characters; no text with fewer holds so many words
_KEY = 6  # neighbouring words by which a sentence is found
_TAIL = 40  # characters before an offset that are looked at
_MAY_END = re.compile(r"[.!?…]")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")


def ends_sentence(text: str, end: int) -> bool:
    """Tell whether a sentence, a line or a paragraph stops at an offset of a text, so that another may begin."""
    tail = text[max(0, end - _TAIL) : end]
    line = tail[tail.rfind("\n") + 1 :].rstrip()
    return not line or any(found.end() == len(line) for found in _END.finditer(line))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, without the space around it."""
    if not _MAY_END.search(text):
        words = text.strip()
        start = text.index(words)
        yield from [(start, start + len(words))] if words else ()
        return
    begin = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        words = text[begin:end].strip()
        if words:
            start = text.index(words, begin)
            yield start, start + len(words)
        begin = end


@dataclass(frozen=True, slots=True)
class MovedSentence:
    """A sentence, or most of one, that stands elsewhere in the newer draft."""

    old: Stretch
    new: Stretch


class Passage:
    """Text that one draft has and the other does not have at that place."""

    def __init__(self, stretch: Stretch, text: str, vocabulary: Vocabulary) -> None:
        self._stretch, self._text, self._vocabulary = stretch, text, vocabulary
        self.tokens = vocabulary.tokens(text)

    def keys(self) -> Iterator[tuple[int, ...]]:
        """Yield the words from each one on by which a sentence is found."""
        return zip(*(self.tokens[shift:] for shift in range(_KEY)), strict=False)

    def stretch(self, token: int, size: int) -> Stretch:
        """Return where some of the words stand in the leaf."""
        found = Places([self._text], self._vocabulary)
        leaf, start, _ = self._stretch
        return Stretch(leaf, start + found[token][0], start + found[token + size - 1][1])


def moved_sentences(cut: Sequence[Passage], put: Sequence[Passage]) -> Iterator[MovedSentence]:
    """Yield what stands in both, each stretch of the older draft once."""
    index: dict[tuple[int, ...], tuple[int, int]] = {}
    for number, passage in enumerate(cut):
        index.update(zip(passage.keys(), zip(repeat(number), count()), strict=False))
    taken: set[tuple[int, int]] = set()
    for there in put:
        for number, run in _runs(cut, there, index):
            if run.size >= _LEAST and (number, run.old) not in taken:
                taken.add((number, run.old))
                yield MovedSentence(cut[number].stretch(run.old, run.size), there.stretch(run.new, run.size))


def _runs(
    cut: Sequence[Passage],
    there: Passage,
    index: dict[tuple[int, ...], tuple[int, int]],
) -> Iterator[tuple[int, Kept]]:
    read = 0
    for place, key in enumerate(there.keys()):
        if place >= read and key in index:
            number, start = index[key]
            run = _widest(cut[number].tokens, there.tokens, (start, place), read)
            read = run.new + run.size
            yield number, run


def _widest(old: list[int], new: list[int], at: tuple[int, int], read: int) -> Kept:
    """Return the longest run of equal words around two places where they are equal, after what was read of the new."""
    i, j = at
    back = 0
    while back < min(i, j - read) and old[i - back - 1] == new[j - back - 1]:
        back += 1
    on = 0
    while on < min(len(old) - i, len(new) - j) and old[i + on] == new[j + on]:
        on += 1
    return Kept(i - back, j - back, back + on)
