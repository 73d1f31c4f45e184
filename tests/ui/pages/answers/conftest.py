"""The page of answers on a draft of which two packs came back: one of them is answered, the other not wholly."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.answers.page import AnswersPage
from tests.builders import an_anchor
from tests.services.test_answer_tables import came_back_of, draft, pack, services
from tests.ui.conftest import Answers, Relay

__all__ = ["draft", "pack", "services"]


@pytest.fixture
def of_ruth(services: Services, draft: UUID, pack: UUID) -> UUID:
    """Return a second pack that came back, of which nothing is decided yet."""
    assert isinstance(pack, UUID)
    made = came_back_of(services, draft, "Ruth McKay", {"dehumidifiers": "fans, PLANTED"})
    services.returns.heard(made, "Thank the PLANTED volunteers.", an_anchor(services, draft, "Nobody was hurt"))
    return made


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk, pack: UUID, of_ruth: UUID) -> Iterator[AnswersPage]:
    """Return the page, open at the answer to Alan."""
    assert isinstance(of_ruth, UUID)
    made = AnswersPage(services, desk)
    qtbot.addWidget(made)
    relay = Relay(made)
    relay.announced.connect(made.announce)
    services.on_change(relay.announced.emit)
    made.resize(1350, 900)
    with qtbot.waitActive(made):
        made.show()
    made.open(pack)
    qtbot.waitUntil(lambda: bool(made.side.list.rows))
    yield made
    desk.jobs.finish()


@pytest.fixture
def folder(answers: Answers, tmp_path: Path) -> Path:
    """Return the folder that the person chooses."""
    answers.file = tmp_path / "out"
    return answers.file
