from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.pages.gatekeepers.packs import Packs

LookAt = Callable[[str], Overview]


@pytest.fixture
def packs(look_at: LookAt, see: Callable[[QWidget], None]) -> Packs:
    made = Packs()
    made.fill(look_at("Ruth"))
    see(made)
    return made


def test_the_weeks_since_the_last_pack_are_set_large(packs: Packs, look_at: LookAt) -> None:
    assert packs.since == "3 weeks since a pack left, Thursday 12 February"
    packs.fill(look_at("Kirsten"))
    assert packs.since == "4 days since a pack left, Friday 6 March"
    packs.fill(look_at("Fiona"))
    assert packs.since == ""


def test_each_pack_says_what_is_waited_for(packs: Packs, services: Services, look_at: LookAt) -> None:
    row = packs.list.rows[0]
    assert row.strong == "After the consultation, draft 2"
    assert row.muted == "sent 12 February by email · to agree to publication · answer by 5 March"
    assert row.pills[0].text == "five days late"
    packs.fill(look_at("Kirsten"))
    assert packs.list.rows[0].pills[0].text == "Out"
    services.packs.not_sent(look_at("Kirsten").standing.packs[0].id)
    packs.fill(look_at("Kirsten"))
    assert packs.list.rows[0].pills[0].text == "Not sent yet"
    assert packs.list.rows[0].muted.startswith("made 6 March")


def test_enter_opens_a_pack(qtbot: QtBot, packs: Packs, look_at: LookAt) -> None:
    packs.list.setFocus()
    qtbot.keyClick(packs.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(packs.opened) as told:
        qtbot.keyClick(packs.list, Qt.Key.Key_Return)
    assert told.args == [look_at("Ruth").standing.packs[0].id]
