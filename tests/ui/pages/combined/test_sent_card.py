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


def test_of_a_long_paragraph_the_sentence_that_is_meant_stands_first_and_all_when_asked(qtbot: QtBot) -> None:
    card = SentCard()
    qtbot.addWidget(card)
    text = f"{'It rained. ' * 40}Most said so, and some did not. {'It rained. ' * 40}"
    start = text.index("Most")
    sent = Sent("5 What I found, paragraph 2", 26, 0, text, start, start + 4)
    card.show_sent(sent, "as you sent it", "Item 1 of 3")
    assert card.words.text == "[…] Most said so, and some did not. […]"
    qtbot.mouseClick(card.all, Qt.MouseButton.LeftButton)
    assert card.words.text == text
    card.show_sent(sent, "as you sent it", "Item 1 of 3")
    assert card.words.text == text
    card.show_sent(Sent("6, paragraph 1", 30, 0, "Most.", 0, 4), "as you sent it", "Item 2 of 3")
    assert card.all.isHidden()
