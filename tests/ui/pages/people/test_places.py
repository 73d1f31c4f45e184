from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.people.places import PlaceRow, Places
from tests.builders import a_group


@pytest.fixture
def card(services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]) -> Places:
    a_group(services, "Strategy group")
    a_group(services, "Old one", ended=date(2025, 6, 1))
    made = Places(services, keeping)
    made.fill(services.people.open(jean))
    see(made)
    return made


def test_enter_opens_the_group(qtbot: QtBot, card: Places, group_id: UUID) -> None:
    (row,) = (row for row in card.rows.widgets if isinstance(row, PlaceRow))
    assert row.head.accessibleName() == "Case-study group, author · since 20 November 2025"
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(row.head, Qt.Key.Key_Return)
    assert opened.args == [group_id]


def test_a_place_in_another_group_is_given_by_choosing_it(
    services: Services, card: Places, jean: UUID, desk: Desk
) -> None:
    box = card.another.box
    assert [box.itemText(place) for place in range(box.count())] == ["Strategy group"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    places = {place.group: place for place in services.people.open(jean).places}
    assert places["Strategy group"].joined == date(2026, 3, 10)
    assert desk.messages.shown == ["Jean Lockhart joined Strategy group."]
    card.fill(services.people.open(jean))
    assert card.another.isHidden()
