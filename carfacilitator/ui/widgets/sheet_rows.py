"""Two drafts as strips across two sheets: paragraphs that face each other, rows of tables, and what stands alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from carfacilitator.document.blocks import Document, Leaf, Story
from carfacilitator.document.rows import Row, RowKind
from carfacilitator.document.sections import OUTSIDE_BODY
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_tables import Grid, TableRow, table_rows

Cells = tuple[tuple[int, ...], ...]


class Shape(StrEnum):
    """How a strip is drawn."""

    TEXT = "text"
    TABLE = "table"  # one row of a table
    STORY = "story"  # the small heading above footnotes and the like
    FOLD = "fold"  # stands for strips that are not shown
    LOST = "lost"  # says that a comment's words were cut here


class Look(StrEnum):
    """What became of a strip between the drafts."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    CUT = "cut"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"
    SPLIT = "split"
    MERGED = "merged"


LOOKS = {
    RowKind.SAME: Look.SAME,
    RowKind.CHANGED: Look.CHANGED,
    RowKind.INSERTED: Look.NEW,
    RowKind.DELETED: Look.CUT,
    RowKind.MOVED: Look.MOVED_HERE,
    RowKind.SPLIT: Look.SPLIT,
    RowKind.MERGED: Look.MERGED,
}


@dataclass(frozen=True, slots=True)
class LostHere:
    """A comment whose words were cut at a leaf of the newer draft; `quote` are those words."""

    id: str
    leaf: int
    letter: str
    quote: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands at one height: cells of leaves of the older and of the newer draft; text has one cell a side.

    `rows` are the comparison's rows that are told in it. A fold keeps the strips that it stands for in `hidden`.
    """

    shape: Shape
    look: Look = Look.SAME
    rows: tuple[int, ...] = ()
    old: Cells = ()
    new: Cells = ()
    words: str = ""
    hidden: tuple["Strip", ...] = ()
    table: int = -1  # strips of one table have the same number
    lost: LostHere | None = None

    def leaves(self) -> Iterator[tuple[bool, int]]:
        """Yield (newer?, leaf) of everything that stands in it."""
        yield from ((False, leaf) for cell in self.old for leaf in cell)
        yield from ((True, leaf) for cell in self.new for leaf in cell)


def rows_of_one(new: Document) -> tuple[Row, ...]:
    """Return the rows of a draft that is read alone."""
    return tuple(Row(RowKind.SAME, (), (leaf,)) for leaf in range(len(new.leaves())))


def strips(
    old: Document | None, new: Document, rows: Sequence[Row], texts: Mapping[Side, Sequence[str]] | None = None
) -> tuple[Strip, ...]:
    """Return the strips of two drafts, every leaf with text in exactly one place of its side.

    `texts` are those of the leaves where they are known already.
    """
    older, newer = old.leaves() if old else (), new.leaves()
    grids = Grid(old) if old else Grid(Document()), Grid(new)
    laid = _Laying(rows, *grids)
    found = (strip for index, look in _in_reading_order(rows) for strip in laid.strips(index, look))
    texts = texts or {Side.OLD: old.texts() if old else (), Side.NEW: new.texts()}
    full = (strip for strip in found if _has_text(strip, texts[Side.OLD], texts[Side.NEW]))
    return tuple(_with_stories(full, older, newer))


def _in_reading_order(rows: Sequence[Row]) -> Iterator[tuple[int, Look]]:
    """Yield every row where it stands, and moved ones a second time where they stood before."""
    away = sorted((row.old[0], index) for index, row in enumerate(rows) if row.kind is RowKind.MOVED and row.old)
    for index, row in enumerate(rows):
        if row.kind is not RowKind.MOVED and row.old:
            while away and away[0][0] < row.old[0]:
                yield away.pop(0)[1], Look.MOVED_AWAY
        yield index, LOOKS[row.kind]
    yield from ((index, Look.MOVED_AWAY) for _, index in away)


class _Laying:
    """Turns rows into strips, a table as a whole where its first cell comes."""

    def __init__(self, rows: Sequence[Row], older: Grid, newer: Grid) -> None:
        self._rows, self._older, self._newer = rows, older, newer
        self._tables = table_rows(rows, older, newer)
        self._drawn: set[int] = set()

    @cached_property
    def _told(self) -> dict[tuple[bool, int], int]:
        told = {(False, leaf): n for n, row in enumerate(self._rows) for leaf in row.old}
        return told | {(True, leaf): n for n, row in enumerate(self._rows) for leaf in row.new}

    def strips(self, index: int, look: Look) -> Iterator[Strip]:
        row = self._rows[index]
        old = () if look is Look.MOVED_HERE else row.old
        new = () if look is Look.MOVED_AWAY else row.new
        for table in self._tables.of(map(self._older.table, old), map(self._newer.table, new)):
            if table not in self._drawn:
                self._drawn.add(table)
                yield from (self._table_strip(line, table) for line in self._tables.lines[table])
        old = tuple(leaf for leaf in old if self._older.table(leaf) is None)
        new = tuple(leaf for leaf in new if self._newer.table(leaf) is None)
        if old or new:
            yield Strip(Shape.TEXT, look, (index,), (old,) if old else (), (new,) if new else ())

    def _table_strip(self, line: TableRow, table: int) -> Strip:
        strip = Strip(Shape.TABLE, Look.SAME, (), line.old, line.new, table=table)
        told = tuple(dict.fromkeys(self._told[key] for key in strip.leaves() if key in self._told))
        kinds = {self._rows[index].kind for index in told}
        if not line.old and self._tables.compared:
            look = Look.NEW
        elif not line.new:
            look = Look.CUT
        else:
            look = Look.SAME if kinds <= {RowKind.SAME} else Look.CHANGED
        return replace(strip, look=look, rows=told)


def _has_text(strip: Strip, older: Sequence[str], newer: Sequence[str]) -> bool:
    if strip.shape is Shape.TABLE:
        return True
    return any((newer if is_new else older)[leaf] for is_new, leaf in strip.leaves())


def _with_stories(found: Iterable[Strip], older: Sequence[Leaf], newer: Sequence[Leaf]) -> Iterator[Strip]:
    current = Story.BODY
    for strip in found:
        story = next((newer if is_new else older)[leaf].block.story for is_new, leaf in strip.leaves())
        if story is not current and story in OUTSIDE_BODY:
            yield Strip(Shape.STORY, words=OUTSIDE_BODY[story])
        current = current if story is Story.TEXT_BOX else story  # a box stands in the midst of another story
        yield strip
