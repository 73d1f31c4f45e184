"""A workspace with somebody in it, the page of the workspace on it, and a computer that keeps no secrets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.requests import WhileClosed
from tests.builders import a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    a_person(made)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[WorkspacePage]:
    made = WorkspacePage(services, desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def settled(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Return what waits until work is done."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy)


@pytest.fixture
def asked(desk: Desk) -> list[WhileClosed]:
    """Return what the page asks of the program."""
    heard: list[WhileClosed] = []

    def hear(errand: WhileClosed) -> None:
        heard.append(errand)

    desk.requests.while_closed.connect(hear)
    return heard
