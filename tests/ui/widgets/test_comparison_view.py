import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.sheet_paint import Passage
from carfacilitator.ui.widgets.sheet_rows import Look, Shape
from carfacilitator.ui.widgets.sheet_runs import Mark
from tests.ui.widgets.review_demo import drafts, paragraph, place

LEFT = Qt.MouseButton.LeftButton
MOST = place("Most said")


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.show()
    made.read(drafts())
    made.go_to_leaf(Side.NEW, MOST.first)
    return made


def point(view: ComparisonView, leaf: int, offset: int) -> QPoint:
    caret = view.stack.caret(leaf, offset)
    assert caret is not None
    return QPoint(math.ceil(caret.left()), round(caret.center().y()) - view.scrolled)


def drag(qtbot: QtBot, view: ComparisonView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_a_drag_chooses_words(view: ComparisonView, qtbot: QtBot) -> None:
    start, end = point(view, MOST.first, MOST.start), point(view, MOST.first, MOST.end)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        drag(qtbot, view, start, end)
    assert chosen.args == [MOST]


def test_a_drag_may_cross_paragraphs_and_end_in_a_cell(view: ComparisonView, qtbot: QtBot) -> None:
    cell = place("Tenancies at risk").first
    start = point(view, MOST.first, MOST.start)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        drag(qtbot, view, start, point(view, cell, 9))
    assert chosen.args == [Anchor(MOST.first, MOST.start, cell, 9)]


def test_a_double_click_takes_a_word(view: ComparisonView, qtbot: QtBot) -> None:
    here = point(view, MOST.first, MOST.start + 2)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=here)
    assert chosen.args == [Anchor(MOST.first, MOST.start, MOST.first, MOST.start + 4)]
    qtbot.mouseClick(view.viewport(), LEFT, pos=here)  # a third click soon after takes the paragraph
    assert view.passage() == Anchor(MOST.first, 0, MOST.first, len(view.model.text(Side.NEW, MOST.first)))


def test_a_click_goes_to_the_row_on_either_sheet(view: ComparisonView, qtbot: QtBot) -> None:
    row = view.model.drafts.row_of[Side.NEW, MOST.first]
    here = point(view, MOST.first, 4)
    for x in (here.x(), 40):
        with qtbot.waitSignal(view.row_activated) as told:
            qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(x, here.y()))
        assert told.args == [row]
    assert view.passage() is None


def test_a_click_on_a_letter_or_a_passage_takes_the_comment_up(view: ComparisonView, qtbot: QtBot) -> None:
    view.set_passages([Passage("most", MOST, "A", "analysis")])
    here = point(view, MOST.first, MOST.start + 2)
    letter = view.letters()[0][0].center().toPoint()
    for spot in (here, letter):
        with qtbot.waitSignal(view.passage_activated) as told:
            qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
        assert told.args == ["most"]


def test_a_click_opens_a_fold_and_a_tag_jumps_to_the_other_end(view: ComparisonView, qtbot: QtBot) -> None:
    index = next(n for n, strip in enumerate(view.model.strips) if strip.shape is Shape.FOLD)
    view.go_to_strip(0)
    fold = round(view.stack.shelf.top(index) + 10)
    qtbot.mouseMove(view.viewport(), QPoint(60, fold))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(60, fold))
    assert not any(strip.shape is Shape.FOLD for strip in view.model.strips)
    view.resize(760, 260)
    index = next(n for n, strip in enumerate(view.model.strips) if strip.look is Look.MOVED_AWAY)
    view.go_to_strip(index)
    before = view.scrolled
    tag = QPoint(60, round(view.stack.shelf.top(index) - view.scrolled + 6))
    qtbot.mouseMove(view.viewport(), tag)
    qtbot.mouseClick(view.viewport(), LEFT, pos=tag)
    assert view.scrolled > before


def test_keys_choose_words_and_letters_go_on_to_who_holds_the_view(view: ComparisonView, qtbot: QtBot) -> None:
    view.go_to_passage(MOST)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == [Anchor(MOST.first, MOST.start, MOST.first, MOST.start + 1)]
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert view.passage() is not None


def test_copied_words_are_handed_over_and_not_put_on_the_clipboard(view: ComparisonView, qtbot: QtBot) -> None:
    view.choose(MOST)
    with qtbot.waitSignal(view.copy_wanted) as copied:
        qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert copied.args == ["Most said"]


def test_words_of_the_older_sheet_are_chosen_and_copied(view: ComparisonView, qtbot: QtBot) -> None:
    leaf = next(row.old[0] for row in view.model.drafts.rows if MOST.first in row.new and row.old)
    found = view.stack.part(Side.OLD, leaf)
    assert found is not None
    part, y = found
    left, right = (part.paragraph.caret(offset) for offset in (0, 9))
    middle = round(y + left.center().y()) - view.scrolled
    start, end = QPoint(math.ceil(part.x + left.left()), middle), QPoint(math.ceil(part.x + right.left()), middle)
    with qtbot.assertNotEmitted(view.passage_chosen):
        drag(qtbot, view, start, end)
    words = view.model.text(Side.OLD, leaf)[:9]
    with qtbot.waitSignal(view.copy_wanted) as copied:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [words]
    assert not view.grab().isNull()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.old_choice is None


def test_sentences_that_moved_are_marked_once_they_are_known(view: ComparisonView) -> None:
    view.show_drafts(moved := with_a_moved_sentence())
    assert not marked(view)
    assert moved.moved_sentences
    view.show_moves()
    assert marked(view)


def with_a_moved_sentence() -> Drafts:
    sentence = "The letters were never opened because nobody in the house could read them aloud."
    first, last = "It began in March when the river came over the wall.", "Then the council sent a man to every door."
    old = Document((paragraph(f"{first} {sentence}"), paragraph(last)))
    new = Document((paragraph(first), paragraph(f"{last} {sentence}")))
    return Drafts(new, old, compare(old, new))


def marked(view: ComparisonView) -> bool:
    return any(run.mark is Mark.MOVED for run in view.model.runs(Side.NEW, 1))
