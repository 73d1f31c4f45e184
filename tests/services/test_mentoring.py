from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.model.terms import Audience, MentoringKind
from carfacilitator.services.workspace import Services
from tests.builders import a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_note_is_of_today_and_for_the_facilitator_only(services: Services) -> None:
    note_id = services.mentoring.add(a_person(services), shared_part="Two steps.", private_part="She is pressed.")
    note = services.mentoring.open(note_id)
    assert (note.day, note.audience, note.person) == (date(2026, 3, 10), Audience.FACILITATOR, "Ailsa Reid")
    assert (note.shared_part, note.private_part) == ("Two steps.", "She is pressed.")


def test_notes_stand_newest_first_and_are_found_by_what_they_say(services: Services) -> None:
    ailsa, tom = a_person(services, "Ailsa Reid"), a_person(services, "Tom Baird")
    older = services.mentoring.add(ailsa, day=date(2026, 2, 1), kind=MentoringKind.WORKLOAD)
    newer = services.mentoring.add(tom, day=date(2026, 3, 1), private_part="pressed by the centre")
    assert [row.id for row in services.mentoring.rows()] == [newer, older]
    assert [row.id for row in services.mentoring.rows("workload")] == [older]
    assert [row.id for row in services.mentoring.rows(person_id=tom)] == [newer]


def test_a_note_is_altered_and_removed(services: Services) -> None:
    note_id = services.mentoring.add(a_person(services))
    services.mentoring.amend(note_id, shared_part="  One step.  ")
    assert services.mentoring.open(note_id).shared_part == "One step."
    services.mentoring.remove(note_id)
    assert services.mentoring.rows() == []


def test_notes_about_somebody_who_was_removed_are_not_listed(services: Services) -> None:
    person_id = a_person(services)
    services.mentoring.add(person_id)
    services.people.remove(person_id)
    assert services.mentoring.rows() == []


def test_a_glimpse_tells_that_there_is_a_note_and_not_what_it_says(services: Services) -> None:
    ailsa, tom = a_person(services, "Ailsa Reid"), a_person(services, "Tom Baird")
    older = services.mentoring.add(ailsa, day=date(2026, 2, 1))
    newer = services.mentoring.add(ailsa, day=date(2026, 3, 1), private_part="pressed")
    services.mentoring.add(tom)
    assert [note.id for note in services.mentoring.glimpses({ailsa})] == [newer, older]
    (note,) = services.mentoring.glimpses([ailsa], since=date(2026, 2, 2))
    assert (note.person, note.day) == ("Ailsa Reid", date(2026, 3, 1))
    assert services.mentoring.glimpses([]) == []
