from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.reading import Sent
from carfacilitator.ui.pages.combined.sent_card import SentCard


def test_it_says_the_whole_item_and_leads_to_its_page(qtbot: QtBot) -> None:
    card = SentCard()
    qtbot.addWidget(card)
    card.show_sent(Sent("5 What I found, paragraph 2", 26, 0, "Most said so.", 0, 4), "as you sent it", "Item 1 of 3")
    card.show()
    assert card.accessibleName() == "Item 1 of 3"
    assert card.words.text == "Most said so."
    with qtbot.waitSignal(card.page_wanted):
        qtbot.mouseClick(card.see, Qt.MouseButton.LeftButton)
