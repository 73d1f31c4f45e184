from datetime import date
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.detail import DetailCard


def test_what_was_declined_may_be_marked_for_local_use(services: Services, study: UUID, qtbot: QtBot) -> None:
    card = DetailCard(lambda: date(2026, 3, 10))
    qtbot.addWidget(card)
    ruth = services.sanctions.ledger(study).rows[2]
    card.show_row(ruth)
    assert card.local.isHidden()
    services.sanctions.answered(ruth.id, SanctionAnswer.DECLINED, "No.")
    card.show_row(services.sanctions.ledger(study).rows[2])
    assert not card.local.isHidden()
    assert card.conditions.isHidden()
