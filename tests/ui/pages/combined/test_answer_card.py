from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Verdict
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.answer_card import AnswerCard


@pytest.fixture
def card(qtbot: QtBot, services: Services, tmp_path: Path) -> AnswerCard:
    del tmp_path
    made = AnswerCard(services.unsaved)
    qtbot.addWidget(made)
    made.show_answer("remark:1", "", "Alan", None)
    return made


def test_an_answer_is_handed_over_with_its_verdict(qtbot: QtBot, card: AnswerCard) -> None:
    card.field.area.setPlainText(" So it is. ")
    with qtbot.waitSignal(card.given) as told:
        card.buttons[Verdict.DISCUSS].click()
    assert told.args == [Verdict.DISCUSS, "So it is."]


def test_the_same_remark_read_again_leaves_what_is_written(card: AnswerCard) -> None:
    card.field.area.setPlainText("Half")
    card.show_answer("remark:1", "", "Alan", ("Accepted by Isla", "check", "good"))
    assert card.field.text == "Half"
    card.show_answer("remark:2", "An older answer", "Ruth", None)
    assert card.field.text == "An older answer"


def test_letters_stand_for_verdicts(qtbot: QtBot, card: AnswerCard) -> None:
    assert card.verdict_of("Q") is None
    accept = card.verdict_of("A")
    assert accept is not None
    with qtbot.waitSignal(card.given) as told:
        accept()
    assert told.args == [Verdict.ACCEPTED, ""]


def test_ctrl_enter_accepts_and_declines_once_a_reason_for_that_was_asked(qtbot: QtBot, card: AnswerCard) -> None:
    card.give(Verdict.REJECTED)
    card.field.area.setPlainText("It is not so.")
    with qtbot.waitSignal(card.given) as told:
        qtbot.keyClick(card.field.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [Verdict.REJECTED, "It is not so."]
    card.show_answer("remark:2", "", "Ruth", None)
    with qtbot.waitSignal(card.given) as told:
        qtbot.keyClick(card.field.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [Verdict.ACCEPTED, ""]
