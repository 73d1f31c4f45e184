"""A draft's final text as one string, and where a place in it is in the draft."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from carfacilitator.document.blocks import Anchor


class Flat:
    """The final texts of a draft's leaves as one string, each closed by a line feed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "".join(f"{text}\n" for text in texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))

    def offset(self, leaf: int, place: int) -> int:
        """Return where a place in a leaf is in the string."""
        return self._starts[leaf] + place

    def place(self, offset: int) -> tuple[int, int]:
        """Return the leaf that an offset is in, and the place in it; what is past the text is the end of the last."""
        offset = min(offset, max(0, len(self.text) - 1))
        leaf = bisect_right(self._starts, offset) - 1
        return leaf, offset - self._starts[leaf]

    def anchor(self, start: int, end: int) -> Anchor:
        """Return the passage between two offsets."""
        return Anchor(*self.place(start), *self.place(end))

    def span(self, anchor: Anchor) -> tuple[int, int]:
        """Return the offsets between which a passage lies."""
        return self.offset(anchor.first, anchor.start), self.offset(anchor.last, anchor.end)
