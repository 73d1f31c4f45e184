"""What the next draft will read otherwise: each paragraph that changes, with its marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.rows import Piece, Row, RowKind
from carfacilitator.document.sections import places
from carfacilitator.ui.widgets.sheet_runs import JOINT, Mark, Run

_MARKS = {"-": Mark.CUT, "+": Mark.NEW}
_MOST = 60  # paragraphs shown; more would take long to draw, and nobody reads so many here


@dataclass(frozen=True)
class ChangedParagraph:
    """A paragraph as it will read, with what is cut and new in it, and where it stands."""

    place: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Changed:
    """The first paragraphs that change, and how many there are in all."""

    paragraphs: tuple[ChangedParagraph, ...]
    count: int


def changed(old: Document, new: Document) -> Changed:
    """Return what a draft will read otherwise than the one before."""
    comparison = compare(old, new)
    rows = [row for row in comparison.rows if _reads_otherwise(comparison, row)]
    told = {"old": places(old), "new": places(new)}
    paragraphs = (
        ChangedParagraph((told["new"][row.new[0]] if row.new else told["old"][row.old[0]]).words, runs)
        for row in rows[:_MOST]
        if (runs := tuple(_runs(comparison, row)))
    )
    return Changed(tuple(paragraphs), len(rows))


def _reads_otherwise(comparison: Comparison, row: Row) -> bool:
    if row.kind is RowKind.SAME:
        return False
    return any(piece.op != "=" and piece.text.strip() for piece in comparison.words(row)) or row.move is not None


def _runs(comparison: Comparison, row: Row) -> Iterator[Run]:
    offset = 0
    for piece in comparison.words(row):
        mark = _mark(piece, row)
        text = piece.text.replace("\n", JOINT) if mark is Mark.CUT else piece.after
        if text:
            yield Run(text, None if mark is Mark.CUT else offset, mark)
            offset += 0 if mark is Mark.CUT else len(text)


def _mark(piece: Piece, row: Row) -> Mark:
    plain = Mark.MOVED if row.move is not None else Mark.PLAIN
    return _MARKS.get(piece.op, plain)
