from uuid import UUID

import pytest

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined.answered import Answered
from tests.came_back import ALAN, FIONA, RUTH, newest_of, study_of


@pytest.fixture
def cards(answered: Services, desk: Desk) -> Answered:
    return Answered(answered, Keeping(answered, desk.messages))


def show(cards: Answered, services: Services, draft_id: UUID) -> None:
    drafts = services.drafts.timeline(study_of(services))
    open_ = next(draft for draft in drafts if draft.id == draft_id)
    cards.show_review(services.combined_reviews.open(draft_id), open_, drafts[-1])


def test_there_is_a_card_for_everybody_who_answered(cards: Answered, answered: Services) -> None:
    show(cards, answered, newest_of(answered))
    looks = [card.look for card in cards.people.cards]
    assert [(look.person, len(look.answers)) for look in looks] == [(FIONA, 1), (ALAN, 1), (RUTH, 2)]
    assert [look.asks for look in looks] == ["Author", "", ""]


def test_a_late_answer_to_an_older_draft_is_brought_forward(cards: Answered, answered: Services) -> None:
    older = answered.drafts.timeline(study_of(answered))[-2]
    pack = next(row for row in answered.packs.rows() if row.gatekeeper == ALAN)
    late = answered.returns.mark_returned(pack.id)
    answered.returns.bring_forward(late, older.id)
    show(cards, answered, newest_of(answered))
    card = cards.people.cards[-1]
    assert (card.look.person, card.look.late, card.look.forward) == (ALAN, True, 4)
    cards.people.forwarded.emit(late)
    assert any(voice.return_id == late for voice in answered.combined_reviews.open(newest_of(answered)).voices)


def test_removing_an_answer_says_so_with_undo(cards: Answered, answered: Services, desk: Desk) -> None:
    show(cards, answered, newest_of(answered))
    cards.people.removed.emit(cards.people.cards[1].look.answers[0].return_id)
    assert len(answered.combined_reviews.open(newest_of(answered)).voices) == 3
    assert "removed" in desk.messages.shown[-1]
