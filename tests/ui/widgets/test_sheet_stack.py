from itertools import pairwise

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_model import Drafts, SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import SheetPage
from carfacilitator.ui.widgets.sheet_rows import Look
from carfacilitator.ui.widgets.sheet_stack import SheetStack
from tests.ui.widgets.review_demo import drafts, paragraph, place


def stack() -> SheetStack:
    return SheetStack(SheetPage(SheetModel(drafts(), Way()), 760))


def long_stack() -> SheetStack:
    new = Document(tuple(paragraph(f"Paragraph {n} of a long draft, which says little. " * 3) for n in range(400)))
    old = Document(tuple(paragraph(f"Paragraph {n} of a long draft, that says little. " * 3) for n in range(400)))
    return SheetStack(SheetPage(SheetModel(Drafts(new, old, compare(old, new)), Way()), 760))


def test_only_what_is_in_sight_is_laid_out(qtbot: QtBot) -> None:
    del qtbot
    made = long_stack()
    seen = made.seen(0, 600)
    assert 2 < len(seen) < 30
    assert not made.shelf.is_measured(200)
    assert all(upper.y < lower.y for upper, lower in pairwise(seen))


def test_a_strip_is_reached_with_all_before_it_measured() -> None:
    made = long_stack()
    goal = made.reach(300, 200)
    assert abs(made.shelf.top(300) - goal - 200) < 1
    assert made.reach(0, 200) == 0


def test_measuring_what_is_above_tells_by_how_much_all_moves() -> None:
    made = long_stack()
    top = made.shelf.top(300)
    while (moved := made.measure_next(top)) is not None:
        top += moved
    assert abs(made.shelf.top(300) - top) < 1
    assert made.shelf.next_unmeasured() is None


def test_a_point_finds_its_words_and_a_caret_its_point() -> None:
    made = stack()
    anchor = place("Most said")
    caret = made.caret(anchor.first, anchor.start)
    assert caret is not None
    found = made.at(caret.center() + QPointF(1, 0))
    assert found is not None
    assert found[1] is not None
    part, offset = found[1]
    assert (part.side, part.leaf, offset) == (Side.NEW, anchor.first, anchor.start)


def test_what_is_folded_has_no_caret_but_a_height() -> None:
    made = stack()
    assert made.caret(6, 0) is None
    assert made.height_of(6) is not None


def test_an_empty_draft_has_nothing_at_any_point() -> None:
    made = SheetStack(SheetPage(SheetModel(Drafts.empty(), Way()), 300))
    assert made.at(QPointF(5, 5)) is None
    assert made.seen(0, 100) == []
    assert made.ticks() == []


def test_ticks_cover_the_changes_in_their_order() -> None:
    ticks = stack().ticks()
    assert {tick.look for tick in ticks} >= {Look.NEW, Look.CUT, Look.MOVED_AWAY, Look.MOVED_HERE, Look.SPLIT}
    assert all(0 <= tick.start < tick.end <= 1 for tick in ticks)
