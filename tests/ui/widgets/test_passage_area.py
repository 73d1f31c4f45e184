import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.passage_area import PassageArea
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_paint import Passage
from tests.ui.widgets.review_demo import drafts, place

MOST, FELT = place("Most said"), place("they had not felt able")


@pytest.fixture
def area(qtbot: QtBot) -> PassageArea:
    made = PassageArea()
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    made.read(drafts())
    made.set_passages([Passage("most", MOST, "A", "analysis"), Passage("felt", FELT, "E", "ethics")])
    return made


def test_letters_stand_at_their_passages_and_never_upon_one_another(area: PassageArea) -> None:
    area.go_to_passage(MOST)
    (first, most), (second, felt) = area.letters()
    assert (most.id, felt.id) == ("most", "felt")
    assert first.bottom() <= second.top()
    height = area.passage_height(MOST)
    assert height == first.top()


def test_going_to_a_row_marks_it_and_tells_the_reader(area: PassageArea) -> None:
    row = area.model.drafts.row_of[Side.NEW, MOST.first]
    area.go_to_row(row)
    assert area.current_row == row
    assert area.accessibleDescription().startswith("Changed, 5 What I found, paragraph 2")
    assert area.accessibleName() == "Draft 4, compared with Draft 3"


def test_chosen_words_are_handed_over(area: PassageArea, qtbot: QtBot) -> None:
    with qtbot.waitSignal(area.passage_chosen) as chosen:
        area.choose(MOST)
    assert chosen.args == [MOST]
    assert area.passage() == MOST
    assert area.cursor_on_sheet.words() == "Most said"


def test_the_comment_under_a_character_is_known(area: PassageArea) -> None:
    assert area.comment_at(MOST.first, MOST.start + 2) == "most"
    assert area.comment_at(MOST.first, 0) == ""


def test_a_passage_in_a_fold_is_unfolded(area: PassageArea) -> None:
    hidden = place("None of it fits")
    area.set_passages([Passage("new", hidden, "A", "analysis")])
    assert area.stack.caret(hidden.first, 0) is not None


def test_the_caret_stands_where_one_reads_when_the_sheet_takes_the_focus(area: PassageArea) -> None:
    area.setFocus()
    area.focusInEvent(QFocusEvent(QEvent.Type.FocusIn))
    assert area.cursor_on_sheet.selection is not None
    assert not area.grab().isNull()
    assert area.distance(Side.NEW, MOST.first) > 0
