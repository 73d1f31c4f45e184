from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined.result import Writing


def test_the_next_draft_is_made_and_its_review_offered(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk
) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.ACCEPTED))
    panel = Writing(services, desk)
    qtbot.addWidget(panel)
    panel.begin(draft)
    with qtbot.waitSignal(panel.closed):
        panel.make.click()
    assert desk.messages.shown == ["Draft 2 was written."]
