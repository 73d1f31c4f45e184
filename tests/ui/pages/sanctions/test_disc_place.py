from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.disc_place import DiscPlace


def test_a_disc_is_drawn_for_nobody_and_for_somebody(services: Services, study: UUID, qtbot: QtBot) -> None:
    disc = DiscPlace()
    qtbot.addWidget(disc)
    disc.resize(disc.sizeHint())
    empty = disc.grab().toImage()
    disc.show_person(services.sanctions.ledger(study).rows[0])
    assert disc.grab().toImage() != empty
