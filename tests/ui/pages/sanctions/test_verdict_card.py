from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.verdict_card import VerdictCard
from tests.ui.pages.sanctions.conftest import BOARD


def test_the_output_is_chosen_where_there_are_several(services: Services, study: UUID, qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    ledger = services.sanctions.ledger(study)
    card.show_ledger(ledger, (BOARD,), BOARD)
    assert card.output.isHidden()
    card.show_ledger(ledger, (BOARD, "Article"), BOARD)
    assert not card.output.isHidden()
    assert card.output.value == BOARD
