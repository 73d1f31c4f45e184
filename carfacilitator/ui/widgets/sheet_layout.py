"""Where strips stand one below the other while most of their heights are still guessed."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Shelf:
    """Heights of strips from the top of the sheet to its foot: measured ones, and estimates for those not seen yet."""

    def __init__(self, estimates: Sequence[float], top: float = 0) -> None:
        self._heights = list(estimates)
        self._exact = [False] * len(self._heights)
        self._top = top
        self._tops: list[float] | None = None
        self._next = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """Return the height of everything."""
        return self._all_tops()[-1]

    def top(self, index: int) -> float:
        """Return how far from the top of the sheet a strip begins."""
        return self._all_tops()[index]

    def tops(self) -> Sequence[float]:
        """Return where all strips begin and the last one ends; another sequence once one of them has moved."""
        return self._all_tops()

    def height(self, index: int) -> float:
        """Return the height of a strip with the space below it."""
        return self._heights[index]

    def at(self, y: float) -> int:
        """Return the strip at a height, the first or last one beyond the ends. There is at least one strip."""
        return min(max(bisect_right(self._all_tops(), y) - 1, 0), len(self._heights) - 1)

    def is_measured(self, index: int) -> bool:
        """Tell whether a strip's height is known."""
        return self._exact[index]

    def measure(self, index: int, height: float) -> float:
        """Note a strip's true height and return by how much all below it moves."""
        moved = height - self._heights[index]
        self._exact[index] = True
        if moved:
            self._heights[index] = height
            self._tops = None
        return moved

    def next_unmeasured(self) -> int | None:
        """Return the first strip whose height is still guessed, None when all are known."""
        while self._next < len(self._exact) and self._exact[self._next]:
            self._next += 1
        return self._next if self._next < len(self._exact) else None

    def _all_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=self._top))
        return self._tops
