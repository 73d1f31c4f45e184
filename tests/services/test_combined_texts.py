from collections.abc import Callable
from uuid import UUID

import pytest

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.came_back import ALAN, FIONA, begin_anew, came_back, newest_of
from tests.imitated_word import WordDesk


@pytest.fixture
def draft(sampled: Services) -> UUID:
    return came_back(sampled)[0]


@pytest.fixture
def look(sampled: Services, draft: UUID) -> Callable[[], CombinedReview]:
    return lambda: sampled.combined_reviews.open(draft)


def test_what_was_compared_once_is_not_compared_again(
    sampled: Services, draft: UUID, look: Callable[[], CombinedReview]
) -> None:
    before = look()
    sampled.combined_reviews.decide(draft, before.edits[0].key, EditChoice(verdict=Verdict.ACCEPTED))
    assert look().combination is before.combination
    assert look().edits[0].decision is not None


def test_an_answer_that_comes_goes_or_comes_back_counts_at_once(
    sampled: Services, look: Callable[[], CombinedReview]
) -> None:
    before = look()
    alan = next(voice.return_id for voice in before.voices if voice.person == ALAN)
    sampled.returns.remove(alan)
    assert not any(ALAN in edit.people for edit in look().edits)
    sampled.history.undo()
    assert look().edits == before.edits
    taken = sampled.returns.receive(_another(sampled))
    assert {one.return_id for one in look().voices} == {one.return_id for one in before.voices} | {taken.return_id}
    assert len(look().edits) == len(before.edits) + 1
    sampled.history.undo()
    assert look().edits == before.edits


def test_whose_an_answer_is_is_told_anew(sampled: Services, look: Callable[[], CombinedReview]) -> None:
    before = look()
    silent = before.edits[0]
    assert silent.people == (FIONA,)
    voice = next(voice for voice in before.voices if voice.person == FIONA)
    sampled.returns.credit(voice.return_id, "Neil Orr")
    assert look().edits[0].people == ("Neil Orr",)


def test_an_answer_that_is_brought_forward_leaves_one_draft_for_another(sampled: Services) -> None:
    begin_anew(sampled)
    earlier = sampled.drafts.timeline(sampled.drafts.open(newest_of(sampled)).case_study_id)[-2]
    here = newest_of(sampled)
    before = len(sampled.combined_reviews.open(here).voices)
    gatekeeper = next(row.id for row in sampled.gatekeepers.rows() if row.name == ALAN)
    pack = sampled.packs.make(sampled.packs.prepare(earlier.id, gatekeeper))
    late = sampled.returns.mark_returned(pack.stamp.id)
    assert late in {voice.return_id for voice in sampled.combined_reviews.open(earlier.id).voices}
    sampled.returns.bring_forward(late, here)
    assert late not in {voice.return_id for voice in sampled.combined_reviews.open(earlier.id).voices}
    assert len(sampled.combined_reviews.open(here).voices) == before + 1


def _another(services: Services) -> OpenedFile:
    """Return one more answer by somebody who has answered: another word at another place."""
    pack = next(row for row in services.packs.rows() if row.gatekeeper == ALAN)
    desk = WordDesk(services.packs.again(pack.id).document.data, ALAN)
    desk.insert("sandbags", " and pumps")
    data = desk.save()
    return OpenedFile("second thoughts.docx", data, read(data))
