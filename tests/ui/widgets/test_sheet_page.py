from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_model import SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import SheetPage, columns
from carfacilitator.ui.widgets.sheet_rows import Look, Shape
from tests.ui.widgets.review_demo import drafts, place


def page(mode: ViewMode = ViewMode.SIDE, width: float = 760) -> SheetPage:
    return SheetPage(SheetModel(drafts(), Way(mode)), width)


def test_two_sheets_stand_side_by_side_or_one_alone_and_not_too_broad() -> None:
    old, new = columns(ViewMode.SIDE, 760)
    assert old.right < new.left
    assert abs(old.text_width - new.text_width) < 12
    (alone,) = columns(ViewMode.CLEAN, 1200)
    assert alone.right - alone.left < 800
    assert alone.left > 0


def test_rows_of_both_sheets_begin_at_the_same_height(qtbot: QtBot) -> None:
    del qtbot
    made = page()
    index = made.model.strip_of(Side.NEW, place("Most said").first)
    assert index is not None
    laid = made.strip(index)
    assert {cell.parts[0].y for cell in laid.cells} == {0}
    assert laid.height == max(cell.area.height() for cell in laid.cells)


def test_a_tables_cells_are_as_wide_on_both_sheets_and_as_high_as_their_row() -> None:
    made = page()
    index = next(n for n, strip in enumerate(made.model.strips) if strip.shape is Shape.TABLE)
    laid = made.strip(index)
    heights = {cell.area.height() for cell in laid.cells}
    assert heights == {laid.height}
    old, new = ([cell.area.width() for cell in laid.cells if cell.column == n] for n in (0, 1))
    assert all(abs(one - other) < 8 for one, other in zip(old, new, strict=True))


def test_a_guess_is_near_the_truth_and_a_bare_measure_is_the_truth() -> None:
    made, bare = page(), page()
    for index, guess in enumerate(made.estimates()):
        room = made.strip(index).room
        assert guess < room * 3 + 40
        assert bare.room(index) == room


def test_what_is_forgotten_is_laid_out_alike_again() -> None:
    made = page()
    before = made.strip(3).room
    made.keep_only({1})
    assert made.strip(3).room == before


def test_the_nearest_words_to_a_point_are_found_on_either_sheet() -> None:
    made = page()
    index = made.model.strip_of(Side.NEW, place("Most said").first)
    assert index is not None
    for column, side in zip(made.columns, (Side.OLD, Side.NEW), strict=True):
        found = made.nearest(index, QPointF(column.text_left + 1, 4))
        assert found is not None
        assert (found[0].side, found[1]) == (side, 0)


def test_a_fold_holds_no_words_to_point_at() -> None:
    made = page()
    fold = next(n for n, strip in enumerate(made.model.strips) if strip.shape is Shape.FOLD)
    assert made.nearest(fold, QPointF(40, 4)) is None


def test_a_moved_paragraph_leaves_room_for_its_tag() -> None:
    made = page()
    index = next(n for n, strip in enumerate(made.model.strips) if strip.look is Look.MOVED_HERE)
    (cell,) = made.strip(index).cells
    assert cell.tag
    assert cell.parts[0].y > 10
    assert made.strip(index).part(Side.NEW, cell.parts[0].leaf) is cell.parts[0]
