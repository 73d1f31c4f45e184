from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined.deciding import Deciding


def test_a_decision_is_made_said_and_opened_again(
    qtbot: QtBot, answered: Services, review: CombinedReview, desk: Desk
) -> None:
    deciding = Deciding(answered, Keeping(answered, desk.messages))
    edit = review.edits[0]
    with qtbot.waitSignal(deciding.made):
        assert deciding.decide(review.draft_id, edit, EditChoice(verdict=Verdict.ACCEPTED))
    assert desk.messages.shown[-1] == "Accepted Fiona Grant’s wording."
    assert answered.combined_reviews.open(review.draft_id).edits[0].decision is not None
    with qtbot.waitSignal(deciding.opened):
        deciding.open_again(review.draft_id, edit.key)
    assert answered.combined_reviews.open(review.draft_id).edits[0].decision is None


def test_what_cannot_be_decided_is_said(answered: Services, review: CombinedReview, desk: Desk) -> None:
    deciding = Deciding(answered, Keeping(answered, desk.messages))
    assert not deciding.decide(review.draft_id, review.edits[0], EditChoice(verdict=Verdict.REJECTED))
    assert "Say why" in desk.messages.shown[-1]
