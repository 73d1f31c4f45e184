"""What came back of an older draft, brought forward into a newer one: only what is sure, and the rest is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from carfacilitator.document.anchors import AnchorState, carry
from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.comparison import compare
from carfacilitator.document.flat import Flat
from carfacilitator.document.strokes import Stroke

_AROUND = 24  # characters on either side by which a place between words is known again


@dataclass(frozen=True)
class Forwarded:
    """Strokes in the coordinates of the newer draft, and those whose words are not there any more."""

    strokes: list[Stroke]
    lost: list[Stroke]


class Forwarding:
    """Brings passages of one draft into another; between two that read the same nothing moves."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._before, self._after = Flat(old.texts()), Flat(new.texts())
        self._same = old.texts() == new.texts()
        self._comparison = None if self._same else compare(old, new)

    def anchors(self, anchors: Sequence[Anchor]) -> list[Anchor | None]:
        """Return where passages stand in the newer draft, None where they were cut."""
        if self._comparison is None:
            return list(anchors)
        found = carry(self._comparison, self._old, self._new, anchors)
        return [None if one.state is AnchorState.ORPHAN else one.anchor for one in found]

    def strokes(self, strokes: Sequence[Stroke]) -> Forwarded:
        """Return strokes as they stand in the newer draft; both ends of a move go together or not at all."""
        if self._comparison is None:
            return Forwarded(list(strokes), [])
        placed = [(stroke, self._placed(stroke)) for stroke in strokes]
        torn = {stroke.move for stroke, there in placed if there is None and stroke.move}
        return Forwarded(
            [there for stroke, there in placed if there is not None and stroke.move not in torn],
            [stroke for stroke, there in placed if there is None or stroke.move in torn],
        )

    def _placed(self, stroke: Stroke) -> Stroke | None:
        """Return a stroke in the newer draft, if the very same words stand there."""
        begin, end = stroke.start, stroke.end
        if begin == end:
            begin, end = self._around(begin)
        words = self._before.text[begin:end]
        if not words.strip() or self._comparison is None:
            return None
        (found,) = carry(self._comparison, self._old, self._new, [self._before.anchor(begin, end)])
        if found.anchor is None or found.state is not AnchorState.EXACT:
            return None
        start, stop = self._after.span(found.anchor)
        if self._after.text[start:stop] != words:
            return None
        start += stroke.start - begin
        return replace(stroke, start=start, end=start + stroke.end - stroke.start)

    def _around(self, place: int) -> tuple[int, int]:
        """Return the words around a place between words, as far as they stand in the same paragraph."""
        text = self._before.text
        begin = max(place - _AROUND, text.rfind("\n", 0, place) + 1)
        stop = text.find("\n", place)
        return begin, min(place + _AROUND, stop if stop >= 0 else len(text))
