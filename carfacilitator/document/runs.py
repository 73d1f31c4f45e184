"""Which words of a paragraph were kept, in runs that read like what the writer did."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from carfacilitator.document.words import PARAGRAPH, Vocabulary

_SLIGHT = 0.6  # less than a content word: a little word, a mark or two, that stayed by accident between real changes
_ROUNDS = 3  # crumbs that a joined change turns into crumbs; hardly ever more than two


class Kept(NamedTuple):
    """`size` tokens that stand from `old` on one side and from `new` on the other; between two runs lies a change."""

    old: int
    new: int
    size: int


def kept_runs(old: list[int], new: list[int], vocabulary: Vocabulary, calm: float = 1.0) -> list[Kept]:
    """Return the kept runs in order.

    A kept run that weighs no more than `calm` times the slighter of the changes around it is part of the change: at 0
    every word stays that can, at 1 a reader meets the fewest changes.
    """
    kept = [Kept(*block) for block in LCSseq.opcodes(old, new).as_matching_blocks()][:-1]
    if calm:
        kept = _without_crumbs(kept, _Weights(old, new, vocabulary), calm)
    return _at_edges(kept, old, new, vocabulary)


class _Weights:
    """How much the stretches of two token lists weigh."""

    def __init__(self, old: list[int], new: list[int], vocabulary: Vocabulary) -> None:
        weight = vocabulary.weights.__getitem__
        self.ends = Kept(len(old), len(new), 0)
        self._old = list(accumulate(map(weight, old), initial=0.0))
        self._new = list(accumulate(map(weight, new), initial=0.0))
        self._breaks = [place for place, token in enumerate(old) if token == PARAGRAPH]

    def of(self, run: Kept) -> float:
        """Return the weight of a kept run."""
        return self._old[run.old + run.size] - self._old[run.old]

    def between(self, run: Kept, following: Kept) -> float:
        """Return the weight of the change between two kept runs: that of its heavier side."""
        cut = self._old[following.old] - self._old[run.old + run.size]
        put = self._new[following.new] - self._new[run.new + run.size]
        return max(cut, put)

    def over_break(self, run: Kept) -> bool:
        """Tell whether a kept run goes over the end of a paragraph."""
        return any(run.old <= place < run.old + run.size for place in self._breaks)


def _without_crumbs(kept: list[Kept], weights: _Weights, calm: float) -> list[Kept]:
    for _ in range(_ROUNDS):
        heavier = list(_heavier(kept, weights, calm))
        if len(heavier) == len(kept):
            break
        kept = heavier
    return kept


def _heavier(kept: list[Kept], weights: _Weights, calm: float) -> Iterator[Kept]:
    """Yield the runs that outweigh the changes on either side of them."""
    last = Kept(0, 0, 0)
    for run, following in zip(kept, [*kept, weights.ends][1:], strict=True):
        left, right = weights.between(last, run), weights.between(run, following)
        if not _is_crumb(weights.of(run), left, right, calm) or weights.over_break(run):
            last = run
            yield run


def _is_crumb(weight: float, left: float, right: float, calm: float) -> bool:
    slighter, heavier = sorted((left, right))
    if not slighter:  # no change on that side
        return False
    return weight <= calm * slighter or (weight < _SLIGHT and heavier >= 1 and left + right >= 2)  # noqa: PLR2004  # words


def _at_edges(kept: list[Kept], old: list[int], new: list[int], vocabulary: Vocabulary) -> list[Kept]:
    """Shift what was only inserted or only deleted to where sentences, clauses or words begin and end."""
    placed = kept[:1]
    for run in kept[1:]:
        last = placed[-1]
        cut, put = range(last.old + last.size, run.old), range(last.new + last.size, run.new)
        if not cut or not put:
            side, change = (old, cut) if cut else (new, put)
            shift = _best_shift(side, change, (last.size - 1, run.size - 1), vocabulary.words)
            placed[-1] = Kept(last.old, last.new, last.size + shift)
            placed.append(Kept(run.old + shift, run.new + shift, run.size - shift))
        else:
            placed.append(run)
    return placed


def _best_shift(side: list[int], change: range, room: tuple[int, int], words: list[str]) -> int:
    """Return by how many tokens the change can go on (or, negative, back) so that it begins and ends best."""
    back = on = 0
    while back < room[0] and side[change.start - back - 1] == side[change.stop - back - 1]:
        back += 1
    while on < room[1] and side[change.start + on] == side[change.stop + on]:
        on += 1
    if not back and not on:
        return 0

    def quality(shift: int) -> tuple[int, int]:
        edges = (change.start + shift, change.stop + shift)
        return sum(_edge(side, place, words) for place in edges), -abs(shift)

    return max(range(-back, on + 1), key=quality)


_EDGES = {".": 4, "!": 4, "?": 4, "...": 4, ";": 3, ":": 3, ",": 2}


def _edge(side: list[int], place: int, words: list[str]) -> int:
    """Return how good a place this is to begin or end a change: 5 between paragraphs, 0 inside of marks."""
    if place in (0, len(side)) or PARAGRAPH in (side[place - 1], side[place]):
        return 5
    return _EDGES.get(words[side[place - 1]]) or int(words[side[place]][0].isalnum())
