"""Where the words of a passage went: through kept words, replaced ones and sentences that moved."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.joins import Join, Stretch
from carfacilitator.document.quotations import Place
from carfacilitator.document.rows import Piece, Row, RowKind


class Link(NamedTuple):
    """Text of the older draft and what it is in the newer one. One side of a change may be empty."""

    old: Place
    new: Place
    kept: bool

    def clipped(self, old: Place) -> "Link":
        """Return what of a kept link lies in a place of the older draft."""
        start, end = max(self.old.start, old.start), min(self.old.end, old.end)
        new_start = min(self.new.start + start - self.old.start, self.new.end)
        new_end = self.new.end if end == self.old.end else min(self.new.start + end - self.old.start, self.new.end)
        return Link(Place(start, end), Place(new_start, new_end), self.kept)


class Passages:
    """The links between two compared drafts, worked out for the rows that are asked for."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._joins = tuple(Join(tuple(range(len(texts))), texts) for texts in (comparison.old, comparison.new))
        self._numbers = {row: number for number, row in enumerate(comparison.rows)}
        self._links: dict[tuple[Row, float], list[Link]] = {}
        self.old, self.new = "\n".join(comparison.old), "\n".join(comparison.new)

    def place_of(self, anchor: Anchor) -> Place:
        """Return where a passage stands in the older draft."""
        old, _ = self._joins
        return Place(old.offset(anchor.first, anchor.start), old.offset(anchor.last, anchor.end))

    def anchor_at(self, place: Place) -> Anchor:
        """Return the passage at a place of the newer draft."""
        _, new = self._joins
        first, start = new.place(place.start)
        if place.start == place.end:
            return Anchor(first, start, first, start)
        last, end = new.place(place.end - 1)
        return Anchor(first, start, last, min(end + 1, len(self._comparison.new[last])))

    def kept(self, anchor: Anchor, calm: float = 0) -> list[Link]:
        """Return what was kept of a passage where it stood, or in a paragraph that moved as a whole."""
        place = self.place_of(anchor)
        links = (link for link in self._of_rows(anchor, calm) if link.kept)
        return [link.clipped(place) for link in links if link.old.overlap(place)]

    def moved(self, anchor: Anchor) -> list[Link]:
        """Return what of a passage stands in sentences that moved."""
        place = self.place_of(anchor)
        return [link.clipped(place) for link in self._moved if link.old.overlap(place)]

    def changed(self, anchor: Anchor, calm: float = 0) -> list[Link]:
        """Return the changes in the rows that a passage stands in."""
        return [link for link in self._of_rows(anchor, calm) if not link.kept]

    def put_in(self) -> Iterator[Place]:
        """Yield where the newer draft has text that the older one does not have."""
        for row in self._comparison.rows:
            if row.kind is RowKind.SAME:
                continue
            join, at = Join(row.new, self._comparison.new), 0
            for piece in self._comparison.words(row):
                begin, at = at, at + len(piece.after)
                if piece.op == "+":
                    yield self._place(1, join, begin, at)

    def point(self, anchor: Anchor) -> Place | None:
        """Return where a point of a paragraph is now, or None if the paragraph was cut."""
        row = self._comparison.row_of_old(anchor.first)
        at = self.place_of(anchor).start
        link = next((link for link in self._of_row(row, 0) if link.old.start <= at <= link.old.end), None)
        if link is None or not row.new:
            return None
        new = min(link.new.start + at - link.old.start, link.new.end) if link.kept else link.new.start
        return Place(new, new)

    def paragraph(self, anchor: Anchor) -> Anchor:
        """Return the whole paragraph in which a passage begins."""
        return Anchor(anchor.first, 0, anchor.first, len(self._comparison.old[anchor.first]))

    def cut_at(self, anchor: Anchor) -> int:
        """Return where in the newer draft the paragraph of a passage begins or, if it was cut, was."""
        return self._of_rows(anchor, calm=0)[0].new.start

    def _of_rows(self, anchor: Anchor, calm: float) -> list[Link]:
        rows = dict.fromkeys(self._comparison.row_of_old(leaf) for leaf in range(anchor.first, anchor.last + 1))
        return [link for row in rows for link in self._of_row(row, calm)]

    def _of_row(self, row: Row, calm: float) -> list[Link]:
        found = self._links.get((row, calm))
        if found is None:
            found = self._links[row, calm] = list(self._worked_out(row, calm))
        return found

    @cached_property
    def _moved(self) -> list[Link]:
        return [
            Link(self._stretched(0, move.old), self._stretched(1, move.new), kept=True)
            for move in self._comparison.moved_sentences
        ]

    def _stretched(self, side: int, stretch: Stretch) -> Place:
        """Return where a stretch of a leaf is in the whole draft."""
        whole = self._joins[side]
        return Place(whole.offset(stretch.leaf, stretch.start), whole.offset(stretch.leaf, stretch.end))

    def _worked_out(self, row: Row, calm: float) -> Iterator[Link]:
        old, new = Join(row.old, self._comparison.old), Join(row.new, self._comparison.new)
        if not row.new:
            yield Link(self._place(0, old, 0, len(self._comparison.old[row.old[0]])), self._cut_at(row), kept=False)
            return
        at = Place(0, 0)  # how far either side of the row has been read
        for part in _parts(self._comparison.words(row, calm)):
            begin, at = at, Place(at[0] + sum(map(_before, part)), at[1] + sum(map(_after, part)))
            link = Link(self._place(0, old, begin[0], at[0]), self._place(1, new, begin[1], at[1]), part[0].op == "=")
            yield from [link] if part[0].old is None else self._letter_by_letter(link)

    def _letter_by_letter(self, link: Link) -> Iterator[Link]:
        """Yield a kept link whose sides are set differently, as stretches that are alike and others."""
        for step in Levenshtein.opcodes(self.old[slice(*link.old)], self.new[slice(*link.new)]):
            old = Place(link.old.start + step.src_start, link.old.start + step.src_end)
            new = Place(link.new.start + step.dest_start, link.new.start + step.dest_end)
            yield Link(old, new, kept=True)

    def _place(self, side: int, join: Join, begin: int, end: int) -> Place:
        """Return where a stretch of one side of a row is in the whole draft."""
        whole = self._joins[side]
        return Place(whole.offset(*join.place(begin)), whole.offset(*join.place(end)))

    def _cut_at(self, row: Row) -> Place:
        """Return where a paragraph was cut: at the end of what stands before it now."""
        before = self._comparison.rows[: self._numbers[row]]
        leaf = next((other.new[-1] for other in reversed(before) if other.new), None)
        at = 0 if leaf is None else self._joins[1].offset(leaf, len(self._comparison.new[leaf]))
        return Place(at, at)


def _before(piece: Piece) -> int:
    return len(piece.before)


def _after(piece: Piece) -> int:
    return len(piece.after)


def _parts(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield every kept piece by itself, and what changed between two of them together."""
    for kept, run in groupby(pieces, key=lambda piece: piece.op == "="):
        stretch = list(run)
        yield from [[piece] for piece in stretch] if kept else [stretch]
