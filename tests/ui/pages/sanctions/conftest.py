from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions.page import SanctionsPage
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace

BOARD = "Report for the board"
TEXT = ("# What I found", "Kilmorran was flooded. It was recieved well.", "People of Kilmorran moved.")


class Relay(QObject):
    """Brings what changed to the thread of the window, as the window does."""

    announced = Signal(object)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    """A case study of which the author and two gatekeepers are asked: one has a condition, one is silent."""
    study = a_case_study(services)
    a_draft(services, study, a_file(*TEXT, name="one.docx"))
    keepers = tuple(a_gatekeeper(services, name, role="local manager") for name in ("Fiona Grant", "Ruth McKay"))
    wanted = Request(output=BOARD, gatekeepers=keepers, author=True, reply_by=date(2026, 3, 25))
    author, fiona, _ = services.sanctions.request(study, wanted)
    services.sanctions.take_answer(author, Answered(answer=SanctionAnswer.AGREED, how="in person"))
    condition = ("Call the place a coastal town.", "Kilmorran", "a coastal town")
    services.sanctions.take_answer(fiona, Answered(answer=SanctionAnswer.CONDITIONS, condition=condition))
    return study


def fifteen_days_later(services: Services) -> None:
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 3, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def page(services: Services, study: UUID, desk: Desk, qtbot: QtBot) -> SanctionsPage:
    page = SanctionsPage(services, desk)
    qtbot.addWidget(page)
    relay = Relay(page)
    relay.announced.connect(page.announce)
    services.on_change(relay.announced.emit)
    page.resize(1300, 860)
    with qtbot.waitActive(page):
        page.show()
    page.open(study)
    return page
