from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping, Kept, KeptDay
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.when_fields import DayField
from tests.builders import PASSPHRASE, a_group, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Field]:
    """A field, and another input to go to."""
    window, made = QWidget(), Field("Job")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


@pytest.fixture
def form(field: Field, keeping: Keeping) -> Kept:
    return Kept(field, keeping)


def show(form: Kept, services: Services, person_id: UUID, text: str = "") -> None:
    form.show(f"person:{person_id}:job", text, lambda words: services.people.amend(person_id, job=words))


def press_undo(desk: Desk) -> None:
    for button in desk.messages.findChildren(Message)[-1].findChildren(Button):
        if button.text().strip() == "Undo":
            button.click()


def test_what_is_typed_is_unsaved_after_a_pause_and_kept_on_leaving(
    qtbot: QtBot, services: Services, form: Kept, field: Field
) -> None:
    person_id = a_person(services)
    show(form, services, person_id)
    field.setFocus()
    with qtbot.waitSignal(field.typed):
        qtbot.keyClicks(field.line, "Planner")
    assert services.unsaved.text(f"person:{person_id}:job") == "Planner"
    assert services.people.open(person_id).job == ""
    field.line.clearFocus()
    assert services.people.open(person_id).job == "Planner"
    assert services.unsaved.recovered() == []


def test_what_is_typed_and_taken_back_leaves_nothing_unsaved(
    qtbot: QtBot, services: Services, form: Kept, field: Field
) -> None:
    person_id = a_person(services, job="Planner")
    show(form, services, person_id, "Planner")
    field.setFocus()
    with qtbot.waitSignal(field.typed):
        qtbot.keyClicks(field.line, "s")
    field.line.setText("Planner")
    assert services.unsaved.recovered() == []


def test_another_person_is_shown_only_after_the_first_is_kept(
    qtbot: QtBot, services: Services, form: Kept, field: Field
) -> None:
    ailsa, tom = a_person(services, "Ailsa Reid"), a_person(services, "Tom Baird")
    show(form, services, ailsa)
    field.setFocus()
    qtbot.keyClicks(field.line, "Housing officer")
    show(form, services, tom)
    assert services.people.open(ailsa).job == "Housing officer"
    assert services.people.open(tom).job == ""
    assert field.text == ""


def test_what_a_crash_left_unsaved_is_brought_back_and_can_be_undone(
    services: Services, form: Kept, field: Field, desk: Desk
) -> None:
    person_id = a_person(services, job="Planner")
    services.unsaved.keep(f"person:{person_id}:job", "Planning officer")
    show(form, services, person_id, "Planner")
    assert field.text == "Planning officer"
    assert services.people.open(person_id).job == "Planning officer"
    assert "brought back" in desk.messages.shown[-1]
    press_undo(desk)
    assert services.people.open(person_id).job == "Planner"


def test_what_may_not_be_empty_stays_and_says_why(services: Services, form: Kept, field: Field) -> None:
    person_id = a_person(services, "Ailsa Reid")
    form.show("name", "Ailsa Reid", lambda words: services.people.amend(person_id, name=words))
    field.setFocus()
    field.line.clear()
    field.line.clearFocus()
    assert field.text == "Ailsa Reid"
    assert "name" in field.line.accessibleDescription()
    assert services.people.open(person_id).name == "Ailsa Reid"


def test_a_day_is_kept_and_what_is_refused_is_said(qtbot: QtBot, services: Services) -> None:
    group_id = a_group(services)
    place_id = services.people.join(a_person(services), group_id, joined=date(2026, 2, 1))
    field = DayField("Left", lambda: date(2026, 3, 10))
    qtbot.addWidget(field)
    kept = KeptDay(field)
    kept.show(None, lambda day: services.people.amend_place(place_id, left=day))
    for typed, left in (("31 January 2026", None), ("9 March", date(2026, 3, 9))):
        field.line.setText(typed)
        field.finish()
        assert services.groups.open(group_id).members[0].left == left
        assert ("before joining" in field.line.accessibleDescription()) == (left is None)


