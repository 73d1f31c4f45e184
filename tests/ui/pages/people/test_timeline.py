from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.happenings import Kind, happenings
from carfacilitator.ui.pages.people.timeline import EVERYTHING, Timeline, is_empty
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.story import Moment
from tests.builders import a_person


@pytest.fixture
def timeline(
    services: Services,
    keeping: Keeping,
    jean: UUID,
    study: UUID,  # noqa: ARG001  it shall be there
    see: Callable[[QWidget], None],
) -> Timeline:
    made = Timeline(services, keeping)
    made.fill(happenings(services, services.people.open(jean)))
    see(made)
    return made


def titles(timeline: Timeline) -> list[str]:
    return [moment.title for moment in timeline.moments.widgets if isinstance(moment, Moment)]


def test_the_switch_shows_one_kind_or_everything(qtbot: QtBot, timeline: Timeline) -> None:
    assert len(titles(timeline)) == 6
    timeline.choose(Kind.DRAFT)
    assert [title.split(" of")[0] for title in titles(timeline)] == ["Draft 2", "Draft 1"]
    timeline.kinds.findChildren(QWidget)[0].setFocus()
    qtbot.keyClick(timeline.kinds, Qt.Key.Key_Left)
    assert titles(timeline) == ["Mentoring: inquiring stance"]
    timeline.choose(EVERYTHING)
    assert len(titles(timeline)) == 6


def test_each_thing_leads_to_its_page(qtbot: QtBot, services: Services, timeline: Timeline, study: UUID) -> None:
    draft = services.drafts.timeline(study)[-1]
    compare = next(button for button in timeline.findChildren(Button) if button.text() == "Compare with draft 1")
    with qtbot.waitSignal(timeline.wants) as wants:
        qtbot.keyClick(compare, Qt.Key.Key_Return)
    assert wants.args == ["review", draft.id]
    assert compare.accessibleName() == "Compare with draft 1: Draft 2 of ‘The bus that isn’t there’ arrived"


def test_what_is_being_typed_in_a_note_stays_when_all_is_read_again(
    qtbot: QtBot, services: Services, timeline: Timeline, jean: UUID
) -> None:
    timeline.choose(Kind.DRAFT)
    note = services.mentoring.rows(person_id=jean)[0]
    timeline.write_on(note.id)
    qtbot.waitUntil(lambda: timeline.focusWidget() is not None and timeline.focusWidget().hasFocus())
    qtbot.keyClicks(timeline.focusWidget(), "Half a thou")
    services.people.amend(jean, job="Convener")
    timeline.fill(happenings(services, services.people.open(jean)))
    qtbot.keyClicks(timeline.focusWidget(), "ght. ")
    timeline.focusWidget().clearFocus()
    assert services.mentoring.open(note.id).private_part.startswith("Half a thought. Very sure")


def test_a_timeline_without_anything_says_what_will_stand_there(
    qtbot: QtBot, services: Services, keeping: Keeping
) -> None:
    empty = Timeline(services, keeping)
    qtbot.addWidget(empty)
    empty.fill(happenings(services, services.people.open(a_person(services))))
    assert not empty._nothing.isHidden()
    assert empty._nothing.text().startswith("Nothing has happened yet")
    empty.choose(Kind.MENTORING)
    assert empty._nothing.text().startswith("No mentoring yet")


def test_what_is_older_comes_when_it_is_asked_for(
    qtbot: QtBot, services: Services, timeline: Timeline, jean: UUID
) -> None:
    for number in range(20):
        services.mentoring.add(jean, day=date(2025, 6, 1) + timedelta(days=number), private_part="Rang.")
    timeline.fill(happenings(services, services.people.open(jean)))
    assert len(timeline.moments.widgets) == 20
    assert timeline.older.text().strip() == "Show six older"
    qtbot.mouseClick(timeline.older, Qt.MouseButton.LeftButton)
    assert len(timeline.moments.widgets) == 26
    assert not timeline.older.isVisible()


def test_a_note_without_words_is_empty(services: Services, jean: UUID) -> None:
    note_id = services.mentoring.add(jean)
    assert is_empty(services.mentoring.open(note_id))
    services.mentoring.amend(note_id, shared_part="Next:")
    assert not is_empty(services.mentoring.open(note_id))
