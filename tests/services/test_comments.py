from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from carfacilitator.document.anchors import AnchorState
from carfacilitator.errors import NotFoundError
from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter, CommentRow
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_workspace, an_anchor

BEFORE = "When the water came in November forty-one tenancies were at risk in two streets of the town."
PROOF = "The evidence shows that early contact works, and that letters do not."
LETTER = "A letter is not contact. Nobody whom I asked could tell me what the letters had meant to say."
pytestmark = pytest.mark.usefixtures("first")
FIRST = a_file(BEFORE, "# What I found", PROOF, LETTER, name="one.docx")
SECOND = a_file(BEFORE, "# What I found", LETTER, name="two.docx")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def first(services: Services) -> UUID:
    """Make a case study of two drafts with three comments, and return its first draft."""
    study_id = a_case_study(services)
    draft_id = a_draft(services, study_id, FIRST)
    a_comment(services, draft_id, "forty-one", "Which streets?")
    a_comment(services, draft_id, "early contact works", "How do we know?")
    kind_id = services.reviews.kinds()[2].id
    remark = Remark(text="Plainer?", kind_id=kind_id, audience=Audience.GROUP, by=Speaker("Dougie Kerr", "DK"))
    letter = services.reviews.comment(draft_id, an_anchor(services, draft_id, "A letter"), remark)
    services.reviews.reply(letter, "I shall try.", Speaker("Ailsa Reid", "AR"))
    services.reviews.resolve(letter)
    a_draft(services, study_id, SECOND)
    return draft_id


def texts(rows: list[CommentRow]) -> list[str]:
    return [row.text for row in rows]


def test_every_comment_is_told_once_where_it_stands_newest(services: Services) -> None:
    rows = services.comments.rows()
    assert [(row.text, row.draft, row.begun_on, row.heading) for row in rows] == [
        ("Plainer?", 1, 1, "What I found"),
        ("How do we know?", 2, 1, "What I found"),
        ("Which streets?", 2, 1, ""),
    ]
    assert [row.place.state for row in rows] == [AnchorState.EXACT, AnchorState.ORPHAN, AnchorState.EXACT]


def test_comments_of_one_case_study_are_told_apart_from_the_others(services: Services) -> None:
    other = a_case_study(services, "The bus", "Tom Baird")
    a_comment(services, a_draft(services, other, a_file("It is not there.", name="b.docx")), "not there", "Where?")
    assert texts(services.comments.rows(CommentFilter(case_study_id=other))) == ["Where?"]
    assert len(services.comments.rows()) == 4


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"is_open": False}, ["Plainer?"]),
        ({"is_open": True}, ["How do we know?", "Which streets?"]),
        ({"people": frozenset({"Ailsa Reid"})}, ["Plainer?"]),
        ({"people": frozenset({"Dr Isla Munro"})}, ["How do we know?", "Which streets?"]),
        ({"states": frozenset({AnchorState.ORPHAN})}, ["How do we know?"]),
        ({"audiences": frozenset({Audience.GROUP})}, ["Plainer?"]),
        ({"heading": "What I found"}, ["Plainer?", "How do we know?"]),
        ({"words": "shall try"}, ["Plainer?"]),
        ({"words": "forty-one"}, ["Which streets?"]),
        ({"words": "nowhere"}, []),
    ],
)
def test_comments_are_filtered(services: Services, wanted: dict[str, Any], found: list[str]) -> None:
    assert texts(services.comments.rows(CommentFilter(**wanted))) == found


def test_comments_are_filtered_by_kind_and_by_draft(services: Services, first: UUID) -> None:
    style = services.reviews.kinds()[2].id
    assert texts(services.comments.rows(CommentFilter(kind_ids=frozenset({style})))) == ["Plainer?"]
    assert texts(services.comments.rows(CommentFilter(draft_ids=frozenset({first})))) == ["Plainer?"]


def test_what_can_be_filtered_by_is_told_with_how_many_there_are(services: Services) -> None:
    choices = services.comments.choices(services.case_studies.rows()[0].id)
    assert [(kind.name, number) for kind, number in choices.kinds] == [("Interpretation", 2), ("Writing style", 1)]
    assert dict(choices.people) == {"Dr Isla Munro": 2, "Dougie Kerr": 1, "Ailsa Reid": 1}
    assert [(draft.number, number) for draft, number in choices.drafts] == [(2, 2), (1, 1)]
    assert choices.headings == (("What I found", 2),)
    assert dict(choices.audiences) == {Audience.AUTHOR: 2, Audience.GROUP: 1}
    assert dict(choices.states) == {AnchorState.EXACT: 2, AnchorState.ORPHAN: 1}


def test_the_balance_counts_the_facilitators_own_comments(services: Services) -> None:
    study = services.case_studies.rows()[0]
    for balance in (
        services.comments.balance(),
        services.comments.balance(study.id),
        services.comments.balance(author_id=study.author_id),
    ):
        assert balance.sentence == "Your 2 comments here: 2 on interpretation."
    assert services.comments.balance(author_id=study.group_id).total == 0


def test_a_comment_remembers_what_was_done_with_it_and_what_it_said(services: Services) -> None:
    comment_id = next(row.id for row in services.comments.rows() if row.text == "Which streets?")
    kind = services.reviews.kinds()[1]
    services.reviews.amend(comment_id, text="Which two streets?", kind_id=kind.id, audience=Audience.GROUP)
    reply_id = services.reviews.reply(comment_id, "Both.")
    services.reviews.amend_reply(reply_id, "Both of them.")
    services.reviews.resolve(comment_id)
    told = [(m.verb, m.is_reply, m.what, m.before, m.after) for m in services.comments.history(comment_id)]
    assert told == [
        ("added", False, "", "", ""),
        ("changed", False, "text", "Which streets?", "Which two streets?"),
        ("changed", False, "audience", "author", "group"),
        ("changed", False, "kind", "Interpretation", "Analysis"),
        ("added", True, "", "", ""),
        ("changed", True, "text", "Both.", "Both of them."),
        ("resolved", False, "", "", ""),
    ]
    services.history.forget_undo()
    assert [moment.what for moment in services.comments.history(comment_id)] == [""] * 5


def test_where_a_comment_was_put_by_hand_is_part_of_its_story(services: Services) -> None:
    row = next(row for row in services.comments.rows() if row.text == "How do we know?")
    services.reviews.place(row.id, row.draft_id, an_anchor(services, row.draft_id, "not contact"))
    services.reviews.leave_behind(row.id, row.draft_id)
    assert [moment.verb for moment in services.comments.history(row.id)] == ["added", "placed", "left behind"]


def test_a_comment_is_found_on_the_newest_draft_on_which_it_stands(services: Services, first: UUID) -> None:
    rows = {row.text: row for row in services.comments.rows()}
    carried, resolved = rows["Which streets?"], rows["Plainer?"]
    assert services.comments.stands_on(carried.id) == (carried.draft_id, carried.id)
    assert carried.draft_id != first
    assert services.comments.stands_on(resolved.replies[0].id) == (first, resolved.id)
    with pytest.raises(NotFoundError):
        services.comments.stands_on(first)
