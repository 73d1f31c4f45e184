from datetime import date

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.besides import Shown, decided_lines, locked_words, said_about
from carfacilitator.ui.pages.combined.entries import Entry, entries_of
from tests.came_back import ALAN, FIONA

DAY = date(2026, 3, 10)


def shown(review: CombinedReview) -> tuple[Shown, Entry]:
    entries = entries_of(review)
    three = next(one for one in entries if one.edit and len(one.edit.wordings) == 3)
    return Shown(review, entries, DAY), three


def test_what_was_said_about_the_same_words_stands_beside_them(review: CombinedReview) -> None:
    cards = said_about(*shown(review))
    assert [card.author for card in cards] == [FIONA, ALAN]
    assert cards[0].text == "Please let me see this before it goes to the board."


def test_remarks_for_the_facilitator_alone_are_counted_and_not_shown(
    answered: Services, review: CombinedReview
) -> None:
    alan = next(one for one in review.remarks if one.person == ALAN and "hid" in one.text)
    answered.combined_reviews.show_to(alan.id, Audience.FACILITATOR)
    again = answered.combined_reviews.open(review.draft_id)
    assert [card.author for card in said_about(*shown(again))] == [FIONA]
    assert locked_words(*shown(again)) == ["Alan Petrie’s remark here is for you only."]
    answered.discretion.enter()
    seen = answered.combined_reviews.open(review.draft_id)
    assert locked_words(*shown(seen)) == []
    assert len(seen.remarks) == len(review.remarks) - 1


def test_decisions_are_told_the_latest_first(answered: Services, review: CombinedReview) -> None:
    answered.combined_reviews.decide(review.draft_id, review.edits[0].key, EditChoice(verdict=Verdict.ACCEPTED))
    answered.combined_reviews.answer(review.remarks[0].id, Verdict.REJECTED, "No.")
    lines = decided_lines(shown(answered.combined_reviews.open(review.draft_id))[0])
    assert {line.words.split(":")[0] for line in lines} == {"Accepted Fiona Grant’s ‘five’", "Rejected, with a reason"}
    assert {line.again for line in lines} == {True, False}
