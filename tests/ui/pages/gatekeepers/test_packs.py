from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.pages.gatekeepers.packs import Packs
from carfacilitator.ui.widgets.button import Button

LookAt = Callable[[str], Overview]


@pytest.fixture
def packs(
    services: Services, keeping: Keeping, commands: Actions, look_at: LookAt, see: Callable[[QWidget], None]
) -> Packs:
    made = Packs(services, keeping, commands)
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


def test_what_came_back_is_said_on_the_row_and_told_below(
    packs: Packs, services: Services, look_at: LookAt, qtbot: QtBot
) -> None:
    pack_id = look_at("Ruth").standing.packs[0].id
    services.returns.heard(pack_id, "Number nine is easily found.")
    shown = look_at("Ruth")
    assert (shown.standing.days_late, shown.standing.undecided) == (0, 1)
    packs.fill(shown)
    row = packs.list.rows[0]
    assert row.muted == "sent 12 February by email · came back 10 March · to agree to publication"
    assert row.pills[0].text == "1 undecided"
    assert packs.chosen == pack_id
    look = next(one for one in packs.story.findChildren(Button) if one.accessibleName() == "Look at what came back")
    with qtbot.waitSignal(packs.review_wanted) as wanted:
        look.click()
    assert wanted.args == [shown.standing.packs[0].draft_id]


def test_with_nothing_to_add_it_is_answered_all_the_same(packs: Packs, services: Services, look_at: LookAt) -> None:
    services.returns.mark_returned(look_at("Ruth").standing.packs[0].id, "nothing to add")
    packs.fill(look_at("Ruth"))
    assert packs.list.rows[0].pills[0].text == "Answered"
