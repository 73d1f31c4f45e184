import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.packs.asking import Pairs, ProposalRow, QuestionRow
from carfacilitator.ui.pages.packs.passage_field import Whereabouts
from carfacilitator.ui.widgets.tab_order import tab_step
from tests.builders import a_text


@pytest.fixture
def questions(qtbot: QtBot) -> Pairs:
    made = Pairs("My questions", QuestionRow, "Another question")
    qtbot.addWidget(made)
    made.look_in(Whereabouts(a_text("# Why", "The flood was in May.")))
    with qtbot.waitActive(made):
        made.show()
    return made


def test_enter_adds_another_question(qtbot: QtBot, questions: Pairs) -> None:
    for words in ("Is it so?", "And why?"):
        (empty,) = [row for row in questions.rows if not row.pair[0]]
        assert isinstance(empty, QuestionRow)
        empty.question.setFocus()
        qtbot.keyClicks(empty.question.line, words)
        qtbot.keyClick(empty.question.line, Qt.Key.Key_Return)
    assert questions.pairs == [("Is it so?", ""), ("And why?", "")]
    last = questions.rows[-1]
    assert isinstance(last, QuestionRow)
    assert last.question.line.hasFocus()
    qtbot.keyClick(last.question.line, Qt.Key.Key_Return)
    assert len(questions.rows) == 3


def test_a_question_is_about_words_of_the_draft_or_about_the_whole(qtbot: QtBot, questions: Pairs) -> None:
    questions.set_pairs([("Which May?", "")])
    (row,) = questions.rows
    assert isinstance(row, QuestionRow)
    assert not row.is_astray
    qtbot.mouseClick(row.narrow, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.about.field.line, "in may")
    assert row.anchor is not None
    qtbot.keyClicks(row.about.field.line, " 1968")
    assert questions.is_astray
    with qtbot.waitSignal(questions.changed):
        qtbot.mouseClick(row.narrow, Qt.MouseButton.LeftButton)
    assert not questions.is_astray


def test_a_row_that_is_taken_away_is_gone_and_one_is_always_there(qtbot: QtBot, questions: Pairs) -> None:
    questions.set_pairs([("Is it so?", "")])
    with qtbot.waitSignal(questions.changed):
        questions.rows[0].removed.emit()
    assert questions.pairs == []
    assert len(questions.rows) == 1


def test_nothing_is_proposed_until_asked_for(qtbot: QtBot) -> None:
    proposals = Pairs("Words that I propose", ProposalRow, "Propose other words", least=0)
    qtbot.addWidget(proposals)
    proposals.look_in(Whereabouts(a_text("The flood was in May.")))
    assert proposals.rows == []
    proposals.more.click()
    (row,) = proposals.rows
    row.set_pair(("the flood", "the high water"))
    assert proposals.pairs == [("the flood", "the high water")]
    assert row.anchor is not None
    row.set_pair(("the fire", ""))
    assert proposals.is_astray


def test_tab_goes_through_the_rows_before_it_comes_to_another_one(qtbot: QtBot) -> None:
    around, before = QWidget(), QLineEdit()
    qtbot.addWidget(around)
    column, questions = QVBoxLayout(around), Pairs("My questions", QuestionRow, "Another question")
    column.addWidget(before)
    column.addWidget(questions)
    with qtbot.waitActive(around):
        around.show()
    for pairs in ([], [("One?", ""), ("Two?", "")]):
        questions.set_pairs(pairs)
        lines = [row.question.line for row in questions.rows if isinstance(row, QuestionRow)]
        qtbot.waitUntil(lambda shown=lines: all(line.isVisible() for line in shown))  # type: ignore[misc]  # of this round
        before.setFocus()
        reached: list[QWidget | None] = []
        while questions.more not in reached and len(reached) < 20:
            tab_step(around, forwards=True)
            reached.append(around.focusWidget())
        assert [one for one in reached if one in {*lines, questions.more}] == [*lines, questions.more]
