from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.case_studies.detail import StudyDetail
from carfacilitator.ui.pages.case_studies.study_commands import COMMENTS, PACK
from carfacilitator.ui.receiving.panel import RECEIVE
from carfacilitator.ui.shared_actions import ALL_COMMENTS, ANSWERS, WHAT_CAME_BACK, WHO_AGREES
from tests.ui.pages.case_studies.conftest import Known


@pytest.fixture
def detail(qtbot: QtBot, services: Services, keeping: Keeping) -> StudyDetail:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = StudyDetail(
        services, keeping, Actions(owner, (RECEIVE, PACK, ALL_COMMENTS, ANSWERS, WHAT_CAME_BACK, WHO_AGREES, COMMENTS))
    )
    qtbot.addWidget(made)
    made.show()
    return made


def open_in(detail: StudyDetail) -> UUID | None:
    return detail.study.id if detail.study else None


def asks(detail: StudyDetail) -> bool:
    return detail.asks


def test_it_shows_a_case_study_a_form_or_nothing(detail: StudyDetail, known: Known) -> None:
    detail.show_study(known.study)
    assert open_in(detail) == known.study
    assert detail.cycle.isVisible()
    detail.show_form()
    assert asks(detail)
    assert not detail.cycle.isVisible()
    assert open_in(detail) == known.study
    detail.show_nothing()
    assert not asks(detail)
    assert open_in(detail) is None


def test_one_that_is_gone_is_not_shown(detail: StudyDetail, services: Services, known: Known) -> None:
    services.case_studies.remove(known.study)
    with pytest.raises(NotFoundError):
        detail.show_study(known.study)


def test_it_tells_that_it_is_seen_or_not(qtbot: QtBot, detail: StudyDetail) -> None:
    with qtbot.waitSignal(detail.seen):
        detail.hide()
    with qtbot.waitSignal(detail.seen):
        detail.show()
