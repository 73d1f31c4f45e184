"""The review page on the sample workspace's tenancy study: draft 4 beside draft 3, with its comments."""

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.page import ReviewPage
from tests.ui.conftest import Relay


@pytest.fixture
def services(sampled: Services) -> Services:
    return sampled


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> ReviewPage:
    made = ReviewPage(services, desk)
    qtbot.addWidget(made)
    relay = Relay(made)
    relay.announced.connect(made.announce)
    services.on_change(relay.announced.emit)
    made.resize(1350, 900)
    with qtbot.waitActive(made):
        made.show()
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    made.open(study.id)
    qtbot.waitUntil(lambda: bool(made.review.comments.cards and made.review.changes.entries))
    return made
