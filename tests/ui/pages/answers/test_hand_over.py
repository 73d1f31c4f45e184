from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers.hand_over import HandOver
from carfacilitator.ui.widgets.words import Words


def test_it_says_where_the_files_are_and_to_whom_the_message_goes(qtbot: QtBot, services: Services, pack: UUID) -> None:
    panel = HandOver(QAction("Mail"), QAction("Copy"), QAction("Folder"))
    qtbot.addWidget(panel)
    going = services.answers.to_gatekeeper(services.answers.table(pack))
    panel.show_outgoing(replace(going, address="alan@x.example"), [Path("Documents/answer.docx")], is_sent=False)
    words = "\n".join(one.text() for one in panel.findChildren(Words))
    assert "Saved in Documents: answer.docx, with its message." in words
    assert "To  alan@x.example" in words
    assert "Thank you for what you said about draft 1." in words
    panel.show_outgoing(replace(going, address=""), [Path("Documents/answer.docx")], is_sent=False)
    assert any("no address is known" in one.text() for one in panel.findChildren(Words))


def test_the_person_says_whether_it_was_sent(qtbot: QtBot, services: Services, pack: UUID) -> None:
    panel = HandOver(QAction("Mail"), QAction("Copy"), QAction("Folder"))
    qtbot.addWidget(panel)
    going = services.answers.to_gatekeeper(services.answers.table(pack))
    panel.show_outgoing(going, [Path("answer.docx")], is_sent=False)
    heard: list[str] = []

    def hear(answer: str) -> None:
        heard.append(answer)

    panel.answered.connect(hear)
    for button in panel.answers.values():
        button.click()
    assert heard == ["email", "another way", ""]
    panel.show_outgoing(going, [Path("answer.docx")], is_sent=True)
    assert [answer for answer, button in panel.answers.items() if not button.isHidden()] == [""]
