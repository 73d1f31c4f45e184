"""The page of comments on the sample workspace's tenancy study."""

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.comments.page import CommentsPage


@pytest.fixture
def page(qtbot: QtBot, sampled: Services, desk: Desk) -> CommentsPage:
    made = CommentsPage(sampled, desk)
    qtbot.addWidget(made)
    made.resize(1350, 900)
    with qtbot.waitActive(made):
        made.show()
    study = next(row for row in sampled.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    made.open(study.id)
    return made
