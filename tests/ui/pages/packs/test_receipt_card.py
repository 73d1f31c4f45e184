from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.receipt_card import ReceiptCard
from carfacilitator.ui.widgets.words import Words


def test_it_says_what_the_file_holds_and_its_hash_unfolds(qtbot: QtBot, services: Services) -> None:
    made = services.packs.again(services.packs.rows()[0].id)
    card = ReceiptCard()
    qtbot.addWidget(card)
    card.show_pack(made, "Fiona Grant")

    def said() -> str:
        return "\n".join(words.text() for words in card.findChildren(Words) if words.isVisibleTo(card))

    assert "Receipt for Fiona Grant’s file" in said()
    assert "It holds one draft" in said()
    assert made.document.sha256 not in said()
    card.show_all.click()
    assert made.document.sha256 in said()
    assert f"Pack {made.stamp.code}" in said()
    card.show_all.click()
    assert made.document.sha256 not in said()
