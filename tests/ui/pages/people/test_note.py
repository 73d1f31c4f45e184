from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience, MentoringKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.note import Note
from carfacilitator.ui.widgets.pill import Pill


@pytest.fixture
def note(services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]) -> Note:
    made = Note(services, keeping)
    made.fill(services.mentoring.rows(person_id=jean)[0])
    see(made)
    return made


def test_the_two_parts_are_told_apart_by_a_lock_and_by_words(note: Note) -> None:
    frames = {frame.property("look"): frame for frame in note.findChildren(QFrame) if frame.property("look")}
    private, shared = frames["private"], frames["card"]
    assert [pill.text for pill in private.findChildren(Pill)] == ["Facilitator only", "Inquiring stance"]
    assert [pill.text for pill in shared.findChildren(Pill)] == ["Author"]
    assert private.isAncestorOf(note.private.field)
    assert shared.isAncestorOf(note.shared.field)


def test_each_part_is_kept_where_it_stands_and_stays_confidential(
    qtbot: QtBot, services: Services, note: Note, jean: UUID
) -> None:
    note.begin()
    qtbot.keyClicks(note.private.field.focusWidget(), "Careful. ")
    note.shared.field.setFocus()
    qtbot.keyClicks(note.shared.field.focusWidget(), "Agreed: ")
    note.more.setFocus()
    kept = services.mentoring.rows(person_id=jean)[0]
    assert kept.private_part == "Careful. Very sure of the answer before she asks."
    assert kept.shared_part == "Agreed: Next: talk to two drivers."
    assert kept.audience is Audience.FACILITATOR


def test_day_and_subject_unfold(qtbot: QtBot, services: Services, note: Note, jean: UUID) -> None:
    qtbot.keyClick(note.more, Qt.Key.Key_Return)
    facts = note.facts
    assert facts is not None
    place = facts.kind.box.findData(MentoringKind.CONFLICT.value)
    facts.kind.box.setCurrentIndex(place)
    facts.kind.box.activated.emit(place)
    facts.day.field.line.setText("27 February")
    facts.day.field.finish()
    kept = services.mentoring.rows(person_id=jean)[0]
    assert (kept.kind, kept.day) == (MentoringKind.CONFLICT, date(2026, 2, 27))
    note.fill(kept)
    assert facts.kind.value == MentoringKind.CONFLICT.value
    qtbot.keyClick(note.more, Qt.Key.Key_Return)
    assert facts.isHidden()


def test_removing_it_is_asked_for_with_the_whole_note(qtbot: QtBot, services: Services, note: Note, jean: UUID) -> None:
    note.more.click()
    assert note.facts is not None
    with qtbot.waitSignal(note.removed) as removed:
        qtbot.mouseClick(note.facts.remove, Qt.MouseButton.LeftButton)
    assert removed.args == [services.mentoring.rows(person_id=jean)[0]]
