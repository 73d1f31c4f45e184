from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.rules import Objection
from carfacilitator.ui.pages.packs.objection_card import ObjectionCard
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def card(qtbot: QtBot) -> ObjectionCard:
    made = ObjectionCard(lambda: date(2026, 3, 10))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    objection = Objection(clause_id=uuid4(), clause="Clause 3", text="Authors come first.", sentence="")
    made.show_objection(objection, "Ailsa Reid", ["Alan Petrie", "Ruth McKay"])
    return made


def said(card: ObjectionCard) -> str:
    return "\n".join(words.text() for words in card.findChildren(Words) if words.isVisibleTo(card))


def test_it_names_the_clause_its_words_and_for_whom_it_stands(card: ObjectionCard) -> None:
    assert "Clause 3 stands in the way" in said(card)
    assert "‘Authors come first.’" in said(card)
    assert "for Alan Petrie and Ruth McKay" in said(card)


def test_the_agreement_is_told_with_its_day_and_way_by_keys(qtbot: QtBot, card: ObjectionCard) -> None:
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    assert card.form.when.line.hasFocus()
    with qtbot.waitSignal(card.agreed) as told:
        qtbot.keyClick(card.form.keep, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 10), "by word of mouth"]


def test_without_a_reason_it_goes_no_further(qtbot: QtBot, card: ObjectionCard) -> None:
    qtbot.mouseClick(card.anyway, Qt.MouseButton.LeftButton)
    assert card.reason.area.hasFocus()
    with qtbot.assertNotEmitted(card.overruled):
        qtbot.mouseClick(card.go_on, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.reason.area, "She is away until May.")
    with qtbot.waitSignal(card.overruled) as told:
        qtbot.mouseClick(card.go_on, Qt.MouseButton.LeftButton)
    assert told.args == ["She is away until May."]
    card.begin()
    assert not card.reason.text
    assert card.note.isVisible()
    card.begin("She is away")
    assert card.reason.isVisible()
