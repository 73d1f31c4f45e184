"""The heaviest chain of pairs that go forward on both sides: what stayed in order between two drafts."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Pair(NamedTuple):
    """An index on either side, and how much speaks for it that they belong together.

    One that is `alone` shares its indexes with no other pair of a chain.
    """

    old: int
    new: int
    weight: float
    alone: bool = True


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the chain of pairs, none going back on either side, whose weights add up to the most.

    Pairs that are not alone may share an index on one side: one paragraph may meet several (a split, a merge); all
    pairs of an index are either alone or not. Takes O(n log n), by a binary indexed tree of the best chain that ends at
    or before each new index.
    """
    # Of pairs that are alone the later new index comes first, so that none can follow another one of its old index.
    ordered = sorted(pairs, key=lambda pair: (pair.old, -pair.new if pair.alone else pair.new))
    if all(one.old < two.old and one.new < two.new for one, two in pairwise(ordered)):
        return ordered
    best = _BestUpTo(max((pair.new for pair in ordered), default=0) + 1)
    previous: list[int] = []
    totals: list[float] = []
    for number, pair in enumerate(ordered):
        total, last = best.at(pair.new - pair.alone)
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
        values, best, best_node, node = self._values, 0.0, 0, place + 1
        while node:
            if values[node] > best:
                best, best_node = values[node], node
            node &= node - 1
        return best, self._holders[best_node]

    def offer(self, place: int, value: float, holder: int) -> None:
        """Note a value at a place."""
        values, holders, size, node = self._values, self._holders, len(self._values), place + 1
        while node < size:
            if value > values[node]:
                values[node], holders[node] = value, holder
            node += node & -node
