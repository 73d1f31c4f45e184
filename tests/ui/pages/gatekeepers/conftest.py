"""The gatekeepers of the sample: Ruth's pack is late, Kirsten's is out, Fiona has had none."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.gatekeepers.overview import Overview, overview, standings


@pytest.fixture
def services(sampled: Services) -> Services:
    return sampled


@pytest.fixture
def ids(services: Services) -> dict[str, UUID]:
    """Return the gatekeepers by their first names."""
    return {row.name.split()[0]: row.id for row in services.gatekeepers.rows()}


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def look_at(services: Services, ids: dict[str, UUID]) -> Callable[[str], Overview]:
    """Return what is shown of somebody now."""

    def shown(name: str) -> Overview:
        return overview(services, next(one for one in standings(services) if one.row.id == ids[name]))

    return shown


@pytest.fixture
def see(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(640, 700)
        with qtbot.waitActive(widget):
            widget.show()

    return show
