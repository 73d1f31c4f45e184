import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.review_desk import ReviewDesk
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, drafts


@pytest.fixture
def desk(qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(1350, 780)
    made.show_drafts(drafts())
    with qtbot.waitActive(made):
        made.show()
    return made


def test_words_are_found_one_after_the_other_and_round(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.view.setFocus()
    qtbot.keyClick(desk.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.find_bar.isVisible()
    qtbot.keyClicks(desk.find_bar.line, "THE")
    places = [desk.view.passage()]
    while True:
        qtbot.keyClick(desk.find_bar.line, Qt.Key.Key_Return)
        if desk.view.passage() == places[0]:
            break
        places.append(desk.view.passage())
    assert len(places) > 3
    assert desk.view.cursor_on_sheet.words().casefold() == "the"
    qtbot.keyClick(desk.find_bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.view.passage() == places[-1]


def test_chosen_words_are_looked_for_first_and_stay_chosen(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.finding.look("Most said")
    desk.finding.begin()
    assert desk.find_bar.line.text() == "Most said"
    desk.finding.close()
    assert desk.find_bar.isHidden()
    assert desk.view.passage() is not None
    qtbot.waitUntil(desk.view.hasFocus)


def test_what_is_not_there_moves_nothing(desk: ReviewDesk) -> None:
    before = desk.view.scrolled
    desk.finding.look("zeppelin")
    desk.finding.step(1)
    assert desk.view.scrolled == before
