from dataclasses import replace
from uuid import UUID

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined import result_texts as texts


def decided(services: Services, draft: UUID, *verdicts: Verdict | None) -> CombinedReview:
    """Return a review with as many edits as there are verdicts, decided so."""
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.ACCEPTED))
    review = services.combined_reviews.open(draft)
    (edit,) = review.edits
    assert edit.decision is not None
    edits = [replace(edit, decision=replace(edit.decision, verdict=one) if one else None) for one in verdicts]
    return replace(review, edits=tuple(edits), remarks=())


def test_what_is_done_is_counted_by_whose_words_it_is_in(services: Services, draft: UUID) -> None:
    review = decided(services, draft, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.OWN_WORDING)
    assert texts.sums(review) == "Three edits will be done: two as proposed, one in your own words."
    assert texts.left(review) == ""
    assert texts.sums(decided(services, draft, Verdict.OWN_WORDING)) == "One edit will be done, in your own words."


def test_what_stays_is_told_with_why(services: Services, draft: UUID) -> None:
    review = decided(services, draft, None, None, Verdict.KEPT, Verdict.REJECTED, Verdict.DISCUSS)
    assert texts.sums(review) == texts.NOTHING
    assert texts.left(review) == (
        "What is not done stays as it was sent: two are undecided, one kept so, one rejected, "
        "one to be spoken of with the author."
    )


def test_paragraphs_are_counted() -> None:
    assert (texts.paragraphs(1), texts.paragraphs(5)) == ("1 paragraph", "5 paragraphs")
    assert texts.more(1) == "and one more paragraph"


def test_a_draft_that_is_not_the_newest_is_warned_of() -> None:
    assert texts.older(4, 4) == ""
    assert texts.older(4, 5).startswith("Draft 5 came after draft 4,")
