from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.widgets.review_data import ViewMode
from carfacilitator.ui.widgets.sheet_model import Way
from tests.ui.conftest import Answers

WITH_FORMATTING = Profile(ignore_formatting=False)


def offered(page: ReviewPage, words: str) -> QAction:
    menu = page.review.bar.compare.menu_of_choices()
    return next(action for action in menu.actions() if words in action.text())


def profile(page: ReviewPage) -> Profile | None:
    comparison = page.review.view.model.drafts.comparison
    return comparison.profile if comparison else None


def test_the_drafts_are_compared_anew_as_is_chosen(page: ReviewPage, qtbot: QtBot) -> None:
    page.review.go_to_change(20)
    at = page.review.view.reading_at()
    offered(page, "Formatting").trigger()
    qtbot.waitUntil(lambda: profile(page) == WITH_FORMATTING)
    assert page.review.view.reading_at() == at
    assert page.review.bar.compare.text().strip() == "Compared in your way"


def test_a_way_of_comparing_is_kept_under_a_name_and_forgotten(
    page: ReviewPage, services: Services, answers: Answers, qtbot: QtBot
) -> None:
    offered(page, "Punctuation").trigger()
    qtbot.waitUntil(lambda: profile(page) == Profile(ignore_punctuation=True))
    answers.text = "Words only"
    offered(page, "under a name").trigger()
    assert [row.name for row in services.profiles.rows()] == ["Words only"]
    assert "Words only" in page.review.bar.compare.text()
    offered(page, "Forget").trigger()
    assert services.profiles.rows() == []
    offered(page, "Back to").trigger()
    qtbot.waitUntil(lambda: profile(page) == AS_USUAL)


def test_how_a_case_study_was_looked_at_is_remembered(page: ReviewPage, qtbot: QtBot) -> None:
    page.review.bar.way_chosen.emit(Way(ViewMode.CLEAN))
    assert page._open is not None
    page.open(page._open[1].id)
    qtbot.waitUntil(lambda: bool(page.review.comments.cards))
    assert page.review.view.way.mode is ViewMode.CLEAN


def test_the_way_and_the_profile_are_there_again_when_the_page_is_made_anew(
    page: ReviewPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    page.review.bar.way_chosen.emit(Way(ViewMode.INLINE))
    offered(page, "Formatting").trigger()
    qtbot.waitUntil(lambda: profile(page) == WITH_FORMATTING)
    again = ReviewPage(services, desk)
    qtbot.addWidget(again)
    again.resize(1350, 900)
    again.show()
    assert page._open is not None
    again.open(page._open[1].id)
    qtbot.waitUntil(lambda: bool(again.review.changes.entries))
    assert again.review.view.way.mode is ViewMode.INLINE
    assert profile(again) == WITH_FORMATTING
