"""Where the words of a passage went: through kept words, replaced ones and sentences that moved."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby, takewhile
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.joins import Join, Stretch
from carfacilitator.document.quotations import Place
from carfacilitator.document.rows import Piece, Row, RowKind

_FEW = 3  # paragraphs that were cut together; of more, nobody can tell which was written for which


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
            at = 0
            for piece in self._comparison.words(row):
                begin, at = at, at + len(piece.after)
                if piece.op == "+":
                    yield self._place(1, row.new, begin, at)

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

    def stead(self, anchor: Anchor) -> Place | None:
        """Return the paragraph that was written in the stead of one that was cut.

        It is one where as many paragraphs were put in as were cut, between the same others, and few of them.
        """
        row = self._comparison.row_of_old(anchor.first)
        if anchor.first != anchor.last or row.kind is not RowKind.DELETED:
            return None
        cut, put = self._around(row)
        if len(cut) != len(put) or len(cut) > _FEW or anchor.first not in cut:
            return None
        leaf = put[cut.index(anchor.first)]
        return Place(*(self._joins[1].offset(leaf, at) for at in (0, len(self._comparison.new[leaf]))))

    def _around(self, row: Row) -> tuple[list[int], list[int]]:
        """Return what was cut and put in around a paragraph that was cut, up to the next ones that were kept."""
        rows, number = self._comparison.rows, self._numbers[row]
        unmatched = (RowKind.DELETED, RowKind.INSERTED)
        before = takewhile(lambda other: other.kind in unmatched, rows[number::-1])
        behind = takewhile(lambda other: other.kind in unmatched, rows[number + 1 :])
        run = [*reversed(list(before)), *behind]
        cut = (leaf for one in run for leaf in one.old if self._comparison.old[leaf].strip())
        put = (leaf for one in run for leaf in one.new if self._comparison.new[leaf].strip())
        return list(cut), list(put)

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
    def _numbers(self) -> dict[Row, int]:
        return {row: number for number, row in enumerate(self._comparison.rows)}

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
        if not row.new:
            yield Link(self._place(0, row.old, 0, len(self._comparison.old[row.old[0]])), self._cut_at(row), kept=False)
            return
        at = Place(0, 0)  # how far either side of the row has been read
        for part in _parts(self._comparison.words(row, calm)):
            begin, at = at, Place(at[0] + sum(map(_before, part)), at[1] + sum(map(_after, part)))
            link = Link(
                self._place(0, row.old, begin[0], at[0]), self._place(1, row.new, begin[1], at[1]), part[0].op == "="
            )
            yield from [link] if part[0].old is None else _letter_by_letter(link, self.old, self.new)

    def _place(self, side: int, leaves: tuple[int, ...], begin: int, end: int) -> Place:
        """Return where a stretch of one side of a row is in the whole draft."""
        whole = self._joins[side]
        if leaves[-1] - leaves[0] + 1 == len(leaves):  # they stand together there as they do in the row
            start = whole.offset(leaves[0], 0)
            return Place(start + begin, start + end)
        join = Join(leaves, (self._comparison.old, self._comparison.new)[side])
        return Place(whole.offset(*join.place(begin)), whole.offset(*join.place(end)))

    def _cut_at(self, row: Row) -> Place:
        """Return where a paragraph was cut: at the end of what stands before it now."""
        before = self._comparison.rows[: self._numbers[row]]
        leaf = next((other.new[-1] for other in reversed(before) if other.new), None)
        at = 0 if leaf is None else self._joins[1].offset(leaf, len(self._comparison.new[leaf]))
        return Place(at, at)


def _letter_by_letter(link: Link, old: str, new: str) -> Iterator[Link]:
    """Yield a kept link whose sides are set differently, as stretches that are alike and others."""
    for step in Levenshtein.opcodes(old[slice(*link.old)], new[slice(*link.new)]):
        before = Place(link.old.start + step.src_start, link.old.start + step.src_end)
        after = Place(link.new.start + step.dest_start, link.new.start + step.dest_end)
        yield Link(before, after, kept=True)


def _before(piece: Piece) -> int:
    return len(piece.before)


def _after(piece: Piece) -> int:
    return len(piece.after)


def _parts(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield every kept piece by itself, and what changed between two of them together."""
    for kept, run in groupby(pieces, key=lambda piece: piece.op == "="):
        stretch = list(run)
        yield from [[piece] for piece in stretch] if kept else [stretch]