def test_undo_takes_back_the_deed_of_its_message_and_shows_it_again(
    services: Services, keeping: Keeping, desk: Desk
) -> None:
    person_id = a_person(services, "Ailsa Reid")
    services.people.remove(person_id)
    shown: list[UUID] = []
    keeping.say_done("Ailsa Reid was removed.", partial(shown.insert, 0, person_id))
    press_undo(desk)
    assert [row.name for row in services.people.rows()] == ["Ailsa Reid"]
    assert shown == [person_id]


def test_undo_takes_back_nothing_else_once_something_else_was_done(
    services: Services, keeping: Keeping, desk: Desk
) -> None:
    person_id = a_person(services, "Ailsa Reid")
    services.people.remove(person_id)
    keeping.say_done("Ailsa Reid was removed.")
    a_person(services, "Tom Baird")
    press_undo(desk)
    assert [row.name for row in services.people.rows()] == ["Tom Baird"]
    assert "Something else was done" in desk.messages.shown[-1]


def test_what_may_hold_a_name_is_read_only_while_others_look_on(
    services: Services, field: Field, desk: Desk, form: Kept
) -> None:
    person_id = a_person(services, "Ailsa Reid")
    services.discretion.enter()
    show(form, services, person_id, "AR’s line manager")
    assert field.line.isReadOnly()
    assert "initials for a name" in field.line.toolTip()
    show(form, services, person_id, "Line manager")
    assert not field.line.isReadOnly()
    private, keeping = QWidget(field), Keeping(services, desk.messages)
    keeping.conceal(private)
    assert private.isHidden()


def test_nothing_is_concealed_while_nobody_looks_on(keeping: Keeping, field: Field) -> None:
    private = QWidget(field)
    keeping.conceal(private)
    private.show()
    assert private.isVisible()


def let_grow(services: Services, pages: int) -> None:
    """Let the database grow to so many pages and no further, as on a drive that is full."""
    with services.database.reading() as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))


def test_what_a_full_drive_does_not_take_stays_typed_and_is_kept_when_there_is_room(
    form: Kept, field: Field, services: Services
) -> None:
    person_id, other_id = a_person(services, "Tom Baird"), a_person(services, "Effie Ross")
    long = "Works nights; " * 8000
    show(form, services, person_id)
    let_grow(services, 1)
    field.line.setMaxLength(len(long))
    field.line.setText(long)
    field.finish()
    assert "full" in field.line.accessibleDescription()
    show(form, services, person_id)  # something else changed, and the page is read again
    assert field.text == long
    show(form, services, other_id)  # one goes to somebody else and comes back
    assert field.text == ""
    let_grow(services, 1_000_000)
    show(form, services, person_id)
    assert services.people.open(person_id).job == long.strip()
    assert field.line.accessibleDescription() == ""


def test_a_text_that_grows_can_be_written_on_while_others_look_on(
    services: Services, field: Field, keeping: Keeping
) -> None:
    person_id = a_person(services, "Ailsa Reid", job="Ailsa’s line manager")
    form = Kept(field, keeping, grows=True)
    services.discretion.enter()
    show(form, services, person_id, services.people.open(person_id).job)
    assert not field.line.isReadOnly()
    field.line.setText("AR’s line manager, and her friend")
    field.finish()
    services.discretion.leave(PASSPHRASE)
    assert services.people.open(person_id).job == "Ailsa’s line manager, and her friend"


def test_what_was_written_on_when_it_stopped_comes_back_with_its_names(
    services: Services, field: Field, keeping: Keeping
) -> None:
    person_id = a_person(services, "Ailsa Reid", job="Ailsa’s line manager")
    services.unsaved.keep(f"person:{person_id}:job", "AR’s line manager, and her friend")
    show(Kept(field, keeping), services, person_id, "Ailsa’s line manager")
    assert services.people.open(person_id).job == "Ailsa’s line manager, and her friend"
