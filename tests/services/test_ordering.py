from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from carfacilitator.document.anchors import AnchorState
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import Draft
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_workspace, an_anchor

WATER = "When the water came in November forty-one tenancies were at risk in two streets of the town."
DOORS = "I walked to the door of every house, and I wrote down what I heard there, with their leave."
LETTER = "A letter is not contact. Nobody whom I asked could tell me what the letters had meant to say."
PROOF = "The evidence shows that early contact works, and that most letters do not work at all."
A = a_file(WATER, DOORS, name="a.docx")
B = a_file(WATER, DOORS, LETTER, name="b.docx")
C = a_file(WATER, DOORS, LETTER, PROOF, name="c.docx")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    return a_case_study(services)


def said_in(services: Services, draft_id: UUID) -> dict[str, AnchorState]:
    return {thread.text: thread.place.state for thread in services.reviews.threads(draft_id)}


def test_a_comment_stands_in_no_draft_before_its_own_and_in_those_after_it(services: Services, study: UUID) -> None:
    c = a_draft(services, study, C)
    a_comment(services, c, "two streets", "on c")
    b = a_draft(services, study, B)
    a_comment(services, b, "not contact", "on b")
    services.drafts.reorder(study, [b, c])
    assert said_in(services, b) == {"on b": AnchorState.EXACT}
    assert said_in(services, c) == {"on b": AnchorState.EXACT, "on c": AnchorState.EXACT}
    services.history.undo()
    assert said_in(services, b) == {"on b": AnchorState.EXACT, "on c": AnchorState.EXACT}
    assert said_in(services, c) == {"on c": AnchorState.EXACT}


def test_taking_a_new_order_back_puts_every_comment_where_it_was(services: Services, study: UUID) -> None:
    a = a_draft(services, study, A)
    a_comment(services, a, "two streets", "on a")
    c, b = (a_draft(services, study, file) for file in (C, B))
    before = [services.reviews.threads(draft) for draft in (a, b, c)]
    services.drafts.reorder(study, [a, b, c])
    after = [services.reviews.threads(draft) for draft in (a, b, c)]
    services.history.undo()
    assert [services.reviews.threads(draft) for draft in (a, b, c)] == before
    services.history.redo()
    assert [services.reviews.threads(draft) for draft in (a, b, c)] == after


def test_what_seemed_cut_is_found_again_in_the_right_order(services: Services, study: UUID) -> None:
    b, a, c = (a_draft(services, study, file) for file in (B, A, C))
    comment_id = a_comment(services, b, "not contact", "on b")
    assert said_in(services, a) == {}
    services.drafts.reorder(study, [a, b, c])
    assert [list(said_in(services, draft)) for draft in (a, b, c)] == [[], ["on b"], ["on b"]]
    assert services.reviews.threads(c)[0].id == comment_id


def test_what_was_placed_by_hand_stays_where_it_was_put(services: Services, study: UUID) -> None:
    a = a_draft(services, study, A)
    comment_id = a_comment(services, a, "two streets", "by hand")
    c, b = (a_draft(services, study, file) for file in (C, B))
    services.reviews.place(comment_id, c, an_anchor(services, c, "early contact"))
    services.drafts.reorder(study, [a, b, c])
    (thread,) = services.reviews.threads(c)
    assert (thread.place.state, thread.place.quote) == (AnchorState.MANUAL, "early contact")
    assert said_in(services, b) == {"by hand": AnchorState.EXACT}


def test_what_was_left_behind_stays_behind(services: Services, study: UUID) -> None:
    a = a_draft(services, study, A)
    comment_id = a_comment(services, a, "two streets", "left")
    c = a_draft(services, study, C)
    services.reviews.leave_behind(comment_id, c)
    b = a_draft(services, study, B)
    services.drafts.reorder(study, [a, b, c])
    assert [list(said_in(services, draft)) for draft in (a, b, c)] == [["left"], [], []]


def test_resolved_comments_stay_with_their_drafts(services: Services, study: UUID) -> None:
    a = a_draft(services, study, A)
    comment_id = a_comment(services, a, "two streets", "settled")
    c = a_draft(services, study, C)
    services.reviews.resolve(comment_id)
    b = a_draft(services, study, B)
    services.drafts.reorder(study, [a, b, c])
    assert [list(said_in(services, draft)) for draft in (a, b, c)] == [["settled"], [], ["settled"]]


def test_a_paragraph_has_one_id_through_the_new_order(services: Services, study: UUID) -> None:
    c, a, b = (a_draft(services, study, file) for file in (C, A, B))
    services.drafts.reorder(study, [a, b, c])
    with services.database.reading() as session:
        lineages = list(session.scalars(select(Draft.lineage).order_by(Draft.number)))
    assert [len(ids) for ids in lineages] == [2, 3, 4]
    assert lineages[0] == lineages[1][:2] == lineages[2][:2]
    assert lineages[1] == lineages[2][:3]


def test_numbers_that_were_left_out_stay_left_out(services: Services, study: UUID) -> None:
    ids = [a_draft(services, study, file) for file in (C, A)]
    services.drafts.reorder(study, list(reversed(ids)))
    services.drafts.reorder(study, list(reversed(ids)))
    assert [row.number for row in services.drafts.timeline(study)] == [1, 2]


def test_only_all_the_drafts_of_a_study_can_be_put_in_order(services: Services, study: UUID) -> None:
    one, two = (a_draft(services, study, file) for file in (A, B))
    for wrong in ([one], [one, one], [], [one, study]):
        with pytest.raises(KnownError, match="not all the drafts"):
            services.drafts.reorder(study, wrong)
    services.drafts.reorder(study, [one, two])
    assert services.history.can_undo() == "received a draft"
