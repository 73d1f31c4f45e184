from dataclasses import replace
from uuid import uuid4

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.combined_waiting import Waiting
from carfacilitator.ui.pages.case_studies.came_back_card import CameBackCard, sentence
from carfacilitator.ui.widgets.button import Button

_TWO = Waiting(draft_id=uuid4(), draft_number=4, packs=2, remarks=7, edits=1, places=None)


def test_it_says_what_came_and_once_it_was_compared_what_waits() -> None:
    assert sentence(_TWO) == "Two packs came back, for draft 4, with 7 remarks and 1 edit."
    assert sentence(replace(_TWO, places=12)) == "Two packs came back, for draft 4: 12 places to decide."
    assert sentence(replace(_TWO, packs=1, places=1)) == "One pack came back, for draft 4: 1 place to decide."
    assert sentence(replace(_TWO, places=0)) == "Two packs came back, for draft 4: everything is decided."


def test_it_is_not_there_where_nothing_came_back(qtbot: QtBot) -> None:
    card = CameBackCard(Button.of(QAction("What came back")))
    qtbot.addWidget(card)
    card.show_waiting(_TWO)
    assert not card.isHidden()
    card.show_waiting(None)
    assert card.isHidden()
