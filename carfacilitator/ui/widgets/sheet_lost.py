"""Bands between the paragraphs of the newer draft, where the words of lost comments were cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from carfacilitator.ui.widgets.sheet_rows import LostHere, Shape, Strip


def with_lost(strips: Iterable[Strip], lost: Sequence[LostHere]) -> Iterator[Strip]:
    """Yield the strips, and after the paragraph or table where a comment's words were cut a band of its own."""
    waiting: dict[int, list[Strip]] = {}
    for one in lost:
        waiting.setdefault(one.leaf, []).append(Strip(Shape.LOST, words=one.quote, lost=one))
    held: list[Strip] = []
    table = -1
    for strip in strips:
        if held and strip.table != table:
            yield from held
            held = []
        yield strip
        if strip.shape is not Shape.FOLD:
            here = (waiting.pop(leaf, ()) for is_new, leaf in strip.leaves() if is_new)
            held += chain.from_iterable(here)
            table = strip.table
        if strip.table < 0:
            yield from held
            held = []
    yield from held
