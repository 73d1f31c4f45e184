from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.errors import NotFoundError
from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.titles import find, title_of
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_group, a_member, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_record_is_called_by_its_own_name_and_what_it_belongs_to(services: Services) -> None:
    person_id = a_member(services, a_group(services))
    note_id = services.mentoring.add(person_id)
    draft_id = a_draft(services, a_case_study(services), a_file("It rained."))
    services.drafts.remove(draft_id)
    with services.database.reading() as session:
        assert title_of(session, find(session, "Person", person_id)) == "Ailsa Reid"
        assert title_of(session, find(session, "MentoringNote", note_id)) == "reassurance, 10 March 2026: Ailsa Reid"
        assert title_of(session, find(session, "Draft", draft_id)) == "draft 1: Keeping a tenancy"


def test_who_was_asked_to_agree_and_what_happened_are_called_by_their_words(services: Services) -> None:
    sanction_id = services.sanctions.ask(a_case_study(services), a_gatekeeper(services), "Report for the board")
    entry_id = services.sanctions.note(sanction_id, SanctionEntryKind.RANG, "She will read it on Sunday.")
    with services.database.reading() as session:
        title = title_of(session, find(session, "Sanction", sanction_id))
        assert title == "Report for the board: Keeping a tenancy"
        assert title_of(session, find(session, "SanctionEntry", entry_id)) == "She will read it on Sunday."


def test_what_is_not_there_is_said(services: Services) -> None:
    with services.database.reading() as session:
        for noun in ("Person", "Event", "Nothing"):
            with pytest.raises(NotFoundError):
                find(session, noun, uuid4())
