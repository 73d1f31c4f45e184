from datetime import date

from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Audience


def test_a_mentoring_note_is_for_the_facilitator_only() -> None:
    note = MentoringNote(person=Person(name="Ailsa Reid"), day=date(2026, 3, 9))
    assert note.audience is Audience.FACILITATOR
    assert note.shared_part == note.private_part == ""
