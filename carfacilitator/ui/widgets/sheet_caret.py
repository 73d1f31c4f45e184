"""The caret on the newer sheet and the words chosen with it: pure arithmetic on leaves and offsets."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from carfacilitator.document.blocks import Anchor

WORD = re.compile(r"\w+(?:['’\-‑]\w+)*|[^\w\s]")
SENTENCE = re.compile(r".*?(?:[.!?…][\"'”’)\]]*(?=\s|$)|$)", re.DOTALL)
JOINERS = {"\u200d", "\ufe0f", "\ufe0e"}


class Spot(NamedTuple):
    """A place between two characters: a leaf, and an offset in code points of its final view."""

    leaf: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen, from where it was begun to where the caret is; the same spot when nothing is."""

    fixed: Spot
    caret: Spot

    @property
    def first(self) -> Spot:
        """Return its earlier end."""
        return min(self.fixed, self.caret)

    @property
    def last(self) -> Spot:
        """Return its later end."""
        return max(self.fixed, self.caret)

    @property
    def empty(self) -> bool:
        """Tell whether no words are chosen."""
        return self.fixed == self.caret

    def anchor(self) -> Anchor:
        """Return it as a passage."""
        return Anchor(self.first.leaf, self.first.offset, self.last.leaf, self.last.offset)

    def within(self, leaf: int, length: int) -> tuple[int, int] | None:
        """Return which offsets of a leaf are chosen, None if none are."""
        if self.empty or not self.first.leaf <= leaf <= self.last.leaf:
            return None
        start = self.first.offset if leaf == self.first.leaf else 0
        end = self.last.offset if leaf == self.last.leaf else length
        return (start, end) if start < end else None


class Steps:
    """Where the caret goes from a spot, over the texts of the leaves that are shown, in their order on the sheet."""

    def __init__(self, texts: Sequence[str], order: Sequence[int]) -> None:
        self._texts, self._order = texts, list(order)
        self._rank = {leaf: n for n, leaf in enumerate(self._order)}

    def start(self) -> Spot | None:
        """Return the first spot of the draft, None for an empty one."""
        return Spot(self._order[0], 0) if self._order else None

    def finish(self) -> Spot | None:
        """Return the last spot of the draft."""
        return Spot(self._order[-1], len(self._texts[self._order[-1]])) if self._order else None

    def right(self, spot: Spot) -> Spot:
        """Return one character on."""
        text = self._texts[spot.leaf]
        if spot.offset >= len(text):
            return self._neighbour(spot, 1)
        offset = spot.offset + 1
        while offset < len(text) and _clings(text[offset]):
            offset += 1
        return Spot(spot.leaf, offset)

    def left(self, spot: Spot) -> Spot:
        """Return one character back."""
        if spot.offset == 0:
            return self._neighbour(spot, -1)
        text, offset = self._texts[spot.leaf], spot.offset - 1
        while offset and _clings(text[offset]):
            offset -= 1
        return Spot(spot.leaf, offset)

    def word_right(self, spot: Spot) -> Spot:
        """Return the start of the next word."""
        return self._ahead(spot, _word_starts) or self._neighbour(spot, 1)

    def word_left(self, spot: Spot) -> Spot:
        """Return the start of this word, or of the one before."""
        return self._back(spot, _word_starts)

    def sentence_right(self, spot: Spot) -> Spot:
        """Return the end of the sentence."""
        return self._ahead_or_on(spot, _sentence_ends)

    def sentence_left(self, spot: Spot) -> Spot:
        """Return the start of the sentence."""
        return self._back(spot, _sentence_starts)

    def paragraph_right(self, spot: Spot) -> Spot:
        """Return the end of the paragraph, or of the next one."""
        return self._ahead_or_on(spot, lambda text: [len(text)])

    def paragraph_left(self, spot: Spot) -> Spot:
        """Return the start of the paragraph, or of the one before."""
        return self._back(spot, lambda _: [0])

    def word_at(self, spot: Spot) -> Selection:
        """Return the word that a spot touches; nothing where there is none."""
        for match in WORD.finditer(self._texts[spot.leaf]):
            if match.start() <= spot.offset <= match.end() and match.group()[0].isalnum():
                return Selection(Spot(spot.leaf, match.start()), Spot(spot.leaf, match.end()))
        return Selection(spot, spot)

    def paragraph_at(self, spot: Spot) -> Selection:
        """Return the whole paragraph."""
        return Selection(Spot(spot.leaf, 0), Spot(spot.leaf, len(self._texts[spot.leaf])))

    def words_in(self, selection: Selection) -> str:
        """Return the text that is chosen, paragraphs joined by line feeds."""
        ranks = self._rank.get(selection.first.leaf, 0), self._rank.get(selection.last.leaf, -1)
        leaves = self._order[ranks[0] : ranks[1] + 1]
        chosen = ((leaf, selection.within(leaf, len(self._texts[leaf]))) for leaf in leaves)
        return "\n".join(self._texts[leaf][slice(*found)] for leaf, found in chosen if found)

    def _neighbour(self, spot: Spot, step: int) -> Spot:
        rank = self._rank.get(spot.leaf, 0) + step
        if not 0 <= rank < len(self._order):
            return spot
        leaf = self._order[rank]
        return Spot(leaf, 0 if step > 0 else len(self._texts[leaf]))

    def _ahead(self, spot: Spot, edges: Callable[[str], list[int]]) -> Spot | None:
        following = (edge for edge in edges(self._texts[spot.leaf]) if edge > spot.offset)
        return next((Spot(spot.leaf, edge) for edge in following), None)

    def _ahead_or_on(self, spot: Spot, edges: Callable[[str], list[int]]) -> Spot:
        following = self._neighbour(spot, 1)
        return self._ahead(spot, edges) or self._ahead(following, edges) or following

    def _back(self, spot: Spot, edges: Callable[[str], list[int]]) -> Spot:
        for edge in reversed(edges(self._texts[spot.leaf])):
            if edge < spot.offset:
                return Spot(spot.leaf, edge)
        return self._neighbour(spot, -1)


def _clings(character: str) -> bool:
    return bool(unicodedata.combining(character)) or character in JOINERS


def _sentence_ends(text: str) -> list[int]:
    return [match.end() for match in SENTENCE.finditer(text) if match.group().strip()]


def _sentence_starts(text: str) -> list[int]:
    found = ((match.start(), match.group()) for match in SENTENCE.finditer(text))
    return [start + len(words) - len(words.lstrip()) for start, words in found if words.strip()]


def _word_starts(text: str) -> list[int]:
    return [*(match.start() for match in WORD.finditer(text)), len(text)]
