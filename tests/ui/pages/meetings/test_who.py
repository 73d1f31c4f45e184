from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.pages.meetings.who import PersonRow, Who
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_group, a_meeting, a_person

LookAt = Callable[[UUID], Overview]


@pytest.fixture
def who(services: Services, keeping: Keeping, meeting_id: UUID, look_at: LookAt, see: Callable[[QWidget], None]) -> Who:
    made = Who(services, keeping)
    made.fill(look_at(meeting_id))
    services.on_change(lambda _: made.fill(look_at(meeting_id)))
    see(made)
    return made


def rows(who: Who) -> list[PersonRow]:
    return [row for row in who.people.widgets if isinstance(row, PersonRow)]


def said(who: Who) -> list[str]:
    return [row.pill.accessibleName() for row in rows(who)]


def note(who: Who) -> str:
    return next(words.text() for words in who.findChildren(Words) if " of " in words.text())


def test_no_answer_is_no_yes(who: Who) -> None:
    assert said(who) == [
        "Answer of Tom Baird: No answer",
        "Answer of Jean Lockhart: Yes",
        "Answer of Ailsa Reid: No answer",
    ]
    assert note(who) == "one of three said yes"


def test_an_answer_is_noted_with_a_letter(qtbot: QtBot, services: Services, who: Who, meeting_id: UUID) -> None:
    pill = rows(who)[0].pill
    pill.setFocus()
    qtbot.keyClicks(pill, "a")
    assert said(who)[0] == "Answer of Tom Baird: Apologies"
    assert services.meetings.open(meeting_id).attendance[0].attendance is Attendance.APOLOGIES


def test_before_it_begins_nobody_can_have_come(who: Who) -> None:
    assert [action.text() for action in rows(who)[0].pill.menu_of_states().actions()] == [
        "Yes",
        "Apologies",
        "No answer",
    ]


def test_afterwards_it_is_who_came(who: Who, held_id: UUID, look_at: LookAt) -> None:
    who.fill(look_at(held_id))
    assert who.accessibleName() == "Who came"
    assert note(who) == "1 of 3"
    offered = [action.text() for action in rows(who)[0].pill.menu_of_states().actions()]
    assert offered == ["Came", "Apologies", "Stayed away", "No answer"]


def test_who_said_yes_and_was_not_noted_since_is_told_apart(
    services: Services, who: Who, held_id: UUID, people: dict[str, UUID], look_at: LookAt
) -> None:
    services.meetings.mark(held_id, people["Ailsa"], Attendance.COMING)
    who.fill(look_at(held_id))
    assert said(who)[-1] == "Answer of Ailsa Reid: Said yes"


def test_a_row_says_what_a_person_needs_and_opens_them(qtbot: QtBot, who: Who, people: dict[str, UUID]) -> None:
    row = rows(who)[1]
    assert row.head.accessibleName() == "Jean Lockhart, A hearing loop. The 214 bus., Yes"
    row.head.setFocus()
    with qtbot.waitSignal(who.opened) as told:
        qtbot.keyClick(row.head, Qt.Key.Key_Return)
    assert told.args == [people["Jean"]]


def test_somebody_else_comes_as_a_guest(qtbot: QtBot, services: Services, who: Who) -> None:
    assert who.add_guest.isHidden()
    effie = a_person(services, "Effie Muir", organisation="Carers’ café")
    qtbot.mouseClick(who.add_guest, Qt.MouseButton.LeftButton)
    assert who.guest.box.itemText(0) == "Effie Muir · Carers’ café"
    assert who.step_back()
    who.add_guest.click()
    who.guest.box.setCurrentIndex(0)
    who.guest.chosen.emit(str(effie))
    assert "Answer of Effie Muir: Yes" in said(who)
    assert not who.step_back()


def test_a_guest_is_told_apart_and_can_be_taken_off_the_list(services: Services, who: Who, meeting_id: UUID) -> None:
    effie = a_person(services, "Effie Muir")
    services.meetings.mark(meeting_id, effie, Attendance.COMING)
    row = rows(who)[-1]
    assert row.head.accessibleName() == "Effie Muir, Guest, Yes"
    offered = row.pill.menu_of_states().actions()
    assert [action.text() for action in offered] == ["Yes", "Apologies", "Not a guest after all"]
    offered[-1].trigger()
    assert len(rows(who)) == 3


def test_who_said_yes_came_with_one_press(
    services: Services, who: Who, held_id: UUID, people: dict[str, UUID], look_at: LookAt
) -> None:
    assert who.as_they_said.isHidden()
    services.meetings.mark(held_id, people["Ailsa"], Attendance.COMING)
    who.fill(look_at(held_id))
    assert not who.as_they_said.isHidden()
    who.as_they_said.click()
    who.fill(look_at(held_id))
    assert note(who) == "2 of 3"
    assert who.as_they_said.isHidden()


def test_a_group_of_nobody_says_where_members_come_from(services: Services, who: Who, look_at: LookAt) -> None:
    empty = a_meeting(services, a_group(services, "New group"))
    who.fill(look_at(empty))
    assert not rows(who)
    assert any("Nobody belongs" in words.text() for words in who.findChildren(Words) if words.isVisible())
