"""The strips of a page one below the other: what is in sight, and where a passage stands, laid out as far as needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_layout import Shelf
from carfacilitator.ui.widgets.sheet_page import LaidStrip, Part, SheetPage
from carfacilitator.ui.widgets.sheet_rows import Look, Shape, Strip

HEAD = 18  # pixels of paper above the first strip
KEPT = 300  # laid-out strips that are held


@dataclass(frozen=True, slots=True)
class Seen:
    """A strip in sight; `y` is where its own top stands, below the space above it."""

    index: int
    y: float
    laid: LaidStrip


@dataclass(frozen=True, slots=True)
class Tick:
    """A change on the overview, as fractions of the whole height."""

    start: float
    end: float
    look: Look


class SheetStack:
    """A page and the shelf that its strips stand on; heights are pixels from the top of the sheets."""

    def __init__(self, page: SheetPage) -> None:
        self.page = page
        self.shelf = Shelf(page.estimates(), HEAD)
        self._told: tuple[Sequence[float], list[Tick]] | None = None

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return the strips that stand on it."""
        return self.page.model.strips

    @property
    def total(self) -> float:
        """Return the height of the sheets, as far as it is known."""
        return self.shelf.total + HEAD

    def seen(self, top: float, height: float) -> list[Seen]:
        """Lay out what is in sight and return it; nothing above `top` moves."""
        found = list(self._seen(top, height))
        if len(self.strips) > KEPT:
            self.page.keep_only({seen.index for seen in found})
        return found

    def measure_next(self, above: float) -> float | None:
        """Measure one strip that nobody has seen; return by how much what is at the height `above` moves.

        None when all are measured.
        """
        index = self.shelf.next_unmeasured()
        if index is None:
            return None
        before = self.shelf.top(index) < above - 0.5  # not the strip that begins there
        moved = self.shelf.measure(index, self.page.room(index))
        return moved if before else 0

    def reach(self, index: int, lead: float) -> float:
        """Return the scroll at which a strip stands `lead` pixels from the top, all between being measured."""
        for step in range(index, -1, -1):
            self._measure(step)
            if self.shelf.top(index) - self.shelf.top(step) > lead:
                break
        return max(0.0, self.shelf.top(index) - lead)

    def at(self, point: QPointF) -> tuple[int, tuple[Part, int] | None] | None:
        """Return the strip at a point, and the paragraph and offset nearest to it there; None for an empty draft."""
        if not self.strips:
            return None
        index = self.shelf.at(point.y())
        self._measure(index)
        return index, self.page.nearest(index, QPointF(point.x(), point.y() - self.shelf.top(index)))

    def caret(self, leaf: int, offset: int) -> QRectF | None:
        """Return where a caret stands on the newer sheet; None if its strip is folded away."""
        found = self.part(Side.NEW, leaf)
        if found is None:
            return None
        part, y = found
        return part.paragraph.caret(offset).translated(part.x, y)

    def part(self, side: Side, leaf: int) -> tuple[Part, float] | None:
        """Return a leaf's paragraph and the height at which it begins."""
        index = self.page.model.strip_of(side, leaf)
        if index is None:
            return None
        self._measure(index)
        laid = self.page.strip(index)
        part = laid.part(side, leaf)
        return (part, self.shelf.top(index) + laid.top + part.y) if part else None

    def height_of(self, leaf: int) -> float | None:
        """Return roughly where a leaf of the newer draft stands, laying nothing out; None if it is not shown."""
        index = self.page.model.strip_of(Side.NEW, leaf)
        return None if index is None else self.shelf.top(index)

    def ticks(self) -> list[Tick]:
        """Return all changes for the overview; the same list for as long as nothing stands elsewhere."""
        tops = self.shelf.tops()
        if self._told is None or self._told[0] is not tops:
            self._told = tops, list(self._ticks(tops))
        return self._told[1]

    def _ticks(self, tops: Sequence[float]) -> Iterator[Tick]:
        total = max(self.total, 1.0)
        for strip, (top, bottom) in zip(self.strips, pairwise(tops), strict=True):
            if strip.look is not Look.SAME and strip.shape is not Shape.FOLD:
                yield Tick(top / total, bottom / total, strip.look)

    def _seen(self, top: float, height: float) -> Iterator[Seen]:
        if not self.strips:
            return
        index = self.shelf.at(top)
        while index < len(self.strips) and self.shelf.top(index) < top + height:
            self._measure(index)
            laid = self.page.strip(index)
            yield Seen(index, self.shelf.top(index) + laid.top, laid)
            index += 1

    def _measure(self, index: int) -> None:
        if not self.shelf.is_measured(index):
            self.shelf.measure(index, self.page.strip(index).room)
