from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_rows import RemarkRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined.remark_panel import RemarkPanel


@pytest.fixture
def panel(qtbot: QtBot, services: Services, draft: UUID, desk: Desk) -> RemarkPanel:
    made = RemarkPanel(services, desk)
    qtbot.addWidget(made)
    made.resize(640, 720)
    with qtbot.waitActive(made):
        made.show()
    review = services.combined_reviews.open(draft)
    made.show_remark(review, review.remarks[0])
    return made


def remarks(services: Services, draft: UUID) -> tuple[RemarkRow, ...]:
    return services.combined_reviews.open(draft).remarks


def test_an_accepted_remark_is_decided_and_the_next_may_come(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    with qtbot.waitSignal(panel.decided):
        panel.accept.click()
    assert remarks(services, draft)[0].verdict is Verdict.ACCEPTED
