from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.document.blocks import Block, Document, Span
from carfacilitator.document.records import to_record
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment, CommentKind, Reply
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.services.search import Hit
from carfacilitator.services.workspace import Services
from carfacilitator.store.recording import Deed
from tests.builders import NOON, a_gatekeeper, a_group, a_meeting, a_member, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def found(hits: list[Hit]) -> list[tuple[str, str]]:
    return [(hit.noun, hit.title) for hit in hits]


def a_draft_with_comments(services: Services) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    document = Document(blocks=(Block("b1", spans=(Span("Who stays in a flooded café when the water has gone?"),)),))
    with services.database.transaction(Deed("added", Draft)) as session:
        study = CaseStudy(
            group=records.get(session, Group, group_id),
            author=records.get(session, Person, person_id),
            title="Keeping a tenancy after the flood",
        )
        file = StoredFile(sha256="00", size=1, content=b"x")
        draft = Draft(case_study=study, file=file, number=4, received_at=NOON)
        draft.keep_text(session, to_record(document))
        kind = CommentKind(name="analysis", letter="A", colour="analysis")
        open_one = Comment(
            draft=draft,
            kind=kind,
            author_name="Isla",
            text="Compare the closes.",
            created_at=NOON,
            audience=Audience.AUTHOR,
        )
        hidden = Comment(draft=draft, kind=kind, author_name="Isla", text="Her manager objects.", created_at=NOON)
        reply = Reply(comment=hidden, author_name="Isla", text="He rang again.", created_at=NOON)
        session.add_all([open_one, hidden, reply])


def test_words_are_found_in_every_noun_without_regard_to_accents_and_case(services: Services) -> None:
    group_id = a_group(services, "Zoë’s group")
    a_person(services, "Zoe Baird")
    a_meeting(services, group_id, title="At Zoë’s")
    a_gatekeeper(services, "Zoé Grant")
    services.groups.agree_rule(group_id, "Zoe rings the bell.")
    assert found(services.search.hits("ZOE")) == [
        ("group", "Zoë’s group"),
        ("ground rule", "Zoë’s group"),
        ("person", "Zoe Baird"),
        ("meeting", "At Zoë’s"),
        ("gatekeeper", "Zoé Grant"),
    ]


def test_every_word_must_be_there(services: Services) -> None:
    a_person(services, "Ailsa Reid", organisation="Strathmorran Homes")
    assert len(services.search.hits("homes ailsa")) == 1
    assert services.search.hits("homes tom") == []
    assert services.search.hits("   ") == []


def test_the_back_stage_is_searched_only_when_that_is_asked_for(services: Services) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    services.mentoring.add(person_id, private_part="Petrie presses her to soften it.")
    a_meeting(services, group_id, date(2026, 3, 12), private_note="Petrie will not come")
    a_gatekeeper(services, "Fiona Grant", cares_about="what Petrie thinks")
    assert services.search.hits("petrie") == []
    hits = services.search.hits("petrie", confidential=True)
    assert [hit.noun for hit in hits] == ["meeting", "mentoring note", "gatekeeper"]
    assert all(hit.confidential and hit.audience is Audience.FACILITATOR for hit in hits)


def test_drafts_and_comments_are_searched_and_confidential_ones_are_not(services: Services) -> None:
    a_draft_with_comments(services)
    (hit,) = services.search.hits("flooded cafe")
    assert (hit.noun, hit.title) == ("draft", "Keeping a tenancy after the flood, draft 4")
    assert "flooded café" in hit.snippet
    (hit,) = services.search.hits("closes")
    assert (hit.noun, hit.audience, hit.confidential) == ("comment", Audience.AUTHOR, False)
    assert services.search.hits("manager objects") == services.search.hits("rang") == []
    assert found(services.search.hits("rang", confidential=True)) == [("reply", "Isla")]


def test_a_snippet_shows_the_words_around_the_first_one(services: Services) -> None:
    long = "before " * 40 + "the ombudsman wrote" + " after" * 40
    a_meeting(services, a_group(services), notes=long)
    (hit,) = services.search.hits("ombudsman")
    assert "the ombudsman wrote" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 160


def test_what_was_removed_or_belongs_to_it_is_not_found(services: Services) -> None:
    group_id = a_group(services, "Group Z")
    a_meeting(services, group_id, title="Group Z meets")
    services.groups.remove(group_id)
    assert services.search.hits("group z") == []


def test_what_has_no_page_of_its_own_stands_in_what_has_one(services: Services) -> None:
    a_draft_with_comments(services)
    (draft,) = services.search.hits("flooded cafe")
    (comment,) = services.search.hits("closes")
    (reply,) = services.search.hits("rang", confidential=True)
    assert comment.stands_in == reply.stands_in == draft.id
    person_id = a_person(services, "Samina Aziz")
    services.mentoring.add(person_id, private_part="Petrie presses her to soften it.")
    (note,) = services.search.hits("petrie", confidential=True)
    assert note.stands_in == person_id
    assert note.id != person_id
