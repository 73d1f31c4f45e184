from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.people.detail import PersonDetail
from carfacilitator.ui.pages.people.note import Note
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def detail(services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]) -> PersonDetail:
    made = PersonDetail(services, keeping, Button("Remove this person"))
    made.fill(jean)
    see(made)
    return made


def test_groups_and_studies_are_opened_on_their_own_pages(
    qtbot: QtBot, detail: PersonDetail, group_id: UUID, study: UUID
) -> None:
    for signal, thing, page in (
        (detail.places.opened, group_id, "groups"),
        (detail.studies.opened, study, "case-studies"),
    ):
        with qtbot.waitSignal(detail.wants) as wants:
            signal.emit(thing)
        assert wants.args == [page, thing]


def test_a_mentoring_note_begins_with_the_focus_in_its_private_part(
    qtbot: QtBot, services: Services, detail: PersonDetail, jean: UUID
) -> None:
    detail.write_note()
    focused = detail.focusWidget()
    assert focused.accessibleName() == "Mentoring note, for you alone"
    qtbot.keyClicks(focused, "Rang at noon.")
    focused.clearFocus()
    assert services.mentoring.rows(person_id=jean)[0].private_part == "Rang at noon."


def test_an_empty_note_is_gone_on_with(services: Services, detail: PersonDetail, jean: UUID) -> None:
    detail.write_note()
    detail.write_note()
    assert len(services.mentoring.rows(person_id=jean)) == 2


def test_a_note_is_removed_with_undo(services: Services, detail: PersonDetail, jean: UUID, desk: Desk) -> None:
    (note,) = detail.findChildren(Note)
    note.more.click()
    assert note.facts is not None
    note.facts.remove.click()
    assert services.mentoring.rows(person_id=jean) == []
    assert desk.messages.shown == ["A mentoring note was removed."]
    services.history.undo()
    assert len(services.mentoring.rows(person_id=jean)) == 1
