from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions.page import REMOVE, SanctionsPage


def test_somebody_is_taken_off_the_list_and_undo_brings_them_back(
    page: SanctionsPage, services: Services, study: UUID, desk: Desk, qtbot: QtBot
) -> None:
    page.commands[REMOVE].trigger()
    assert desk.messages.shown == ["Ailsa Reid was taken off the list."]
    qtbot.waitUntil(lambda: len(page.side.lines) == 2)
    services.history.undo()
    assert len(services.sanctions.ledger(study).rows) == 3
