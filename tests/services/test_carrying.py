from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.document.anchors import AnchorState
from carfacilitator.services.threads import Place
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_workspace

TITLE = "# Keeping a tenancy after the flood"
FLOOD = "When the water came in November forty-one tenancies were at risk in two streets of the town."
WALKED = "I walked to the door of every house, and I wrote down what I heard there, with leave of those who said it."
PROOF = "The evidence shows that early contact works, and that letters do not."
LETTER = "A letter is not contact. Nobody whom I asked could tell me what the letters had meant to say."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def places(services: Services, draft_id: object) -> dict[str, Place]:
    (row,) = [row for row in services.drafts.rows() if row.id == draft_id]
    return {thread.text: thread.place for thread in services.reviews.threads(row.id)}


def test_open_comments_come_along_and_each_says_how_sure_its_place_is(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, WALKED, PROOF, LETTER))
    a_comment(services, first, "wrote down what I heard", "moved")
    a_comment(services, first, "forty-one tenancies were at risk", "changed")
    a_comment(services, first, "The evidence shows that early contact works", "lost")
    received = services.drafts.receive_draft(
        study_id, a_file(TITLE, LETTER, FLOOD.replace("forty-one", "thirty-nine"), WALKED)
    )
    found = places(services, received.id)
    assert {text: place.state for text, place in found.items()} == {
        "moved": AnchorState.EXACT,
        "changed": AnchorState.CHANGED,
        "lost": AnchorState.ORPHAN,
    }
    assert found["changed"].quote == "thirty-nine tenancies were at risk"
    assert found["changed"].old_quote == "forty-one tenancies were at risk"
    assert (found["lost"].anchor, found["lost"].old_quote) == (None, "The evidence shows that early contact works")
    assert sum(received.carried.values()) == 3
    assert services.drafts.open(received.id).unsure == 1


def test_where_a_comment_stood_in_the_draft_before_stays_as_it_was(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, WALKED))
    a_comment(services, first, "two streets")
    before = places(services, first)
    a_draft(services, study_id, a_file(TITLE, WALKED, FLOOD))
    assert places(services, first) == before


def test_a_lost_comment_is_found_again_when_its_passage_comes_back(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF, LETTER))
    a_comment(services, first, "The evidence shows that early contact works", "lost")
    second = a_draft(services, study_id, a_file(TITLE, FLOOD, LETTER))
    assert places(services, second)["lost"].state is AnchorState.ORPHAN
    third = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF, LETTER, name="third.docx"))
    assert places(services, third)["lost"].state is AnchorState.EXACT
    assert places(services, third)["lost"].quote == "The evidence shows that early contact works"


def test_a_comment_that_stays_lost_keeps_the_words_it_was_written_about(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF))
    a_comment(services, first, "The evidence shows", "lost")
    a_draft(services, study_id, a_file(TITLE, FLOOD, LETTER))
    third = a_draft(services, study_id, a_file(TITLE, WALKED, FLOOD, LETTER))
    assert places(services, third)["lost"].old_quote == "The evidence shows"


def test_an_uncertain_place_stays_uncertain_until_it_is_confirmed(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, LETTER))
    comment_id = a_comment(services, first, "tenancies were at risk", "weak")
    second = a_draft(services, study_id, a_file(TITLE, FLOOD.replace("tenancies were at risk", "homes"), LETTER))
    assert places(services, second)["weak"].state is AnchorState.WEAK
    third_file = a_file(TITLE, FLOOD.replace("tenancies were at risk", "homes"), LETTER, WALKED)
    third = a_draft(services, study_id, third_file)
    assert places(services, third)["weak"].state is AnchorState.WEAK
    assert places(services, third)["weak"].old_quote == "tenancies were at risk"
    services.reviews.confirm(comment_id, third)
    fourth = a_draft(services, study_id, a_file(*third_file.document.texts(), "The end."))
    assert places(services, fourth)["weak"].state is AnchorState.EXACT


def test_a_place_that_is_worn_away_draft_by_draft_becomes_uncertain(services: Services) -> None:
    study_id = a_case_study(services)
    wordings = ["wrote down what I heard there", "wrote up what I heard there", "wrote up what people said there"]
    first = a_draft(services, study_id, a_file(TITLE, WALKED, LETTER))
    a_comment(services, first, wordings[0], "worn")
    states = []
    for wording in (wordings[1], wordings[2], "wrote a diary of all that was said there"):
        draft_id = a_draft(
            services, study_id, a_file(TITLE, WALKED.replace(wordings[0], wording), LETTER, name=wording)
        )
        place = places(services, draft_id)["worn"]
        states.append(place.state)
        assert (place.quote, place.old_quote) == (wording, wordings[0])
    assert states == [AnchorState.CHANGED, AnchorState.CHANGED, AnchorState.WEAK]


def test_what_has_changed_since_it_was_written_is_not_exact_in_the_draft_after(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, WALKED))
    a_comment(services, first, "forty-one tenancies were at risk", "changed")
    changed = FLOOD.replace("forty-one", "thirty-nine")
    a_draft(services, study_id, a_file(TITLE, changed, WALKED, name="second.docx"))
    third = a_draft(services, study_id, a_file(TITLE, changed, WALKED, LETTER, name="third.docx"))
    place = places(services, third)["changed"]
    assert (place.state, place.old_quote) == (AnchorState.CHANGED, "forty-one tenancies were at risk")


def test_resolved_removed_and_left_behind_comments_stay_on_their_draft(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF, LETTER))
    resolved, removed, left = (a_comment(services, first, words, words) for words in ("November", "early", "A letter"))
    services.reviews.resolve(resolved)
    services.reviews.remove(removed)
    second = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF, LETTER, WALKED))
    assert set(places(services, second)) == {"A letter"}
    services.reviews.leave_behind(left, second)
    third = a_draft(services, study_id, a_file(TITLE, FLOOD, PROOF, WALKED))
    assert places(services, second) == places(services, third) == {}
    assert set(places(services, first)) == {"November", "A letter"}
