from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.words import Words


def test_it_says_what_belongs_here_and_offers_the_first_one(qtbot: QtBot) -> None:
    button = Button("Receive a draft", "receive", "primary")
    empty = EmptyState("draft", "No drafts yet", "A draft arrives as a Word file.", button)
    qtbot.addWidget(empty)
    empty.resize(240, 320)
    empty.show()
    assert [words.text() for words in empty.findChildren(Words)] == ["No drafts yet", "A draft arrives as a Word file."]
    assert button.isVisible()
    assert button.geometry().bottom() < 320
