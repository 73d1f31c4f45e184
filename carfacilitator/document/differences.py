"""The changes between two drafts as a reader counts them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from carfacilitator.document.difference_kinds import At, Difference, DifferenceKind
from carfacilitator.document.formatting import FormatChange
from carfacilitator.document.hunks import RowSide, differences_in, hunks
from carfacilitator.document.joins import Stretch
from carfacilitator.document.rows import Piece, Row, RowKind
from carfacilitator.document.sentences import MovedSentence
from carfacilitator.document.table_changes import TableDifferences
from carfacilitator.document.whereabouts import ANYWHERE, Whereabouts

__all__ = ["Difference", "DifferenceKind", "Material", "differences_of"]


@dataclass(frozen=True)
class Material:
    """What the changes are read from: both drafts' texts, where each leaf stands (nothing for plain text), the rows.

    Besides, the rows' words, the sentences that moved and, by the numbers of their rows, the changes of formatting.
    """

    texts: tuple[Sequence[str], Sequence[str]]
    where: tuple[Sequence[Whereabouts], Sequence[Whereabouts]]
    rows: Sequence[Row]
    words: Callable[[Row], Sequence[Piece]]
    moved: Sequence[MovedSentence]
    formatting: Mapping[int, Sequence[FormatChange]]

    def at(self, number: int, row: Row) -> At:
        """Return a row's number with where it stands now or, if it was cut, stood."""
        side, leaves = (1, row.new) if row.new else (0, row.old)
        return At(number, self.where[side][leaves[0]] if self.where[side] else ANYWHERE)

    def words_of(self, side: int, stretch: Stretch) -> str:
        """Return the text of a stretch of the older (0) or the newer draft (1)."""
        return self.texts[side][stretch.leaf][stretch.start : stretch.end]


def differences_of(material: Material) -> Iterator[Difference]:
    """Yield the changes in the order of the rows, and within a row in that of its text; blank paragraphs are none."""
    old, new = material.texts
    left, arrived = _by_leaf(move.old for move in material.moved), _by_leaf(move.new for move in material.moved)
    sources = {move.new: move.old for move in material.moved}
    tables = TableDifferences(material.rows, material.where, material.texts)
    for number, row in enumerate(material.rows):
        at = material.at(number, row)
        if row.kind is not RowKind.SAME:
            cut, put = RowSide(row.old, old, left), RowSide(row.new, new, arrived)
            yield from tables.of(at, row) if tables.has(row) else _whole(at, row, cut, put)
            yield from _inside(material, at, row, (cut, put))
            for here in put.moved:
                before, after = material.words_of(0, sources[here]), material.words_of(1, here)
                yield at.difference(DifferenceKind.MOVED_SENTENCE, before, after)
        for change in material.formatting.get(number, ()):
            text = material.words_of(1, Stretch(change.leaf, change.start, change.end))
            yield at.difference(DifferenceKind.FORMATTING, change.old, f"{change.new}: {text}")


def _inside(material: Material, at: At, row: Row, sides: tuple[RowSide, RowSide]) -> Iterator[Difference]:
    if row.old and row.new:
        for hunk in hunks(material.words(row)):
            yield from differences_in(at, hunk, *sides)


_WHOLE = {
    RowKind.INSERTED: DifferenceKind.NEW_PARAGRAPH,
    RowKind.DELETED: DifferenceKind.CUT_PARAGRAPH,
    RowKind.MOVED: DifferenceKind.MOVED_PARAGRAPH,
    RowKind.SPLIT: DifferenceKind.SPLIT,
    RowKind.MERGED: DifferenceKind.MERGED,
}


def _whole(at: At, row: Row, cut: RowSide, put: RowSide) -> Iterator[Difference]:
    """Yield what is said of the row itself, unless a new or cut paragraph is nothing but sentences that moved."""
    if row.kind not in _WHOLE or not (cut.text + put.text).strip():
        return
    alone = cut if row.kind is RowKind.DELETED else put
    if (row.old and row.new) or alone.left(0, len(alone.text)):
        yield at.difference(_WHOLE[row.kind], cut.text, put.text)


def _by_leaf(stretches: Iterable[Stretch]) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        found.setdefault(stretch.leaf, []).append(stretch)
    return found
