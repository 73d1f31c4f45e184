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
from carfacilitator.ui.pages.groups.joining import Joining
from carfacilitator.ui.pages.groups.overview import Overview
from tests.builders import a_person


@pytest.fixture
def joining(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> Joining:
    made = Joining(services, keeping)
    made.fill(shown)
    see(made)
    return made


def names(joining: Joining) -> list[str]:
    box = joining.person.choice.box
    return [box.itemText(place) for place in range(box.count())]


def test_everybody_is_offered_who_is_not_there_already(services: Services, joining: Joining) -> None:
    a_person(services, "Effie Ross", organisation="Lunch club")
    joining.start()
    assert names(joining) == ["Tom Baird", "Effie Ross · Lunch club", "Somebody new …"]


def test_a_new_person_joins_by_keyboard(
    qtbot: QtBot, services: Services, joining: Joining, group_id: UUID, desk: Desk
) -> None:
    joining.start()
    joining.person.set_value("new")
    joining.person.name.setFocus()
    qtbot.keyClicks(joining.person.name.line, "Effie Ross")
    qtbot.keyClicks(joining.role.line, "guest")
    qtbot.keyClick(joining.role.line, Qt.Key.Key_Return)
    member = next(one for one in services.groups.open(group_id).members if one.person == "Effie Ross")
    assert (member.role, member.joined) == ("guest", date(2026, 3, 10))
    assert desk.messages.shown == ["Effie Ross joined Case-study group."]
    assert joining.isHidden()


def test_somebody_known_joins_again(
    qtbot: QtBot, services: Services, joining: Joining, group_id: UUID, people: dict[str, UUID]
) -> None:
    joining.start()
    joining.person.set_value(str(people["Tom"]))
    qtbot.mouseClick(joining.join, Qt.MouseButton.LeftButton)
    places = [place for place in services.groups.open(group_id).members if place.person_id == people["Tom"]]
    assert sorted(place.left is None for place in places) == [False, True]


def test_nobody_joins_without_a_name_or_with_a_day_that_is_none(
    qtbot: QtBot, services: Services, joining: Joining, people: dict[str, UUID]
) -> None:
    joining.start()
    qtbot.mouseClick(joining.join, Qt.MouseButton.LeftButton)
    assert joining.person.choice.box.accessibleDescription() == "Say who joins."
    joining.person.set_value(str(people["Tom"]))
    joining.joined.line.setText("the day after")
    qtbot.mouseClick(joining.join, Qt.MouseButton.LeftButton)
    assert services.history.events(most=1)[0].verb != "added" or len(services.people.open(people["Tom"]).places) == 1
    assert not joining.isHidden()


def test_not_now_closes_it(qtbot: QtBot, joining: Joining) -> None:
    joining.start()
    with qtbot.waitSignal(joining.closed):
        qtbot.mouseClick(joining.not_now, Qt.MouseButton.LeftButton)
    assert joining.isHidden()
