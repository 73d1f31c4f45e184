from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.recipients import Recipient, RecipientRow, Recipients, recipients

PEOPLE = [
    Recipient(id=uuid4(), name=f"Person {number}", level="local", role="manager", saw="", is_near=number < 3)
    for number in range(9)
]


@pytest.fixture
def people(qtbot: QtBot) -> Recipients:
    made = Recipients()
    qtbot.addWidget(made)
    made.offer(PEOPLE)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(people: Recipients) -> list[str]:
    return [row.text() for row in people.rows.widgets if isinstance(row, RecipientRow)]


def test_a_few_are_shown_and_the_others_are_a_press_away(qtbot: QtBot, people: Recipients) -> None:
    assert len(shown(people)) == 6
    qtbot.mouseClick(people.more, Qt.MouseButton.LeftButton)
    assert len(shown(people)) == 9
    qtbot.mouseClick(people.more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(people.filter, "person 8")
    assert shown(people) == ["Person 8"]


def test_who_is_chosen_stays_in_sight(people: Recipients) -> None:
    people.choose([PEOPLE[8].id])
    assert "Person 8" in shown(people)
    assert people.chosen == [PEOPLE[8].id]
    people.offer(PEOPLE[:8])
    assert people.chosen == []


def test_several_are_ticked_by_keys(qtbot: QtBot, people: Recipients) -> None:
    rows = people.rows.widgets
    rows[0].setFocus()
    seen: list[UUID] = []

    def see(id_: UUID) -> None:
        seen.append(id_)

    people.looked_at.connect(see)
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    with qtbot.waitSignal(people.changed):
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert people.chosen == seen == [PEOPLE[0].id, PEOPLE[1].id]
    qtbot.keyClick(rows[1], Qt.Key.Key_Space)
    assert people.chosen == [PEOPLE[0].id]


def test_those_of_the_own_partnership_stand_first_with_what_they_saw(services: Services) -> None:
    rows = services.gatekeepers.rows()
    far = next(row for row in rows if row.partnership_id != rows[0].partnership_id)
    found = recipients(rows, {far.id: "saw draft 3 on 4 March"}, far.partnership_id)
    assert found[0].is_near
    assert not found[-1].is_near
    assert next(one for one in found if one.id == far.id).about.endswith("saw draft 3 on 4 March")
