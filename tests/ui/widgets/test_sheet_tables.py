import pytest

from carfacilitator.document.blocks import Block, BlockKind, Document, Span
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.sheet_tables import Grid, shares, table_rows
from tests.ui.widgets.review_demo import paragraph, table

BEFORE = Document((paragraph("intro"), table(("place", "count"), ("Oban", "14"), ("Kilmorran", "19"))))
AFTER = Document((paragraph("intro"), table(("place", "count"), ("Dunoon", "3"), ("Oban", "14"), ("Kilmorran", "22"))))


def test_rows_that_share_most_cells_face_each_other() -> None:
    found = table_rows(compare(BEFORE, AFTER).rows, Grid(BEFORE), Grid(AFTER))
    facing = [(bool(row.old), bool(row.new)) for row in found.lines[0]]
    assert facing == [(True, True), (False, True), (True, True), (True, True)]
    assert found.lines[0][2].old == ((3,), (4,))
    assert found.lines[0][2].new == ((5,), (6,))


def test_a_table_that_was_cut_stands_alone() -> None:
    rows = compare(BEFORE, Document((paragraph("intro"),))).rows
    found = table_rows(rows, Grid(BEFORE), Grid(Document((paragraph("intro"),))))
    assert len(found.lines[0]) == 3
    assert not any(row.new for row in found.lines[0])


def test_a_table_inside_a_cell_is_read_as_paragraphs_of_that_cell() -> None:
    inner = table(("a", "b"))
    outer = Block("t", BlockKind.TABLE, rows=(((inner, paragraph("c")), (paragraph("d"),)),))
    grid = Grid(Document((outer, paragraph("after"))))
    assert grid.rows == [[((0, 1, 2), (3,))]]
    assert grid.table(4) is None
    assert grid.row(2) == 0


def test_columns_share_the_width_by_their_longest_texts_within_bounds() -> None:
    assert shares([[40, 5], [10, 8]]) == pytest.approx([40 / 48, 8 / 48])
    assert shares([[400, 0]]) == pytest.approx([48 / 54, 6 / 54])
    assert shares([[3]]) == [1.0]
    assert shares([]) == []


def test_a_row_of_joined_cells_says_nothing_about_columns() -> None:
    assert shares([[10, 10], [90]]) == pytest.approx([0.5, 0.5])


def test_leaves_are_counted_as_the_document_counts_them() -> None:
    document = Document((table(("a", "b")), Block("n", BlockKind.NOTE, blocks=(Block("x", spans=(Span("y"),)),))))
    assert [grid is not None for grid in map(Grid(document).table, range(3))] == [True, True, False]
