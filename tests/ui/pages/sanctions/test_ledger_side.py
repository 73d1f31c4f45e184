from datetime import date
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.ledger_side import LedgerSide
from carfacilitator.ui.widgets.empty_state import EmptyState


def test_the_chosen_line_stays_chosen_and_an_empty_list_says_so(services: Services, study: UUID, qtbot: QtBot) -> None:
    empty = EmptyState("gatekeepers", "Nobody was asked yet", "")
    side = LedgerSide(empty, lambda: date(2026, 3, 10))
    qtbot.addWidget(side)
    assert not empty.isHidden()
    rows = services.sanctions.ledger(study).rows
    side.set_rows(rows)
    side.choose(rows[1].id)
    side.set_rows(rows[1:])
    assert side.current == rows[1].id
    side.set_rows(())
    assert side.current is None
