import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.case_studies.drafts_card import DraftsCard
from carfacilitator.ui.widgets.button import Button
from tests.ui.pages.case_studies.conftest import Known


@pytest.fixture
def receive(qapp: QApplication) -> QAction:
    return QAction("Receive a draft", qapp)


@pytest.fixture
def card(qtbot: QtBot, services: Services, keeping: Keeping, receive: QAction) -> DraftsCard:
    made = DraftsCard(services, keeping, receive)
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


def show(card: DraftsCard, services: Services, known: Known) -> None:
    card.show_study(known.study, services.drafts.timeline(known.study), services.packs.rows(known.study))


def test_drafts_and_packs_stand_in_the_order_of_time(card: DraftsCard, services: Services, known: Known) -> None:
    show(card, services, known)
    assert [mark.id for mark in card.line._marks] == [*known.drafts, known.pack]
    first, last, pack = card.line._marks
    assert (first.number, first.strong, first.muted, first.now) == ("1", "1 February", "from Jean", False)
    assert last.now
    assert (pack.figure, pack.strong, pack.muted) == ("Pack out", "20 February", "to Alan")
    assert "to agree to publication; sent on 20 February" in pack.heard


def test_the_latest_is_chosen_first_and_arrows_go_along(
    qtbot: QtBot, card: DraftsCard, services: Services, known: Known
) -> None:
    show(card, services, known)
    assert card.current == known.drafts[1]
    assert [card.before_chosen, card.latest] == services.drafts.timeline(known.study)
    with qtbot.waitSignal(card.chosen):
        QTest.keyClick(card.line, Qt.Key.Key_Left)
    assert card.current == known.drafts[0]
    show(card, services, known)
    assert card.current == known.drafts[0]


def test_enter_opens_a_draft_or_a_pack(qtbot: QtBot, card: DraftsCard, services: Services, known: Known) -> None:
    show(card, services, known)
    with qtbot.waitSignal(card.review_wanted) as wanted:
        QTest.keyClick(card.line, Qt.Key.Key_Return)
    assert wanted.args == [known.drafts[1]]
    with qtbot.waitSignal(card.pack_wanted) as wanted:
        QTest.mouseDClick(card.line, Qt.MouseButton.LeftButton, pos=card.line.areas()[2].center().toPoint())
    assert wanted.args == [known.pack]


def test_a_pack_stands_for_the_draft_that_went_out(card: DraftsCard, services: Services, known: Known) -> None:
    show(card, services, known)
    QTest.keyClick(card.line, Qt.Key.Key_End)
    assert card.current == known.pack
    assert card.chosen_draft == services.drafts.open(known.drafts[1])


def test_without_drafts_it_says_how_one_comes(card: DraftsCard, known: Known) -> None:
    card.show_study(known.other, [], [])
    assert (card.latest, card.chosen_draft, card.current) == (None, None, None)
    assert not card.line.isVisible()
    assert any(button.isVisible() for button in card.findChildren(Button) if button.text() == "Receive a draft")
