from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.item_head import ItemHead
from carfacilitator.ui.widgets.words import Words


def test_it_says_what_is_open_and_which_of_how_many(qtbot: QtBot) -> None:
    head = ItemHead(QAction("Previous"), QAction("Next"))
    qtbot.addWidget(head)
    head.show_item("Three wordings", ("alert", "warn"), "2 of 12")
    assert [words.text() for words in head.findChildren(Words)] == ["Three wordings", "2 of 12"]
