from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience, GatekeeperKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.gatekeepers.facts import About, BackStage
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.widgets.button import Button

LookAt = Callable[[str], Overview]


@pytest.fixture
def about(services: Services, keeping: Keeping, look_at: LookAt, see: Callable[[QWidget], None]) -> About:
    made = About(services, keeping, Button("Remove this gatekeeper"))
    made.fill(look_at("Fiona"))
    see(made)
    return made


def write(qtbot: QtBot, kept: Kept, text: str) -> None:
    area = kept.field.findChildren(QPlainTextEdit)[0]
    area.setFocus()
    area.selectAll()
    qtbot.keyClicks(area, text)
    kept.field.finish()


def test_who_it_is_is_written_where_it_stands(
    qtbot: QtBot, services: Services, about: About, ids: dict[str, UUID]
) -> None:
    write(qtbot, about.role, "Head of the partnership")
    write(qtbot, about.telephone, "01340 555 010")
    one = services.gatekeepers.open(ids["Fiona"])
    assert (one.role, one.telephone) == ("Head of the partnership", "01340 555 010")


def test_where_they_stand_decides_what_a_pack_may_hold(
    qtbot: QtBot, services: Services, about: About, ids: dict[str, UUID]
) -> None:
    assert about.kind.value == GatekeeperKind.CENTRAL.value
    about.kind.box.setFocus()
    qtbot.keyClick(about.kind.box, Qt.Key.Key_Down)
    about.kind.chosen.emit(about.kind.value)
    one = services.gatekeepers.open(ids["Fiona"])
    assert (one.kind, one.belongs_to) == (GatekeeperKind.LOCAL, Audience.LOCAL_MANAGER)


def test_a_name_cannot_be_emptied(qtbot: QtBot, services: Services, about: About, ids: dict[str, UUID]) -> None:
    area = about.name.field.findChildren(QPlainTextEdit)[0]
    area.setFocus()
    area.selectAll()
    qtbot.keyClick(area, Qt.Key.Key_Delete)
    about.name.field.finish()
    assert "cannot be empty" in area.accessibleDescription()
    assert services.gatekeepers.open(ids["Fiona"]).name == "Fiona Grant"


def test_what_moves_them_is_back_stage(
    qtbot: QtBot, services: Services, keeping: Keeping, look_at: LookAt, ids: dict[str, UUID]
) -> None:
    card = BackStage(services, keeping)
    qtbot.addWidget(card)
    card.fill(look_at("Ruth"))
    card.show()
    assert card.property("look") == "private"
    assert "Waiting lists" in card.cares_about.field.text
    write(qtbot, card.could_stop, "The agreement of the health service.")
    assert services.gatekeepers.open(ids["Ruth"]).could_stop == "The agreement of the health service."
