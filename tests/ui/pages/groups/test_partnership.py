from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.pages.groups.partnership import PartnershipDetail
from tests.builders import a_gatekeeper


@pytest.fixture
def detail(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> PartnershipDetail:
    a_gatekeeper(services)
    made = PartnershipDetail(services, keeping)
    made.fill(shown.group.partnership_id)
    see(made)
    return made


def test_its_groups_are_opened_from_here(qtbot: QtBot, detail: PartnershipDetail, group_id: UUID) -> None:
    detail.groups.setFocus()
    qtbot.keyClick(detail.groups, Qt.Key.Key_Down)
    with qtbot.waitSignal(detail.group_wanted) as wanted:
        qtbot.keyClick(detail.groups, Qt.Key.Key_Return)
    assert wanted.args == [group_id]


def test_its_gatekeepers_and_a_new_group_are_a_button_away(
    qtbot: QtBot, detail: PartnershipDetail, shown: Overview
) -> None:
    assert detail.gatekeepers.accessibleName() == "Its one gatekeeper"
    with qtbot.waitSignal(detail.gatekeepers_wanted):
        detail.gatekeepers.click()
    with qtbot.waitSignal(detail.new_group_wanted) as wanted:
        detail.new_group.click()
    assert wanted.args == [shown.group.partnership_id]


def test_its_facts_are_kept(qtbot: QtBot, services: Services, detail: PartnershipDetail) -> None:
    detail.place.field.setFocus()
    qtbot.keyClicks(detail.place.field.focusWidget(), "Kilmorran")
    detail.private.notes.field.setFocus()
    qtbot.keyClicks(detail.private.notes.field.focusWidget(), "One bus.")
    detail.groups.setFocus()
    (row,) = services.partnerships.rows()
    known = services.partnerships.open(row.id)
    assert (known.place, known.notes) == ("Kilmorran", "One bus.")


def test_it_is_removed_with_its_groups_and_comes_back(
    qtbot: QtBot, services: Services, detail: PartnershipDetail, desk: Desk
) -> None:
    qtbot.mouseClick(detail.remove, Qt.MouseButton.LeftButton)
    assert services.groups.rows() == []
    assert desk.messages.shown == ["Strathmorran was removed, with its groups."]
    services.history.undo()
    assert len(services.groups.rows()) == 1
