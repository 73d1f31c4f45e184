"""The heaviest chain of pairs that go forward on both sides: what stayed in order between two drafts."""

from collections.abc import Iterable
from typing import NamedTuple


class Pair(NamedTuple):
    """An index on either side, and how much speaks for it that they belong together."""

    old: int
    new: int
    weight: float


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the chain of pairs, none going back on either side, whose weights add up to the most.

    Two pairs of a chain may share an index on one side, which lets one paragraph meet several (a split, a merge).
    Takes O(n log n), by a binary indexed tree of the best chain that ends at or before each new index.
    """
    ordered = sorted(pairs)
    best = _BestUpTo(max((pair.new for pair in ordered), default=0) + 1)
    previous: list[int] = []
    totals: list[float] = []
    for number, pair in enumerate(ordered):
        total, last = best.at(pair.new)
        previous.append(last)
        totals.append(total + pair.weight)
        best.offer(pair.new, totals[-1], number)
    chain: list[Pair] = []
    number = max(range(len(ordered)), key=totals.__getitem__, default=-1)
    while number >= 0:
        chain.append(ordered[number])
        number = previous[number]
    return chain[::-1]


class _BestUpTo:
    """The largest value offered at any place up to a given one (P. M. Fenwick, 1994, for maxima)."""

    def __init__(self, size: int) -> None:
        self._values = [0.0] * (size + 1)
        self._holders = [-1] * (size + 1)

    def at(self, place: int) -> tuple[float, int]:
        """Return the largest value offered up to `place`, and who offered it; 0 and -1 if nobody did."""
        best, holder, node = 0.0, -1, place + 1
        while node:
            if self._values[node] > best:
                best, holder = self._values[node], self._holders[node]
            node &= node - 1
        return best, holder

    def offer(self, place: int, value: float, holder: int) -> None:
        """Note a value at a place."""
        node = place + 1
        while node < len(self._values):
            if value > self._values[node]:
                self._values[node], self._holders[node] = value, holder
            node += node & -node
