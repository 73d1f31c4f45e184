import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Stage
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.cycle_card import CycleCard
from tests.ui.pages.case_studies.conftest import Known


@pytest.fixture
def card(qtbot: QtBot, services: Services, keeping: Keeping, known: Known) -> CycleCard:
    made = CycleCard(services, keeping)
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
    made.show_study(services.case_studies.open(known.study))
    return made


def test_each_stage_says_how_it_stands(card: CycleCard) -> None:
    assert [block.state.text() for block in card.blocks] == [
        "justified",
        "not justified yet",
        "at hand, not justified yet",
        "ahead",
        "ahead",
    ]
    assert card.blocks[0].choice.text == "The 214"
    assert card.blocks[0].why.text == "Everybody is sure of the answer."
    assert [block.choice.isVisible() for block in card.blocks] == [True, True, True, False, False]


def test_a_reason_is_written_where_it_stands(card: CycleCard, services: Services, known: Known) -> None:
    why = card.blocks[1].why
    why.area.setFocus()
    QTest.keyClicks(why.area, "Letters say one thing, the stop another.")
    why.area.clearFocus()
    assert services.case_studies.open(known.study).stages[1].justification == "Letters say one thing, the stop another."
    card.show_study(services.case_studies.open(known.study))
    assert card.blocks[1].state.text() == "justified"


def test_a_stage_ahead_unfolds_from_the_picture(card: CycleCard) -> None:
    card.picture.setFocus()
    QTest.keyClick(card.picture, Qt.Key.Key_Right)
    assert card.blocks[3].choice.isVisible()
    QTest.keyClick(card.picture, Qt.Key.Key_Return)
    assert card.blocks[3].choice.area.hasFocus()
    area = card.picture.areas()[4].center().toPoint()
    QTest.mouseClick(card.picture, Qt.MouseButton.LeftButton, pos=area)
    assert card.blocks[4].why.isVisible()


def test_the_stage_at_hand_is_chosen(card: CycleCard, services: Services, known: Known, desk: Desk) -> None:
    card.stage.box.setCurrentIndex(3)
    card.stage.box.activated.emit(3)
    assert services.case_studies.open(known.study).stage is Stage.ANALYSIS
    assert desk.messages.shown == ["The study is now at interpretation and analysis."]
    card.show_study(services.case_studies.open(known.study))
    assert card.blocks[3].state.text() == "at hand, not justified yet"
