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
from carfacilitator.services.search import Hit, SearchFilter
from carfacilitator.services.workspace import Services
from carfacilitator.store.recording import Deed
from tests.builders import NOON, a_case_study, a_file, a_gatekeeper, a_group, a_meeting, a_member, a_person, a_workspace


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
    assert set(found(services.search.hits("ZOE"))) == {
        ("group", "Zoë’s group"),
        ("ground rule", "Zoë’s group"),
        ("person", "Zoe Baird"),
        ("meeting", "At Zoë’s"),
        ("gatekeeper", "Zoé Grant"),
    }


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
    assert {hit.noun for hit in hits} == {"meeting", "mentoring note", "gatekeeper"}
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


def test_a_phrase_is_found_as_it_stands_and_the_last_word_while_it_is_typed(services: Services) -> None:
    a_meeting(services, a_group(services), notes="The tenants kept their homes")
    assert services.search.hits('"kept their homes"')
    assert not services.search.hits('"their kept"')
    assert services.search.hits("kept ho")
    assert not services.search.hits("kept ho", typing=False)
    assert services.search.hits("kept h"), "nothing can be said yet about a word of one letter"


def test_plurals_and_the_ways_to_write_a_scottish_name_are_one(services: Services) -> None:
    a_person(services, "Morag McKay", organisation="Tenants’ associations")
    for words in ("MacKay", "mckay", "M'Kay", "association", "tenant"):
        assert found(services.search.hits(words)) == [("person", "Morag McKay")], words


def test_what_stands_in_a_title_comes_first(services: Services) -> None:
    group_id = a_group(services)
    a_meeting(services, group_id, title="Budget", notes="the flood " * 3)
    a_meeting(services, group_id, date(2026, 4, 1), title="The flood")
    assert found(services.search.hits("flood"))[0] == ("meeting", "The flood")


def test_the_words_that_were_found_are_marked_in_the_snippet(services: Services) -> None:
    a_meeting(services, a_group(services), notes="We asked the tenants’ forum; a tenant answered.")
    (hit,) = services.search.hits("tenants")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["tenants", "tenant"]


def test_a_draft_is_found_once_at_the_leaf_of_its_newest_draft(services: Services) -> None:
    study_id = a_case_study(services)
    for number in (1, 2):
        words = ["New beginning."] * (number - 1) + ["It rained in Shore Street.", "In Shore Street nobody slept."]
        services.drafts.receive_draft(study_id, a_file(*words, name=f"{number}.docx"))
    (hit,) = services.search.hits("nobody slept")
    newest = services.drafts.timeline(study_id)[-1]
    assert (hit.id, services.search.leaf(hit)) == (newest.id, 2)
    assert services.drafts.document(newest.id).texts()[2] == hit.snippet
    assert [one.noun for one in services.search.hits("shore street")] == ["draft"]


def test_a_passage_that_only_an_older_draft_holds_is_found_there(services: Services) -> None:
    study_id = a_case_study(services)
    services.drafts.receive_draft(study_id, a_file("It rained.", "The ombudsman wrote.", name="1.docx"))
    second = services.drafts.receive_draft(study_id, a_file("It rained.", "Nobody wrote.", name="2.docx"))
    (hit,) = services.search.hits("ombudsman")
    assert hit.title.endswith("draft 1")
    services.drafts.remove(second.id)
    assert services.search.hits("nobody") == []


def test_a_search_is_narrowed_by_noun_group_person_and_day(services: Services) -> None:
    group_id, other_id = a_group(services), a_group(services, "Group Z")
    person_id = a_member(services, group_id)
    a_meeting(services, group_id, date(2026, 3, 12), notes="the flood")
    a_meeting(services, other_id, date(2026, 5, 12), notes="the flood")
    services.mentoring.add(person_id, private_part="the flood", day=date(2026, 3, 1))

    def nouns(**where: object) -> list[str]:
        narrowed = SearchFilter(**where)  # type: ignore[arg-type]  # each as SearchFilter has it
        return sorted(hit.noun for hit in services.search.hits("flood", narrowed, confidential=True))

    assert nouns() == ["meeting", "meeting", "mentoring note"]
    assert nouns(nouns=frozenset({"meeting"})) == ["meeting", "meeting"]
    assert nouns(group_id=group_id) == ["meeting"]
    assert nouns(person_id=person_id) == ["mentoring note"]
    assert nouns(since=date(2026, 3, 2)) == ["meeting", "meeting"]
    assert nouns(until=date(2026, 3, 12)) == ["meeting", "mentoring note"]
    assert nouns(group_id=person_id) == [], "no group is known by that id"


def test_what_is_altered_or_taken_back_is_found_as_it_stands_now(services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid")
    services.mentoring.add(person_id, private_part="pressed")
    services.people.amend(person_id, name="Ailsa Grant")
    assert found(services.search.hits("grant pressed", confidential=True)) == [("mentoring note", "Ailsa Grant")]
    services.history.undo()
    assert services.search.hits("grant", confidential=True) == []
    assert len(services.search.hits("reid", confidential=True)) == 2


def test_confidential_rows_do_not_touch_the_order_of_the_open_ones(services: Services) -> None:
    group_id = a_group(services)
    a_meeting(services, group_id, notes="the flood and nothing else of note happened here")
    a_meeting(services, group_id, date(2026, 4, 1), notes="budget budget flood")
    before = services.search.hits("flood budget") + services.search.hits("flood")
    person_id = a_member(services, group_id)
    for _ in range(20):
        services.mentoring.add(person_id, private_part="flood budget " * 9)
    assert services.search.hits("flood budget") + services.search.hits("flood") == before
