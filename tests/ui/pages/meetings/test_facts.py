from collections.abc import Callable, Iterator
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.facts import About, LastTime, Notes, PrivateNote
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.widgets.button import Button

LookAt = Callable[[UUID], Overview]
Seen = Callable[[QWidget], None]


@pytest.fixture
def about(services: Services, keeping: Keeping, meeting_id: UUID, look_at: LookAt, see: Seen) -> About:
    made = About(services, keeping, Button("Remove this meeting"))
    made.fill(look_at(meeting_id))
    services.on_change(lambda _: made.fill(look_at(meeting_id)))
    see(made)
    return made


def write(qtbot: QtBot, line: QWidget, text: str) -> None:
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]  # all lines have it
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_day_time_and_length_are_kept_as_they_are_changed(
    qtbot: QtBot, services: Services, about: About, meeting_id: UUID
) -> None:
    write(qtbot, about.day.field.line, "26 march")
    write(qtbot, about.starts.line, "2pm")
    about.minutes.setFocus()
    qtbot.keyClicks(about.minutes, "+")
    meeting = services.meetings.open(meeting_id)
    assert (meeting.day, meeting.starts, meeting.minutes) == (date(2026, 3, 26), time(14, 0), 135)


def test_place_title_and_purpose_are_written_where_they_stand(
    qtbot: QtBot, services: Services, about: About, meeting_id: UUID
) -> None:
    for kept, text in ((about.place, "Hall"), (about.title, "Retreat"), (about.purpose, "What did people tell us?")):
        write(qtbot, kept.field.findChildren(QPlainTextEdit)[0], text)
    meeting = services.meetings.open(meeting_id)
    assert (meeting.place, meeting.title, meeting.purpose) == ("Hall", "Retreat", "What did people tell us?")


def test_a_meeting_without_a_day_or_a_time_is_refused_in_words(
    qtbot: QtBot, services: Services, about: About, meeting_id: UUID
) -> None:
    write(qtbot, about.day.field.line, " ")
    assert "on some day" in about.day.field.line.accessibleDescription()
    write(qtbot, about.starts.line, " ")
    assert "at some time" in about.starts.line.accessibleDescription()
    meeting = services.meetings.open(meeting_id)
    assert (meeting.day, meeting.starts) == (date(2026, 3, 12), time(10, 15))


@pytest.fixture
def texts(services: Services, keeping: Keeping, see: Seen) -> Iterator[tuple[Notes, PrivateNote]]:
    both = QWidget()
    column = QVBoxLayout(both)
    notes, private = Notes(services, keeping), PrivateNote(services, keeping)
    column.addWidget(notes)
    column.addWidget(private)
    see(both)
    yield notes, private
    both.hide()


def test_notes_and_the_private_note_are_kept_apart(
    qtbot: QtBot, services: Services, meeting_id: UUID, look_at: LookAt, texts: tuple[Notes, PrivateNote]
) -> None:
    notes, private = texts
    notes.fill(look_at(meeting_id))
    private.fill(look_at(meeting_id))
    assert private.property("look") == "private"
    assert private.text.field.text == "Ask Tom, quietly."
    area = notes.text.field.findChildren(QPlainTextEdit)[0]
    area.setFocus()
    qtbot.keyClicks(area, "Jean asked the depot.")
    private.text.field.setFocus()
    meeting = services.meetings.open(meeting_id)
    assert (meeting.notes, meeting.private_note) == ("Jean asked the depot.", "Ask Tom, quietly.")


def test_what_was_noted_last_time_can_be_read_and_opened(
    qtbot: QtBot, held_id: UUID, meeting_id: UUID, look_at: LookAt
) -> None:
    card = LastTime()
    qtbot.addWidget(card)
    card.fill(look_at(meeting_id))
    assert card.text.text() == "Jean asked the depot."
    with qtbot.waitSignal(card.opened) as told:
        card.open_it.click()
    assert told.args == [held_id]
    card.fill(look_at(held_id))
    assert card.isHidden()
