"""Which rows of two drafts' tables face each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from carfacilitator.document.blocks import Block, BlockKind, Document
from carfacilitator.document.rows import Row

Cells = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table on both sides; no cells where a side has no such row."""

    old: Cells
    new: Cells


class Grid:
    """The outermost tables of a draft: which table and row a leaf stands in, and which leaves a row's cells hold."""

    def __init__(self, document: Document) -> None:
        self.rows: list[list[Cells]] = []
        self._where: dict[int, tuple[int, int]] = {}
        self._next = 0
        self._walk(document.blocks)

    def table(self, leaf: int) -> int | None:
        """Return the number of the table that a leaf stands in, None outside tables."""
        where = self._where.get(leaf)
        return where[0] if where else None

    def row(self, leaf: int) -> int:
        """Return the row of its table that a leaf of a table stands in."""
        return self._where[leaf][1]

    def _walk(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if block.kind is BlockKind.TABLE:
                self._take(block)
            elif block.blocks:
                self._walk(block.blocks)
            else:
                self._next += 1

    def _take(self, table: Block) -> None:
        lines: list[Cells] = []
        for row in table.rows:
            cells = tuple(tuple(self._leaves(cell)) for cell in row)
            self._where.update({leaf: (len(self.rows), len(lines)) for cell in cells for leaf in cell})
            lines.append(cells)
        self.rows.append(lines)

    def _leaves(self, blocks: Iterable[Block]) -> Iterator[int]:
        """Yield the leaves in a cell; a table inside it is read as its paragraphs."""
        for block in blocks:
            inner = [part for row in block.rows for cell in row for part in cell] or block.blocks
            if inner or block.kind is BlockKind.TABLE:
                yield from self._leaves(inner)
            else:
                yield self._next
                self._next += 1


@dataclass(frozen=True)
class TableRows:
    """All tables of two drafts, each once, with the rows of both sides facing each other."""

    lines: tuple[tuple[TableRow, ...], ...]
    compared: bool
    _by_old: dict[int, int]
    _by_new: dict[int, int]

    def of(self, old: Iterable[int | None], new: Iterable[int | None]) -> tuple[int, ...]:
        """Return the numbers (here) of the tables that these tables of the drafts belong to, each once."""
        found = [self._by_old[table] for table in old if table is not None]
        found += [self._by_new[table] for table in new if table is not None]
        return tuple(dict.fromkeys(found))


def table_rows(rows: Sequence[Row], older: Grid, newer: Grid) -> TableRows:
    """Pair the tables that share most cells, then their rows likewise, without crossing."""
    partner = _partners(rows, older, newer)
    by_old: dict[int, int] = {}
    by_new: dict[int, int] = {}
    lines: list[tuple[TableRow, ...]] = []
    for new, new_rows in enumerate(newer.rows):
        old = partner.get(new)
        by_new[new] = len(lines)
        if old is not None:
            by_old[old] = len(lines)
        pairs = {} if old is None else _row_pairs(rows, _rows_of(older, old), _rows_of(newer, new))
        lines.append(tuple(_facing([] if old is None else older.rows[old], new_rows, pairs)))
    for old, old_rows in enumerate(older.rows):
        if old not in by_old:
            by_old[old] = len(lines)
            lines.append(tuple(TableRow(cells, ()) for cells in old_rows))
    return TableRows(tuple(lines), bool(older.rows) or any(row.old for row in rows), by_old, by_new)


def _partners(rows: Sequence[Row], older: Grid, newer: Grid) -> dict[int, int]:
    """Return, for tables of the newer draft, the table of the older one with which they share most cells."""
    shared: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for new in {newer.table(leaf) for leaf in row.new} - {None}:
            for old in {older.table(leaf) for leaf in row.old} - {None}:
                shared[old or 0, new or 0] += 1
    partner: dict[int, int] = {}
    for (old, new), _ in shared.most_common():
        if new not in partner and old not in partner.values():
            partner[new] = old
    return partner


def _rows_of(grid: Grid, table: int) -> dict[int, int]:
    return {leaf: n for n, cells in enumerate(grid.rows[table]) for cell in cells for leaf in cell}


def _row_pairs(rows: Sequence[Row], old_rows: dict[int, int], new_rows: dict[int, int]) -> dict[int, int]:
    """Return, for rows of the newer table, the row of the older one with which they share most cells; none cross."""
    shared = Counter(
        (old, new)
        for row in rows
        for new in {new_rows[leaf] for leaf in row.new if leaf in new_rows}
        for old in {old_rows[leaf] for leaf in row.old if leaf in old_rows}
    )
    pairs: dict[int, int] = {}
    for (old, new), _ in shared.most_common():
        if all((old < o and new < n) or (old > o and new > n) for n, o in pairs.items()):
            pairs[new] = old
    return pairs


def _facing(old_rows: Sequence[Cells], new_rows: Sequence[Cells], pairs: dict[int, int]) -> Iterator[TableRow]:
    done = 0
    for new, cells in enumerate(new_rows):
        old = pairs.get(new)
        if old is None:
            yield TableRow((), cells)
            continue
        yield from (TableRow(gone, ()) for gone in old_rows[done:old])
        yield TableRow(old_rows[old], cells)
        done = old + 1
    yield from (TableRow(gone, ()) for gone in old_rows[done:])


def shares(lengths: Sequence[Sequence[int]], least: int = 6, most: int = 48) -> list[float]:
    """Return what part of the width each column takes, from the lengths of the texts in each row's cells."""
    width = max((len(row) for row in lengths), default=0)
    weights = [float(least)] * width
    for row in lengths:
        if len(row) == width:  # rows with joined cells say nothing about single columns
            weights = [max(weight, min(length, most)) for weight, length in zip(weights, row, strict=True)]
    return [weight / sum(weights) for weight in weights]
