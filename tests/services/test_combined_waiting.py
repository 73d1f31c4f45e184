from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study
from tests.came_back import came_back, study_of


def test_what_came_back_is_counted_before_any_file_is_compared(sampled: Services) -> None:
    draft_id, taken = came_back(sampled)
    waiting = sampled.combined_reviews.waiting(study_of(sampled))
    assert waiting is not None
    assert (waiting.draft_id, waiting.packs, waiting.places) == (draft_id, 3, None)
    assert (waiting.remarks, waiting.edits) == (6, sum(one.new_edits for one in taken))


def test_once_compared_it_says_how_many_places_are_undecided(sampled: Services) -> None:
    draft_id, _ = came_back(sampled)
    review = sampled.combined_reviews.open(draft_id)
    waiting = sampled.combined_reviews.waiting(study_of(sampled))
    assert waiting is not None
    assert waiting.places == review.waiting
    open_edit = next(edit for edit in review.edits if edit.decision is None)
    sampled.combined_reviews.decide(draft_id, open_edit.key, EditChoice(verdict=Verdict.ACCEPTED))
    again = sampled.combined_reviews.waiting(study_of(sampled))
    assert again is not None
    assert again.places == review.waiting - 1


def test_where_nothing_came_back_nothing_waits(sampled: Services) -> None:
    assert sampled.combined_reviews.waiting(a_case_study(sampled)) is None
