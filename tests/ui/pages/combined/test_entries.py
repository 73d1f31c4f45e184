from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.entries import Section, Show, counts_of, entries_of, found, narrowed, next_open
from tests.came_back import ALAN, FIONA, RUTH, newest_of


def test_the_list_begins_with_what_was_not_tracked_and_goes_on_where_they_differ(review: CombinedReview) -> None:
    sections = [entry.section for entry in entries_of(review)]
    assert list(dict.fromkeys(sections)) == [
        Section.FIRST,
        Section.DIFFER,
        Section.AGREE,
        Section.ONE,
        Section.REMARKS,
    ]
    assert sections.count(Section.DIFFER) == 3


def test_remarks_that_say_the_same_are_one_thing_to_decide(review: CombinedReview) -> None:
    same = [entry for entry in entries_of(review) if len(entry.remarks) > 1]
    assert [entry.people for entry in same] == [(FIONA, ALAN)]
    assert sum(len(entry.remarks) for entry in entries_of(review)) == len(review.remarks)


def test_what_is_decided_goes_to_the_end_and_keeps_its_number(answered: Services, review: CombinedReview) -> None:
    first, second = entries_of(review)[:2]
    answered.combined_reviews.decide(review.draft_id, first.id, EditChoice(verdict=Verdict.ACCEPTED))
    entries = entries_of(answered.combined_reviews.open(review.draft_id))
    assert (entries[0].id, entries[-1].id, entries[-1].number) == (second.id, first.id, 1)
    assert entries[-1].section is Section.DECIDED
    assert next_open(entries, len(entries)) == entries[0]
    assert next_open(entries, 2) == entries[1]


def test_a_remark_said_by_two_is_decided_when_both_are(answered: Services, review: CombinedReview) -> None:
    both = next(entry for entry in entries_of(review) if len(entry.remarks) > 1)
    answered.combined_reviews.answer(both.remarks[0].id, Verdict.ACCEPTED)
    half = found(entries_of(answered.combined_reviews.open(newest_of(answered))), review, both.id)
    assert half is not None
    assert not half.decided
    assert half.remark is not None
    assert half.remark.person == ALAN


def test_it_is_narrowed_by_sort_or_to_a_person(review: CombinedReview) -> None:
    entries = entries_of(review)
    assert len(narrowed(entries, Show.EDITS)) == len(review.edits)
    assert len(narrowed(entries, Show.REMARKS)) + len(review.edits) == len(entries)
    assert narrowed(entries, Show.UNDECIDED) == narrowed(entries, Show.ALL) == entries
    assert {RUTH} <= set(narrowed(entries, RUTH)[0].people)


def test_every_answer_is_counted(review: CombinedReview) -> None:
    counts = counts_of(review)
    fiona = next(voice for voice in review.voices if voice.person == FIONA)
    assert counts[str(fiona.return_id)] == (2, 5, 1)
    assert sum(one.edits for one in counts.values()) == review.proposed
