from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.services.workspace import Services
from carfacilitator.ui.unfinished import said, unfinished
from tests.builders import (
    a_case_study,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_person,
    a_sample_draft,
    a_workspace,
)
from tests.came_back import came_back


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


def test_a_note_that_was_cut_off_is_told_with_its_person(services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid")
    note_id = services.mentoring.add(person_id)
    services.unsaved.keep(f"person:{person_id}:needs", "A lift")
    services.unsaved.keep(f"note:{note_id}:private", "She worries")
    texts = unfinished(services)
    assert said(texts) == (
        "You were still writing a mentoring note about Ailsa Reid, and in one other place. Your words are kept there."
    )
    assert {(text.page, text.entity) for text in texts} == {("people", person_id)}


def test_a_form_that_was_begun_is_told_once(services: Services) -> None:
    services.unsaved.keep("new:people:name", "Effie Ro")
    services.unsaved.keep("new:people:needs", "A lift")
    services.unsaved.keep("new:nothing-known:name", "words")
    (text,) = unfinished(services)
    assert (text.about, text.page, text.entity) == ("about a new person", "people", None)


def test_every_page_that_is_written_on_is_named(services: Services) -> None:
    study_id = a_case_study(services)
    draft_id = a_draft(services, study_id, a_file("What I found"))
    sent_id = a_draft(services, study_id, a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    group_id = a_group(services, "Group B")
    entities = {
        "draft": draft_id,
        "case-study": study_id,
        "group": group_id,
        "meeting": a_meeting(services, group_id),
        "gatekeeper": a_gatekeeper(services),
        "kind": services.reviews.kinds()[0].id,
        "pack": services.packs.make(services.packs.prepare(sent_id, a_gatekeeper(services, "Ruth McKay"))).stamp.id,
    }
    for noun, entity in entities.items():
        services.unsaved.keep(f"{noun}:{entity}:notes", "half a sentence")
    services.unsaved.keep(f"pack-of:{draft_id}:form", "{}")
    found = {text.page: text.entity for text in unfinished(services)}
    assert found == {
        "review": draft_id,
        "case-studies": study_id,
        "groups": group_id,
        "meetings": entities["meeting"],
        "gatekeepers": entities["gatekeeper"],
        "codebook": entities["kind"],
        "emails": entities["pack"],
        "packs": draft_id,
    }


def test_what_belongs_to_nothing_any_more_is_not_told(services: Services) -> None:
    services.unsaved.keep(f"person:{uuid4()}:needs", "A lift")
    services.unsaved.keep("somewhere else", "words")
    assert said(unfinished(services)) == ""


def test_what_was_written_about_an_edit_or_a_remark_leads_to_what_came_back(sampled: Services) -> None:
    draft_id, _ = came_back(sampled)
    remark = sampled.combined_reviews.open(draft_id).remarks[0].id
    sampled.unsaved.keep(f"combined:{draft_id}:0123:wording", "most of a day")
    sampled.unsaved.keep(f"remark:{remark}:answer", "Yes, she checked.")
    texts = unfinished(sampled)
    assert {(text.page, text.entity) for text in texts} == {("combined", draft_id), ("combined", remark)}
    assert texts[0].about == "about what came back of draft 4 of ‘Keeping a tenancy after the flood’"
