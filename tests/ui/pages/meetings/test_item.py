from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.item import ItemRow, ItemShown

Seen = Callable[[QWidget], None]


def shown(services: Services, meeting_id: UUID, place: int = 1) -> ItemShown:
    lines = services.meetings.open(meeting_id).agenda
    return ItemShown(line=lines[place], place=place, of=len(lines), has_moved=False)


@pytest.fixture
def row(services: Services, keeping: Keeping, meeting_id: UUID, see: Seen) -> ItemRow:
    made = ItemRow(services.agendas, keeping)
    made.fill(shown(services, meeting_id))
    see(made)
    return made


def test_it_says_what_when_and_how_long(row: ItemRow) -> None:
    assert row.head.accessibleName() == "What is a case study?, Isla, at 10:35, 40 minutes, 2 of 4"
    assert row.minutes.accessibleName() == "Minutes of What is a case study?"


def test_a_length_is_kept_at_once(qtbot: QtBot, services: Services, meeting_id: UUID, row: ItemRow) -> None:
    row.minutes.setFocus()
    qtbot.keyClicks(row.minutes, "+")
    assert services.meetings.open(meeting_id).agenda[1].minutes == 45


def test_enter_unfolds_it_and_what_is_typed_is_kept(
    qtbot: QtBot, services: Services, meeting_id: UUID, row: ItemRow
) -> None:
    row.head.setFocus()
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    title, leads = row.fields.title.field.findChildren(QLineEdit)[0], row.fields.leads.field
    assert title.hasFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Why a case study?")
    leads.setFocus()
    note = row.fields.private_note.field
    note.setFocus()
    qtbot.keyClicks(note.focusWidget(), "Tom has heard this before.")
    row.head.setFocus()
    line = services.meetings.open(meeting_id).agenda[1]
    assert (line.title, line.private_note) == ("Why a case study?", "Tom has heard this before.")
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    assert not row.is_unfolded


def test_an_empty_title_is_refused_in_words(qtbot: QtBot, services: Services, meeting_id: UUID, row: ItemRow) -> None:
    row.toggle()
    line = row.fields.title.field.findChildren(QLineEdit)[0]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "cannot be empty" in line.accessibleDescription()
    assert services.meetings.open(meeting_id).agenda[1].title == "What is a case study?"


def test_a_note_of_ones_own_shows_a_lock(services: Services, meeting_id: UUID, row: ItemRow) -> None:
    assert "note of yours" not in row.head.accessibleName()
    services.agendas.amend(shown(services, meeting_id).line.id, private_note="Not at Tom’s table.")
    row.fill(shown(services, meeting_id))
    assert row.head.accessibleName().endswith("has a note of yours")
    assert "Tom’s table" not in row.head.accessibleName()


def test_its_buttons_and_keys_ask_for_what_they_say(qtbot: QtBot, row: ItemRow) -> None:
    assert row.shown is not None
    item_id = row.shown.line.id
    row.toggle()
    for ask, place in ((row.fields.up, 0), (row.fields.down, 2)):
        with qtbot.waitSignal(row.move_wanted) as told:
            qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
        assert told.args == [item_id, place]
    with qtbot.waitSignal(row.remove_wanted):
        qtbot.mouseClick(row.fields.remove, Qt.MouseButton.LeftButton)
    row.head.setFocus()
    with qtbot.waitSignal(row.remove_wanted):
        qtbot.keyClick(row.head, Qt.Key.Key_Delete)


def test_the_first_cannot_go_up_nor_the_last_down(services: Services, meeting_id: UUID, row: ItemRow) -> None:
    row.fill(shown(services, meeting_id, 0))
    assert not row.fields.up.isEnabled()
    row.fill(shown(services, meeting_id, 3))
    assert not row.fields.down.isEnabled()


def test_it_tells_when_one_comes_to_it(qtbot: QtBot, row: ItemRow) -> None:
    with qtbot.waitSignal(row.came_to):
        row.minutes.setFocus()
    before = row.grab().toImage()
    row.mark(current=True)
    assert row.grab().toImage() != before
