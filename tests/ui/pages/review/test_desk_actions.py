from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.review import desk_actions as acts
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.shared_actions import ALL_COMMENTS
from carfacilitator.ui.widgets.review_data import ViewMode


def test_changes_and_comments_are_gone_through(page: ReviewPage) -> None:
    page.commands[acts.NEXT].trigger()
    page.commands[acts.NEXT].trigger()
    page.commands[acts.BEFORE].trigger()
    assert page.review.changes.current == 0
    page.commands[acts.NEXT_COMMENT].trigger()
    first = page.review.comments.active
    page.commands[acts.NEXT_COMMENT].trigger()
    page.commands[acts.COMMENT_BEFORE].trigger()
    assert page.review.comments.active == first


def test_the_three_ways_to_look_are_chosen_and_remembered(page: ReviewPage) -> None:
    for action, mode in ((acts.INLINE, ViewMode.INLINE), (acts.CLEAN, ViewMode.CLEAN), (acts.SIDE, ViewMode.SIDE)):
        page.commands[action].trigger()
        assert page.review.view.way.mode is mode
        assert page._open is not None
        assert page.ways.of(page._open[1].case_study_id).mode is mode


def test_the_list_folds_and_words_are_found(page: ReviewPage) -> None:
    page.commands[acts.LIST].trigger()
    assert page.review.changes.isHidden()
    page.commands[acts.FIND].trigger()
    assert page.review.find_bar.isVisible()


def test_all_comments_are_a_page_of_their_own(page: ReviewPage, qtbot: QtBot) -> None:
    assert page._open is not None
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[ALL_COMMENTS].trigger()
    assert wanted.args == ["comments", page._open[1].case_study_id]
