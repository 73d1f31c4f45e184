"""What was set differently between two drafts where the words stayed: marks, styles, levels and kinds of paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from carfacilitator.document.blocks import Block, BlockKind, Leaf, View
from carfacilitator.document.joins import Join
from carfacilitator.document.rows import Piece, Row


class Aspect(StrEnum):
    """What of a text's look changed."""

    MARKS = "marks"  # bold, italic and the like
    STYLE = "style"
    LEVEL = "level"
    KIND = "kind"  # heading, text, bulleted or numbered


@dataclass(frozen=True, slots=True)
class FormatChange:
    """Text of the newer draft that looks different now; `old` and `new` say how, in words; 'plain' without marks."""

    aspect: Aspect
    leaf: int
    start: int
    end: int
    old: str
    new: str


class Sides(NamedTuple):
    """The leaves of two drafts; none where only texts are known."""

    old: Sequence[Leaf]
    new: Sequence[Leaf]


NO_LEAVES = Sides((), ())


def format_changes(row: Row, sides: Sides, pieces: Sequence[Piece]) -> tuple[FormatChange, ...]:
    """Return what was set differently in a row, given its words: whole paragraphs first, then stretches of them."""
    if not (sides.old and row.old and row.new):
        return ()
    return (*_paragraphs(row, sides), *_marks(row, sides, pieces))


def _paragraphs(row: Row, sides: Sides) -> Iterator[FormatChange]:
    before = sides.old[row.old[0]].block
    for leaf in row.new:
        after = sides.new[leaf].block
        told = _told(before, after)
        if told:
            yield FormatChange(told[0], leaf, 0, len(after.text()), *told[1:])


def _told(before: Block, after: Block) -> tuple[Aspect, str, str] | None:
    """Return the most that can be said of how a paragraph is set now: a new kind has a new style as well."""
    if _kind(before) != _kind(after):
        return Aspect.KIND, _kind(before), _kind(after)
    if before.level != after.level:
        return Aspect.LEVEL, f"level {before.level}", f"level {after.level}"
    if before.style != after.style:
        return Aspect.STYLE, before.style, after.style
    return None


def _kind(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "heading"
    if block.kind is not BlockKind.LIST_ITEM:
        return "text"
    return "numbered" if any(letter.isalnum() for letter in block.label) else "bulleted"


class _Run(NamedTuple):
    """A stretch of one side of a row that has the same marks throughout."""

    start: int
    end: int
    marks: str


def _marks(row: Row, sides: Sides, pieces: Sequence[Piece]) -> Iterator[FormatChange]:
    olds, news = list(_runs(row.old, sides.old)), list(_runs(row.new, sides.new))
    if {run.marks for run in olds} == {run.marks for run in news} and len({run.marks for run in olds}) == 1:
        return
    texts = {leaf: sides.new[leaf].block.text() for leaf in row.new}
    join = Join(row.new, [texts.get(leaf, "") for leaf in range(max(row.new) + 1)])
    found = _different(olds, news, pieces)
    for (old, new), stretch in groupby(found, key=lambda change: change[1:]):
        parts = list(stretch)
        for leaf, start, end in join.stretches(parts[0][0].start, parts[-1][0].stop):
            if texts[leaf][start:end].strip():
                yield FormatChange(Aspect.MARKS, leaf, start, end, old, new)


def _runs(leaves: tuple[int, ...], side: Sequence[Leaf]) -> Iterator[_Run]:
    at = 0
    for leaf in leaves:
        for span in side[leaf].block.spans:
            if span.text and span.stands_in(View.FINAL):
                yield _Run(at, at + len(span.text), ", ".join(sorted(span.marks)) or "plain")
                at += len(span.text)
        at += 1  # the line feed between two paragraphs


def _different(olds: list[_Run], news: list[_Run], pieces: Sequence[Piece]) -> Iterator[tuple[range, str, str]]:
    """Yield where kept text of the new side has other marks than it had, and both."""
    old = new = 0
    for piece in pieces:
        if piece.op == "=" and len(piece.before) == len(piece.after):
            yield from _in_kept(_clipped(olds, old, len(piece.text)), _clipped(news, new, len(piece.text)), new)
        old, new = old + len(piece.before), new + len(piece.after)


def _clipped(runs: list[_Run], start: int, size: int) -> list[_Run]:
    """Return what of the runs lies in a stretch, counted from its beginning."""
    inside = (run for run in runs if run.start < start + size and run.end > start)
    return [_Run(max(run.start - start, 0), min(run.end - start, size), run.marks) for run in inside]


def _in_kept(olds: list[_Run], news: list[_Run], at: int) -> Iterator[tuple[range, str, str]]:
    for before in olds:
        for after in news:
            start, end = max(before.start, after.start), min(before.end, after.end)
            if start < end and before.marks != after.marks:
                yield range(at + start, at + end), before.marks, after.marks
