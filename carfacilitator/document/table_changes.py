"""Tables, rows and cells that are new, cut or moved as a whole, so that each counts as one change."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from carfacilitator.document.difference_kinds import At, Difference, DifferenceKind
from carfacilitator.document.rows import Row, RowKind
from carfacilitator.document.whereabouts import Whereabouts

_Unit = tuple[object, ...]  # a story's table; or a row of it; or a cell of that
_Fate = tuple[RowKind, int | None]  # what became of a paragraph, and with which others it moved

_KINDS = {
    RowKind.INSERTED: (DifferenceKind.NEW_TABLE, DifferenceKind.NEW_TABLE_ROW, DifferenceKind.NEW_CELL),
    RowKind.DELETED: (DifferenceKind.CUT_TABLE, DifferenceKind.CUT_TABLE_ROW, DifferenceKind.CUT_CELL),
    RowKind.MOVED: (DifferenceKind.MOVED_TABLE, DifferenceKind.MOVED_TABLE_ROW),
}
_BETWEEN_CELLS = " · "
_Pair = tuple[Sequence[str], Sequence[str]]


class TableDifferences:
    """What became of the tables of two drafts as a whole, or of their rows and cells, each told once."""

    def __init__(
        self, rows: Sequence[Row], where: tuple[Sequence[Whereabouts], Sequence[Whereabouts]], texts: _Pair
    ) -> None:
        self._sides = tuple(_Side(rows, side, where[side], texts[side]) for side in (0, 1))
        self._told: set[tuple[int, _Unit]] = set()

    def has(self, row: Row) -> bool:
        """Tell whether a row is told of as part of a table."""
        return self._unit(row) is not None

    def of(self, at: At, row: Row) -> Iterator[Difference]:
        """Yield the change of the table, table row or cell that shares the fate of a row, if this row is its first."""
        side, unit = _side(row), self._unit(row)
        if unit and (side, unit) not in self._told:
            self._told.add((side, unit))
            text = self._sides[side].text(unit)
            kind = _KINDS[row.kind][len(unit) - 2]
            yield at.difference(kind, "" if row.kind is RowKind.INSERTED else text, text if side else "")

    def _unit(self, row: Row) -> _Unit | None:
        """Return the widest part of a table of which everything became what became of a row."""
        if row.kind not in _KINDS:
            return None
        side = self._sides[_side(row)]
        units = side.units(row.new[0] if row.new else row.old[0])[: len(_KINDS[row.kind])]
        return next((unit for unit in units if side.fates[unit] == {(row.kind, row.move)}), None)


def _side(row: Row) -> int:
    return 1 if row.new else 0


class _Side:
    """The tables of one draft: what became of every paragraph in them."""

    def __init__(self, rows: Sequence[Row], side: int, where: Sequence[Whereabouts], texts: Sequence[str]) -> None:
        self.fates: defaultdict[_Unit, set[_Fate]] = defaultdict(set)
        self._texts: defaultdict[_Unit, list[tuple[int, str]]] = defaultdict(list)
        self._where = where
        for row in rows if any(place.path for place in where) else ():
            for leaf in (row.old, row.new)[side]:
                for unit in self.units(leaf) if texts[leaf].strip() else ():
                    self.fates[unit].add((row.kind, row.move))
                    self._texts[unit].append((leaf, texts[leaf]))

    def units(self, leaf: int) -> list[_Unit]:
        """Return the table, the row of it and the cell that a leaf stands in; nothing if it is in none."""
        if not self._where or not (path := self._where[leaf].path):
            return []
        return [(self._where[leaf].story, *path[:depth]) for depth in (1, 2, 3)]

    def text(self, unit: _Unit) -> str:
        """Return the words of a table, a row or a cell."""
        return _BETWEEN_CELLS.join(text for _, text in sorted(self._texts[unit]))
