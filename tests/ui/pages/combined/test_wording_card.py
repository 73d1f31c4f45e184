from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.reading import Reading
from carfacilitator.ui.pages.combined.wording_card import Proposed, WordingCard
from carfacilitator.ui.widgets.sheet_runs import Mark, Run
from carfacilitator.ui.widgets.words import Words

_READ = Reading((Run("Most ", 0), Run("said", None, Mark.CUT), Run("told me", 5, Mark.NEW)))


def card_of(qtbot: QtBot, *, accepted: bool = False) -> WordingCard:
    card = WordingCard(Proposed(2, ("Fiona Grant",), ("lead",), "Lead officer · tracked", _READ, accepted))
    qtbot.addWidget(card)
    card.show()
    return card


def test_it_is_accepted_by_mouse_or_by_enter(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    with qtbot.waitSignal(card.taken) as taken:
        qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    assert taken.args == [1]
    with qtbot.waitSignal(card.taken):
        qtbot.keyClick(card.accept, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.started):
        qtbot.mouseClick(card.start, Qt.MouseButton.LeftButton)


def test_it_is_heard_with_whose_it_is_and_says_when_it_was_taken(qtbot: QtBot) -> None:
    assert card_of(qtbot).accept.accessibleName() == "Accept Alternative 2, Fiona Grant, Lead officer · tracked"
    assert card_of(qtbot, accepted=True).accept.text().strip() == "Accepted"


def test_what_is_known_besides_is_shown_and_heard(qtbot: QtBot) -> None:
    card = WordingCard(Proposed(2, ("Fiona Grant",), ("lead",), "Lead officer", _READ, False, "Signed by Neil Orr"))  # noqa: FBT003  a field of the record
    qtbot.addWidget(card)
    assert card.accessibleName() == "Alternative 2, Fiona Grant, Lead officer, Signed by Neil Orr"
    assert "Signed by Neil Orr" in [words.text() for words in card.findChildren(Words)]
