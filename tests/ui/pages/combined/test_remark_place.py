from dataclasses import replace
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.remark_place import standing
from carfacilitator.ui.widgets.sheet_runs import Mark


def test_a_remark_stands_on_its_words_in_their_paragraph(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    there = standing(review, review.remarks[0])
    assert there is not None
    assert there.passage is not None
    assert there.sent.text[slice(*there.passage)] == "Mill Lane"


def test_what_is_said_of_words_that_were_put_in_is_shown_with_these(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    (edit,) = review.edits
    anchor = review.combination.flat.anchor(edit.item.start, edit.item.start)
    there = standing(review, replace(review.remarks[0], anchor=anchor, proposed=True))
    assert there is not None
    assert there.told == "with what Alan Petrie put in"
    assert Mark.NEW in {run.mark for run in there.runs}


def test_a_remark_without_a_place_stands_nowhere(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    assert standing(review, replace(review.remarks[0], anchor=None)) is None
