"""Tables as rows of cells of leaves, and which tables, rows and cells of two drafts belong together."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from carfacilitator.document.chains import Pair, heaviest_chain
from carfacilitator.document.rows import Match

Cell = list[int]  # indexes of leaves
Table = list[list[Cell]]
Part = TypeVar("Part", Table, list[Cell], Cell)
Placed = tuple[tuple[int, int, int], int]  # a leaf's table, row and cell, and its index

_MANY = 10_000  # pairs of parts between two others that are compared


def tables_of(placed: Sequence[Placed]) -> list[Table]:
    """Return the tables that leaves stand in, which come in reading order; one that is nested is one of its own."""
    tables = (list(table) for _, table in groupby(sorted(placed), lambda leaf: leaf[0][0]))
    return [[_cells(list(row)) for _, row in groupby(table, lambda leaf: leaf[0][1])] for table in tables]


def _cells(row: Sequence[Placed]) -> list[Cell]:
    return [[index for _, index in cell] for _, cell in groupby(row, lambda leaf: leaf[0][2])]


def text_of(part: Part, texts: Sequence[str]) -> str:
    """Return the words of a table, a row or a cell."""
    return "\n".join(texts[index] for index in _indexes(part))


def _indexes(part: Sequence[object]) -> Iterator[int]:
    for item in part:
        if isinstance(item, int):
            yield item
        elif isinstance(item, list):
            yield from _indexes(item)


def on_one_side(leaves: tuple[int, ...], in_tables: set[int], texts: Sequence[str]) -> tuple[int, ...]:
    """Return paragraphs, of which some may stand before a table and some behind it, on the side with the most text."""
    if len(leaves) == 1 or not in_tables:
        return leaves
    sides = [[leaves[0]]]
    for before, leaf in pairwise(leaves):
        if in_tables.isdisjoint(range(before + 1, leaf)) or before in in_tables:
            sides[-1].append(leaf)
        else:
            sides.append([leaf])
    return tuple(max(sides, key=lambda side: sum(len(texts[leaf]) for leaf in side)))


def one_to_one(old: Sequence[str], new: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    """Return one partner for each table, row or cell, given their texts and how these align.

    What found none, but begins with the same words in the same order (a question, whatever the answer is now), is
    paired by them.
    """
    found = [Match((_longest(match.old, old),), (_longest(match.new, new),), match.move) for match in matches]
    used_old, used_new = {match.old[0] for match in found}, {match.new[0] for match in found}
    stayed = sorted((match.old[0], match.new[0]) for match in found if match.move is None)
    for before, after in pairwise([(-1, -1), *stayed, (len(old), len(new))]):
        olds = [i for i in range(before[0] + 1, after[0]) if i not in used_old]
        news = [j for j in range(before[1] + 1, after[1]) if j not in used_new]
        if len(olds) * len(news) <= _MANY:
            begun = (Pair(i, j, 1) for i in olds for j in news if _begin_alike(old[i], new[j]))
            found += [Match((pair.old,), (pair.new,)) for pair in heaviest_chain(begun)]
    return found


def _longest(numbers: tuple[int, ...], texts: Sequence[str]) -> int:
    return max(numbers, key=lambda number: len(texts[number]))


def _begin_alike(old: str, new: str) -> bool:
    first = old.strip().partition("\n")[0].strip()
    return first != "" and first == new.strip().partition("\n")[0].strip()
