from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import GatekeeperKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.gatekeepers.composer import NewGatekeeper
from tests.builders import a_partnership, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def asked(services: Services, keeping: Keeping, see: Callable[[QWidget], None]) -> NewGatekeeper:
    made = NewGatekeeper(services, keeping)
    see(made)
    return made


def test_one_is_added_by_keyboard_alone(qtbot: QtBot, services: Services, desk: Desk, asked: NewGatekeeper) -> None:
    a_partnership(services)
    asked.start()
    assert asked.name.line.hasFocus()
    qtbot.keyClicks(asked.name.line, "Ruth McKay")
    asked.role.setFocus()
    qtbot.keyClicks(asked.role.line, "Locality manager")
    asked.kind.set_value(GatekeeperKind.CENTRAL.value)
    with qtbot.waitSignal(asked.made) as told:
        qtbot.keyClick(asked.role.line, Qt.Key.Key_Return)
    one = services.gatekeepers.open(told.args[0])
    assert (one.name, one.role, one.kind) == ("Ruth McKay", "Locality manager", GatekeeperKind.CENTRAL)
    assert desk.messages.shown == ["Ruth McKay was added."]


def test_the_first_partnership_is_begun_with_the_first_gatekeeper(
    qtbot: QtBot, services: Services, asked: NewGatekeeper
) -> None:
    asked.start()
    qtbot.keyClicks(asked.name.line, "Ruth McKay")
    qtbot.keyClicks(asked.partnership.name.line, "Strathmorran")
    with qtbot.waitSignal(asked.made):
        qtbot.mouseClick(asked.add_them, Qt.MouseButton.LeftButton)
    assert [row.name for row in services.partnerships.rows()] == ["Strathmorran"]


def test_what_is_missing_is_said_where_it_is_missing(services: Services, asked: NewGatekeeper) -> None:
    a_partnership(services, "Strathmorran")
    a_partnership(services, "Eastlaw")
    asked.start()
    asked.add_them.click()
    assert asked.name.line.accessibleDescription() == "Say who it is."
    assert asked.partnership.choice.box.accessibleDescription() == "Say whose gatekeeper this is."
    assert not services.gatekeepers.rows()


def test_it_can_be_put_off(qtbot: QtBot, asked: NewGatekeeper) -> None:
    asked.start()
    with qtbot.waitSignal(asked.closed):
        qtbot.mouseClick(asked.not_now, Qt.MouseButton.LeftButton)
