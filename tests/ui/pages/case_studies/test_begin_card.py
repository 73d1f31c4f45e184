import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.begin_card import BeginCard
from tests.builders import a_group


@pytest.fixture
def card(qtbot: QtBot, services: Services, keeping: Keeping) -> BeginCard:
    a_group(services)
    made = BeginCard(services, keeping)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    return made


def test_it_begins_when_everything_is_said(qtbot: QtBot, card: BeginCard, services: Services, desk: Desk) -> None:
    QTest.mouseClick(card.begin, Qt.MouseButton.LeftButton)
    assert services.case_studies.rows() == []
    QTest.keyClicks(card.form.title.line, "Fun that counts")
    QTest.keyClicks(card.form.author.name.line, "Graeme Pollock")
    with qtbot.waitSignal(card.begun) as begun:
        QTest.mouseClick(card.begin, Qt.MouseButton.LeftButton)
    assert [row.id for row in services.case_studies.rows()] == begun.args
    assert desk.messages.shown == ["‘Fun that counts’ was begun."]


def test_it_is_left_without_beginning(qtbot: QtBot, card: BeginCard, services: Services) -> None:
    with qtbot.waitSignal(card.left):
        QTest.keyClick(card.leave, Qt.Key.Key_Return)
    assert services.case_studies.rows() == []
