from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.members import MemberRow, Members, Needs
from carfacilitator.ui.pages.groups.overview import Overview, overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sign import Sign


@pytest.fixture
def card(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> Members:
    made = Members(services, keeping, Button("Add a member"))
    made.fill(shown)
    see(made)
    return made


def rows(card: Members) -> list[MemberRow]:
    return [row for row in (*card.present.widgets, *card.past.widgets) if isinstance(row, MemberRow)]


def test_those_who_left_stand_below_those_who_are_there(card: Members) -> None:
    assert [row.head.strong for row in rows(card)] == ["Jean Lockhart", "Ailsa Reid", "Tom Baird"]
    assert rows(card)[2].parentWidget() is card.past


def test_a_row_says_what_it_shows(card: Members) -> None:
    assert rows(card)[0].head.accessibleName() == (
        "Jean Lockhart, Chair, Community council, A hearing loop. The 214 bus., "
        "came to one of three meetings, stage 4 of 5, The bus that isn’t there"
    )
    assert "left 5 January 2026" in rows(card)[2].head.accessibleName()


def test_enter_opens_the_person(qtbot: QtBot, card: Members, people: dict[str, UUID]) -> None:
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(rows(card)[0].head, Qt.Key.Key_Return)
    assert opened.args == [people["Jean"]]


def test_a_place_in_the_group_is_changed_in_the_row(
    qtbot: QtBot, services: Services, card: Members, group_id: UUID
) -> None:
    row = rows(card)[0]
    qtbot.keyClick(row.head, Qt.Key.Key_Right)
    assert row.facts is not None
    role = row.facts.role.field
    role.setFocus()
    qtbot.keyClicks(role.focusWidget(), " and scribe")
    row.fold()
    assert services.groups.open(group_id).members[1].role == "author and scribe"


def test_an_open_row_stays_open_when_the_group_is_read_again(services: Services, card: Members, group_id: UUID) -> None:
    row = rows(card)[0]
    row.unfold()
    card.fill(overview(services, group_id))
    assert rows(card)[0] is row
    assert row.is_unfolded


def test_the_signs_of_what_one_needs_say_it_on_hover(qtbot: QtBot) -> None:
    needs = Needs()
    qtbot.addWidget(needs)
    needs.fill("A hearing loop. Large print. The 214 bus. No hearing aid.")
    heard = [sign.toolTip() for sign in needs.findChildren(Sign) if not sign.isHidden()]
    assert heard == ["A hearing loop. No hearing aid.", "Large print.", "The 214 bus."]
    needs.fill("")
    assert needs.isHidden()
