from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.sheet_caret import Spot
from carfacilitator.ui.widgets.sheet_cursor import SheetCursor
from carfacilitator.ui.widgets.sheet_model import SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import SheetPage
from carfacilitator.ui.widgets.sheet_stack import SheetStack
from tests.ui.widgets.review_demo import drafts, place

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MOST = place("Most said")


def cursor(leaf: int = MOST.first, offset: int = MOST.start) -> SheetCursor:
    made = SheetCursor(SheetStack(SheetPage(SheetModel(drafts(), Way()), 760)))
    made.place(Spot(leaf, offset))
    return made


def press(made: SheetCursor, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> bool:
    return made.press(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def test_shift_and_arrows_choose_words(qtbot: QtBot) -> None:
    del qtbot
    made = cursor()
    assert made.passage() is None
    for _ in range(4):
        press(made, Key.Key_Right, Modifier.ShiftModifier)
    assert made.words() == "Most"
    press(made, Key.Key_Right, Modifier.ShiftModifier | Modifier.ControlModifier)
    assert made.words().startswith("Most said")
    assert made.words().endswith("tenancy.")


def test_a_choice_may_go_on_into_the_next_paragraph() -> None:
    made = cursor()
    press(made, Key.Key_Down, Modifier.ShiftModifier | Modifier.ControlModifier)
    press(made, Key.Key_Down, Modifier.ShiftModifier | Modifier.ControlModifier)
    passage = made.passage()
    assert passage is not None
    assert passage.last == MOST.first + 1
    assert "\n" in made.words()


def test_up_and_down_keep_to_the_column_they_were_begun_in() -> None:
    made = cursor()
    for _ in range(3):
        press(made, Key.Key_Down)
    for _ in range(3):
        press(made, Key.Key_Up)
    assert made.selection is not None
    assert made.selection.caret.leaf == MOST.first
    assert abs(made.selection.caret.offset - MOST.start) <= 2


def test_home_and_end_go_to_the_edges_of_the_line_and_of_the_draft() -> None:
    made = cursor()
    press(made, Key.Key_End)
    assert made.selection is not None
    end = made.selection.caret.offset
    press(made, Key.Key_Home)
    assert made.selection.caret.offset < MOST.start < end
    press(made, Key.Key_Home, Modifier.ControlModifier)
    assert made.selection.caret == Spot(0, 0)
    press(made, Key.Key_End, Modifier.ControlModifier)
    assert made.selection.caret.leaf == 29


def test_letters_are_not_the_carets() -> None:
    assert not press(cursor(), Key.Key_C)


def test_a_double_click_chooses_a_word_and_a_third_the_paragraph() -> None:
    made = cursor()
    made.choose_word(Spot(MOST.first, MOST.start + 1))
    assert made.words() == "Most"
    made.choose_paragraph(Spot(MOST.first, 0))
    assert made.words().startswith("I spoke with")
