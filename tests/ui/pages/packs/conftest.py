"""The packs page on the sample workspace, about to make a pack of the tenancy study's draft 4."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.page import PacksPage
from tests.ui.conftest import Relay


@pytest.fixture
def services(sampled: Services) -> Services:
    return sampled


@pytest.fixture
def draft_id(services: Services) -> UUID:
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    assert study.latest is not None
    return study.latest.id


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk, draft_id: UUID) -> PacksPage:
    made = PacksPage(services, desk)
    qtbot.addWidget(made)
    relay = Relay(made)
    relay.announced.connect(made.announce)
    services.on_change(relay.announced.emit)
    made.resize(1350, 900)
    made.show()
    made.open(draft_id)
    return made
