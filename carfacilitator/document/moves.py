"""Paragraphs that stand elsewhere in the newer draft, together with the neighbours that went with them."""

from collections.abc import Iterable

from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Likeness, Pairs, Side, word_ratio

_REWORKED = 0.3  # alike at least, to have been moved and reworked at once
_LEAST = 3.0  # what speaks for a move: about so many words unchanged
_ALONG = 0.4  # of the words in order, for what stands next to a paragraph that moved
_RIVAL = 1.2  # times as much as for any other partner, and there is no doubt
_STEPS = ((1, 1), (1, 2), (2, 1))  # to the next paragraph of a block, over one that was put in or cut out

_Likely = tuple[float, int, int]  # how much speaks for a move, and its paragraphs


def moves(old: Side, new: Side, pairs: Pairs, matches: list[Match]) -> list[Match]:
    """Return matches between paragraphs that are in no match so far, those next to each other under one number."""
    moving = _Moving(old, new, matches)
    likely = ((_weight(alike), *pair) for pair, alike in pairs.items() if alike.dice >= _REWORKED)
    free = [move for move in likely if move[0] >= _LEAST and moving.is_free(*move[1:])]
    clear = _clear(free)
    moving.take_all(move for move in free if move in clear)
    moving.take_all(free)
    return _numbered(moving.moves)


def _clear(likely: list[_Likely]) -> set[_Likely]:
    """Return those that no other one comes near: what stands several times over goes where its neighbours went."""
    best: dict[tuple[int, int], list[float]] = {}
    for weight, i, j in likely:
        best.setdefault((0, i), []).append(weight)
        best.setdefault((1, j), []).append(weight)
    second = {index: sorted(weights)[-2:][0] for index, weights in best.items() if len(weights) > 1}
    return {
        (weight, i, j) for weight, i, j in likely if weight > _RIVAL * max(second.get((0, i), 0), second.get((1, j), 0))
    }


def _weight(alike: Likeness) -> float:
    return alike.shared * (2 if alike.identical else alike.dice)


class _Moving:
    """The paragraphs of both drafts that are in no match yet, and the moves found among them."""

    def __init__(self, old: Side, new: Side, matches: list[Match]) -> None:
        self._old, self._new = old, new
        self._free_old = set(range(len(old.texts))).difference(*(match.old for match in matches))
        self._free_new = set(range(len(new.texts))).difference(*(match.new for match in matches))
        self.moves: dict[int, int] = {}

    def is_free(self, i: int, j: int) -> bool:
        """Tell whether neither paragraph has found its partner."""
        return i in self._free_old and j in self._free_new

    def take_all(self, likely: Iterable[_Likely]) -> None:
        """Note that paragraphs moved, the likeliest first, and what goes along with them."""
        taken = []
        for _, i, j in sorted(likely, reverse=True):
            if self.is_free(i, j):
                self.take(i, j)
                taken.append((i, j))
        for i, j in taken:
            self.take_along(i, j, 1)
            self.take_along(i, j, -1)

    def take(self, i: int, j: int) -> None:
        """Note that a paragraph moved."""
        self.moves[i] = j
        self._free_old.remove(i)
        self._free_new.remove(j)

    def take_along(self, i: int, j: int, way: int) -> None:
        """Let what stands next to a moved paragraph on both sides, and is alike, have moved with it."""
        step: tuple[int, int] | None = (0, 0)
        while step:
            i, j = i + way * step[0], j + way * step[1]
            step = next((s for s in _STEPS if self._goes_along(i + way * s[0], j + way * s[1])), None)
            if step:
                self.take(i + way * step[0], j + way * step[1])

    def _goes_along(self, i: int, j: int) -> bool:
        return self.is_free(i, j) and word_ratio(self._old.tokens(i), self._new.tokens(j)) >= _ALONG


def _numbered(moved: dict[int, int]) -> list[Match]:
    matches: list[Match] = []
    number, last = 0, (-2, -2)
    for i, j in sorted(moved.items()):
        number += (i, j) != (last[0] + 1, last[1] + 1)
        last = i, j
        matches.append(Match((i,), (j,), number))
    return matches
