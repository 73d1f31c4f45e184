"""What changed between two drafts, on paper: the sum of it, then the newer text with every change marked and named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from carfacilitator.document.blocks import OBJECT, Block, BlockKind, Document, Story
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.difference_kinds import Difference
from carfacilitator.document.rows import Row
from carfacilitator.handouts.agenda import spoken_day
from carfacilitator.handouts.pages import Sheet, template, wording

_DEEPEST = 3  # level of heading that is told from the others on paper; the title of the sheet is the first
_MOST_TERMS = 12  # words replaced in several places that are told together


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Two drafts of one text, and how they are called here."""

    title: str
    old_name: str
    new_name: str
    old: Document
    new: Document
    comparison: Comparison
    day: date
    facilitator: str = ""


def sheet(changes: Changes) -> Sheet:
    """Return the sheet of changes: as many pages as the newer text needs."""
    form = template("changes")
    words = wording(form)
    return Sheet(
        form,
        {
            "words": words,
            "title": changes.title,
            "old": changes.old_name,
            "new": changes.new_name,
            "day": spoken_day(changes.day),
            "facilitator": changes.facilitator,
            "sentence": changes.comparison.summary.sentence,
            "terms": [
                {"old": term.old, "new": term.new, "count": term.count}
                for term in changes.comparison.replacements[:_MOST_TERMS]
            ],
            "rows": list(_rows(changes, words["object"])),
        },
    )


def _rows(changes: Changes, said_of_object: str) -> Iterator[dict[str, object]]:
    """Yield what is printed side by side: a paragraph or a row of a table, and its changes; the blank are left out."""
    beside: dict[int, list[dict[str, object]]] = {}
    for number, difference in enumerate(changes.comparison.differences, 1):
        beside.setdefault(difference.row, []).append(_noted(number, difference))
    story, level = Story.BODY, 1
    for key, group in groupby(_lines(changes, said_of_object), key=lambda line: line.row_of_table or line.number):
        lines = list(group)
        block = lines[0].block
        level = _level(block, level)
        yield {
            "story": "" if block.story is story else str(block.story),
            "level": level if block.kind is BlockKind.HEADING else 0,
            "moved": any(line.row.move is not None for line in lines),
            "cells": _cells(lines) if isinstance(key, tuple) else [],
            "label": block.label,
            "pieces": lines[0].pieces,
            "beside": [noted for line in lines for noted in beside.get(line.number, ())],
        }
        story = block.story


@dataclass(frozen=True)
class _Line:
    """One row of the comparison: its number, what it shows, and the row of a table that it is in, with the cell."""

    number: int
    row: Row
    block: Block
    pieces: list[list[str]]
    row_of_table: tuple[str, int, int] | None
    cell: int


def _lines(changes: Changes, said_of_object: str) -> Iterator[_Line]:
    sides = [document.leaves() for document in (changes.old, changes.new)]
    for number, row in enumerate(changes.comparison.rows):
        leaf = sides[1][row.new[0]] if row.new else sides[0][row.old[0]]
        words = changes.comparison.words(row)
        pieces = [[piece.op, piece.text.replace(OBJECT, said_of_object)] for piece in words if piece.text]
        path = leaf.path
        if path is not None or "".join(text for _, text in pieces).strip():
            where = ("new" if row.new else "old", *path[:2]) if path else None
            yield _Line(number, row, leaf.block, pieces, where, path[2] if path else 0)


def _cells(lines: Sequence[_Line]) -> list[list[list[str]]]:
    """Return the pieces of each cell; paragraphs of one cell stand on lines of their own."""
    cells: dict[int, list[list[str]]] = {}
    for line in lines:
        cell = cells.setdefault(line.cell, [])
        cell += [["=", "\n"], *line.pieces] if cell else line.pieces
    return list(cells.values())


def _level(block: Block, before: int) -> int:
    """Return how deep a heading stands on paper: under the sheet's own title, and never two steps at once."""
    if block.kind is not BlockKind.HEADING:
        return before
    return min(max(block.level, 1) + 1, before + 1, _DEEPEST)


def _noted(number: int, difference: Difference) -> dict[str, object]:
    return {"number": number, "kind": str(difference.kind), "old": difference.old, "new": difference.new}
