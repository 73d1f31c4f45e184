from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience, MentoringKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.people.quick_note import QuickNote
from tests.builders import a_person


@pytest.fixture
def quick(services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]) -> QuickNote:
    made = QuickNote(services, keeping)
    made.show_person(jean, "Jean Lockhart")
    see(made)
    return made


def test_enter_keeps_a_line_as_a_confidential_note_of_today(
    qtbot: QtBot, services: Services, quick: QuickNote, jean: UUID, desk: Desk
) -> None:
    quick.begin()
    assert not quick.keep.isVisible()
    qtbot.keyClicks(quick.line.line, "The 214 now comes at 10:05.")
    assert quick.keep.isVisible()
    quick.kind.set_value(MentoringKind.WORKLOAD.value)
    qtbot.keyClick(quick.line.line, Qt.Key.Key_Return)
    note = services.mentoring.rows(person_id=jean)[0]
    assert (note.day, note.kind, note.shared_part) == (date(2026, 3, 10), MentoringKind.WORKLOAD, "")
    assert (note.private_part, note.audience) == ("The 214 now comes at 10:05.", Audience.FACILITATOR)
    assert quick.line.text == ""
    assert services.unsaved.recovered() == []
    assert desk.messages.shown == ["Kept as a mentoring note that only you see."]


def test_what_was_begun_waits_in_the_line_of_its_person(
    qtbot: QtBot, services: Services, quick: QuickNote, jean: UUID
) -> None:
    tom = a_person(services, "Tom Baird")
    qtbot.keyClicks(quick.line.line, "Rang about")
    quick.show_person(tom, "Tom Baird")
    assert quick.line.text == ""
    assert "about Tom:" in quick.line.line.placeholderText()
    quick.show_person(jean, "Jean Lockhart")
    assert quick.line.text == "Rang about"
    assert len(services.mentoring.rows()) == 1


def test_it_is_remembered_while_one_types(qtbot: QtBot, services: Services, quick: QuickNote, jean: UUID) -> None:
    with qtbot.waitSignal(quick.line.typed):
        qtbot.keyClicks(quick.line.line, "Rang about")
    assert services.unsaved.text(f"person:{jean}:quick") == "Rang about"


def test_nothing_is_kept_of_nothing(qtbot: QtBot, services: Services, quick: QuickNote) -> None:
    qtbot.keyClicks(quick.line.line, "   ")
    qtbot.keyClick(quick.line.line, Qt.Key.Key_Return)
    assert len(services.mentoring.rows()) == 1
