"""The gatekeepers of the sample: Ruth's pack is late, Kirsten's is out, Fiona has had none."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.gatekeepers.overview import Overview, overview, standings
from carfacilitator.ui.shared_actions import PASTE_EMAIL


@pytest.fixture
def services(sampled: Services) -> Services:
    """Return the sample before anything came back."""
    for row in sampled.returns.rows():
        sampled.returns.remove(row.id)
    for pack in sampled.packs.rows():
        if pack.gatekeeper == "Fiona Grant":
            sampled.packs.remove(pack.id)
    return sampled


@pytest.fixture
def ids(services: Services) -> dict[str, UUID]:
    """Return the gatekeepers by their first names."""
    return {row.name.split()[0]: row.id for row in services.gatekeepers.rows()}


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def commands(qtbot: QtBot) -> Iterator[Actions]:
    """Return what the page can do with a pack."""
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Actions(owner, (PASTE_EMAIL,))
    made.on(PASTE_EMAIL, lambda: None)
    yield made
    owner.deleteLater()


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
