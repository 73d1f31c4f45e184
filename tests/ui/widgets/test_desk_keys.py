import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.review_data import Detail
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from carfacilitator.ui.widgets.sheet_rows import Look
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, cards, drafts, place

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(1350, 780)
    made.show()
    made.show_drafts(drafts())
    made.show_cards(cards())
    made.view.setFocus()
    return made


def test_f7_goes_from_change_to_change_and_back(desk: ReviewDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.view, Key.Key_F7)
    qtbot.keyClick(desk.view, Key.Key_F7)
    assert desk.changes.current == 1
    assert desk.view.current_row == desk.changes.entries[1].row
    qtbot.keyClick(desk.view, Key.Key_F7, Modifier.ShiftModifier)
    assert desk.changes.current == 0


def test_f8_goes_from_comment_to_comment(desk: ReviewDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.view, Key.Key_F8)
    assert desk.comments.active == "politics"
    qtbot.keyClick(desk.view, Key.Key_F8)
    assert desk.comments.active == "diary"
    qtbot.keyClick(desk.view, Key.Key_F8, Modifier.ShiftModifier)
    assert desk.comments.active == "politics"


def test_enter_goes_from_a_passage_to_its_card_and_back(desk: ReviewDesk, qtbot: QtBot) -> None:
    most = place("Most said")
    desk.view.go_to_passage(most)
    qtbot.keyClick(desk.view, Key.Key_Right)
    qtbot.keyClick(desk.view, Key.Key_Return)
    assert desk.comments.active == "most"
    card = desk.margin._views["most"]
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Key.Key_Return)
    qtbot.waitUntil(desk.view.hasFocus)


def test_one_letter_comments_answers_resolves_and_changes_the_detail(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.comments.activate("most")
    qtbot.keyClick(desk.view, Key.Key_R)
    card = desk.margin._views["most"]
    assert card.reply is not None
    with qtbot.waitSignal(desk.comments.resolve_wanted):
        qtbot.keyClick(desk.view, Key.Key_E)
    qtbot.keyClick(desk.view, Key.Key_D)
    assert desk.view.way.detail is Detail.SENTENCE
    qtbot.keyClick(desk.view, Key.Key_C)
    assert desk.composer.isVisible()


def test_ctrl_m_goes_to_the_other_end_of_a_move(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.resize(1350, 420)
    here = next(strip for strip in desk.view.model.strips if strip.look is Look.MOVED_HERE)
    desk.view.go_to_row(here.rows[0])
    before = desk.view.scrolled
    qtbot.keyClick(desk.view, Key.Key_M, Modifier.ControlModifier)
    assert desk.view.scrolled < before


def test_letters_can_be_switched_off(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.letters_live = False
    qtbot.keyClick(desk.view, Key.Key_C)
    assert not desk.composer.isVisible()
    qtbot.keyClick(desk.view, Key.Key_F7)
    assert desk.changes.current == 0


def test_other_keys_are_not_the_desks(desk: ReviewDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.view, Key.Key_X)
    assert desk.margin.isVisible()
