from dataclasses import replace

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.hand_over import HandOver
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words


def test_the_person_says_whether_it_was_sent(qtbot: QtBot, services: Services) -> None:
    panel = HandOver(*(QAction(words) for words in ("Mail", "Copy", "Address", "Folder")))
    qtbot.addWidget(panel)
    pack = replace(services.packs.rows()[0], handed_over_at=None)
    panel.show_pack(pack, "Documents", "", "Dear Fiona,")
    texts = "\n".join(words.text() for words in panel.findChildren(Words))
    assert "no address is known" in texts
    assert "never sends anything" in texts
    answers: list[str] = []

    def hear(answer: str) -> None:
        answers.append(answer)

    panel.answered.connect(hear)
    for button in panel.findChildren(Button):
        if button.text().strip() in {"Yes, sent just now", "Yes, another way", "Not yet"}:
            button.click()
    assert answers == ["email", "another way", ""]


def test_it_does_not_ask_again_what_was_said(qtbot: QtBot, services: Services) -> None:
    panel = HandOver(*(QAction(words) for words in ("Mail", "Copy", "Address", "Folder")))
    qtbot.addWidget(panel)
    pack = services.packs.rows()[0]
    panel.show_pack(replace(pack, handed_over_at=services.clock.now()), "Documents", "", "Dear Fiona,")
    answers = {button.text().strip(): button.isHidden() for button in panel.findChildren(Button)}
    assert answers["Yes, sent just now"]
    assert not answers["It was not sent"]
