"""A workspace with a draft, a few comments on it, and the page of the kinds of comment."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.codebook.page import CodebookPage
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_workspace


class Relay(QObject):
    """Brings what changed to the thread of the window, as the window does."""

    announced = Signal(object)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    draft = a_draft(made, a_case_study(made), a_file("It rained."))
    a_comment(made, draft, "It")
    a_comment(made, draft, "rained")
    yield made
    made.close()


@pytest.fixture
def kinds(services: Services) -> dict[str, UUID]:
    return {kind.letter: kind.id for kind in services.codebook.rows()}


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> CodebookPage:
    made = CodebookPage(services, desk)
    qtbot.addWidget(made)
    relay = Relay(made)
    relay.announced.connect(made.announce)
    services.on_change(relay.announced.emit)
    made.resize(1224, 900)
    with qtbot.waitActive(made):
        made.show()
    return made
