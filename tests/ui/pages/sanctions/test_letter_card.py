from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions.letter_card import LetterCard
from carfacilitator.word.reader import read
from tests.ui.conftest import Answers

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(services: Services, study: UUID, desk: Desk, qtbot: QtBot) -> LetterCard:
    card = LetterCard(services, desk, Keeping(services, desk.messages))
    qtbot.addWidget(card)
    card.show_letter(services.chasing.letter(services.sanctions.ledger(study).rows[2].id))
    card.resize(500, 700)
    card.show()
    return card


def test_the_letter_is_saved_as_word(card: LetterCard, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.file = tmp_path / "out" / "letter.docx"
    qtbot.mouseClick(card.word, LEFT)
    assert "Dear Ruth McKay," in read(answers.file.read_bytes()).texts()


def test_without_a_mail_program_it_says_what_to_do(
    card: LetterCard, answers: Answers, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.file = tmp_path / "out"
    qtbot.mouseClick(card.mail, LEFT)
    assert desk.messages.shown == ["No mail program opened it. Copy the text and the address."]
    assert not card.address.isVisible()  # none is known
