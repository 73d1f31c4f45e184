"""What a change between two drafts can be, and what is told of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from carfacilitator.document.whereabouts import ANYWHERE, Whereabouts


class DifferenceKind(StrEnum):
    """What a change is, in the order in which a summary tells them."""

    WORDING = "wording"
    NEW_SENTENCE = "new sentence"
    CUT_SENTENCE = "cut sentence"
    MOVED_SENTENCE = "moved sentence"
    NEW_PARAGRAPH = "new paragraph"
    CUT_PARAGRAPH = "cut paragraph"
    MOVED_PARAGRAPH = "moved paragraph"
    SPLIT = "split"
    MERGED = "merged"
    NEW_TABLE = "new table"
    CUT_TABLE = "cut table"
    MOVED_TABLE = "moved table"
    NEW_TABLE_ROW = "new table row"
    CUT_TABLE_ROW = "cut table row"
    MOVED_TABLE_ROW = "moved table row"
    NEW_CELL = "new cell"
    CUT_CELL = "cut cell"
    SPACING = "spacing"
    FORMATTING = "formatting"


_WITHOUT_LOSS = frozenset(
    {
        DifferenceKind.MOVED_SENTENCE,
        DifferenceKind.MOVED_PARAGRAPH,
        DifferenceKind.MOVED_TABLE,
        DifferenceKind.MOVED_TABLE_ROW,
        DifferenceKind.SPLIT,
        DifferenceKind.MERGED,
        DifferenceKind.FORMATTING,
    },
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: in which row (its number), what stood there and what stands there now, and where that is.

    `pieces` is the first and one past the last of the row's pieces that show it; None where it is the whole row. A
    table, a table row or a cell is told of in the first of its rows. Of formatting, `old` and `new` say how the text
    looked and looks.
    """

    kind: DifferenceKind
    row: int
    old: str
    new: str
    pieces: tuple[int, int] | None = None
    where: Whereabouts = ANYWHERE

    @property
    def size(self) -> int:
        """Return how many words were cut and put in; of what only moved, parted or looks different, how many it has."""
        cut = 0 if self.kind in _WITHOUT_LOSS else len(self.old.split())
        return cut + len(self.new.split())


class At(NamedTuple):
    """The row that is told of, by its number, and where it stands."""

    row: int
    where: Whereabouts

    def difference(self, kind: DifferenceKind, old: str, new: str, pieces: tuple[int, int] | None = None) -> Difference:
        """Return a change here."""
        return Difference(kind, self.row, old, new, pieces, self.where)
