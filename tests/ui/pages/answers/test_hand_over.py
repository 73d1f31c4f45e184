from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.answers import Outgoing
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers.hand_over import HandOver
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def panel(qtbot: QtBot) -> HandOver:
    made = HandOver([QAction("Mail"), QAction("Copy")], [QAction("Yes"), QAction("Another way"), QAction("Not yet")])
    qtbot.addWidget(made)
    return made


@pytest.fixture
def going(services: Services, pack: UUID) -> Outgoing:
    return services.answers.to_gatekeeper(services.answers.table(pack))


def said(panel: HandOver) -> str:
    return "\n".join(one.text() for one in panel.findChildren(Words))


def test_it_says_where_the_files_are_and_to_whom_the_message_goes(panel: HandOver, going: Outgoing) -> None:
    panel.show_outgoing(replace(going, address="alan@x.example"), [Path("Documents/answer.docx")], is_sent=False)
    words = said(panel)
    assert "Saved in Documents: answer.docx, with its message." in words
    assert {"alan@x.example", going.subject} <= set(words.split("\n"))
    assert "Thank you for what you said about draft 1." in words
    panel.show_outgoing(replace(going, address=""), [Path("Documents/answer.docx")], is_sent=False)
    assert "No address is known" in said(panel)


def test_what_was_sent_can_only_be_taken_back(panel: HandOver, going: Outgoing) -> None:
    panel.show_outgoing(going, [Path("answer.docx")], is_sent=True)
    assert "You said that you sent it." in said(panel)
    assert panel.message.isHidden()
    assert not panel.question.taken_back.isHidden()
