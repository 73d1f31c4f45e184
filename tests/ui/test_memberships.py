from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.people import PlaceInGroup
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.memberships import Membership, span
from carfacilitator.ui.page import Desk
from tests.builders import a_group, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def group_id(services: Services) -> UUID:
    group_id = a_group(services, "Group A")
    services.people.join(a_person(services, "Jean Lockhart"), group_id, role="author", joined=date(2025, 11, 20))
    return group_id


@pytest.fixture
def facts(qtbot: QtBot, services: Services, desk: Desk, group_id: UUID) -> Membership:
    made = Membership(services, Keeping(services, desk.messages))
    qtbot.addWidget(made)
    made.fill(only_place(services, group_id))
    with qtbot.waitActive(made):
        made.show()
    return made


def only_place(services: Services, group_id: UUID) -> PlaceInGroup:
    (place,) = services.groups.open(group_id).members
    return place


def test_the_role_is_kept_on_leaving_the_field(
    qtbot: QtBot, services: Services, facts: Membership, group_id: UUID
) -> None:
    facts.role.field.setFocus()
    qtbot.keyClicks(facts.role.field.focusWidget(), ", volunteer")
    facts.joined.field.setFocus()
    assert only_place(services, group_id).role == "author, volunteer"


def test_who_leaves_is_asked_why(qtbot: QtBot, services: Services, facts: Membership, group_id: UUID) -> None:
    assert facts.why_left.field.isHidden()
    facts.left.field.setFocus()
    qtbot.keyClicks(facts.left.field.line, "3 March")
    qtbot.keyClick(facts.left.field.line, Qt.Key.Key_Return)
    assert only_place(services, group_id).left == date(2026, 3, 3)
    facts.fill(only_place(services, group_id))
    assert not facts.why_left.field.isHidden()


def test_a_place_given_by_mistake_is_taken_away_with_undo(
    qtbot: QtBot, services: Services, facts: Membership, group_id: UUID, desk: Desk
) -> None:
    qtbot.mouseClick(facts.take_away, Qt.MouseButton.LeftButton)
    assert services.groups.open(group_id).members == ()
    assert desk.messages.shown == ["Jean Lockhart has no place in Group A any more."]
    services.history.undo()
    assert only_place(services, group_id).person == "Jean Lockhart"


def test_a_place_is_said_by_its_days(services: Services, group_id: UUID) -> None:
    assert span(only_place(services, group_id)) == "since 20 November 2025"
    services.people.amend_place(only_place(services, group_id).id, left=date(2026, 3, 3))
    assert span(only_place(services, group_id)) == "left 3 March 2026"
