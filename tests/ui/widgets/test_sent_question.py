import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sent_question import SentQuestion


@pytest.fixture
def question(qtbot: QtBot) -> SentQuestion:
    made = SentQuestion(QAction("Yes"), QAction("Another way"), QAction("Not yet"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_answered(is_sent=False)
    return made


def test_another_way_asks_which(qtbot: QtBot, question: SentQuestion) -> None:
    assert question.ways.isHidden()
    question.ask_which()
    post = next(button for button in question.ways.findChildren(Button) if button.text().strip() == "By post")
    assert post.hasFocus()
    with qtbot.waitSignal(question.way_chosen) as told:
        qtbot.keyClick(post, Qt.Key.Key_Return)
    assert told.args == ["by post"]
    assert question.close_ways()
    assert not question.close_ways()


def test_a_way_in_ones_own_words_is_told_once(qtbot: QtBot, question: SentQuestion) -> None:
    question.ask_which()
    question.ways.line.setFocus()
    qtbot.keyClicks(question.ways.line.line, "on a stick")
    with qtbot.waitSignals([question.way_chosen], order="strict"):
        qtbot.keyClick(question.ways.line.line, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(question.way_chosen):
        qtbot.keyClick(question.ways.line.line, Qt.Key.Key_Return)


def test_once_answered_it_can_only_be_taken_back(qtbot: QtBot, question: SentQuestion) -> None:
    assert question.taken_back.isHidden()
    question.show_answered(is_sent=True)
    with qtbot.waitSignal(question.not_sent):
        qtbot.mouseClick(question.taken_back, Qt.MouseButton.LeftButton)
