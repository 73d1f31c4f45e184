import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.desk_frame import LEAST, DeskFrame
from carfacilitator.ui.widgets.review_data import ViewMode
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, cards, drafts


@pytest.fixture
def desk(qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(1350, 780)
    made.show()
    made.show_drafts(drafts())
    made.show_cards(cards(), "most")
    return made


def mode(desk: ReviewDesk) -> ViewMode:
    return desk.view.way.mode


def test_a_narrow_desk_shows_one_column_and_lends_the_list_on_demand(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.resize(934, 640)
    assert mode(desk) is ViewMode.INLINE
    assert desk.changes.isHidden()
    desk.toggle_list()
    assert desk.changes.isVisible()
    assert desk.changes.geometry().right() < desk.width()
    qtbot.waitUntil(desk.changes.view.hasFocus)
    desk.toggle_list()
    assert desk.changes.isHidden()
    desk.resize(1350, 780)
    assert mode(desk) is ViewMode.SIDE
    assert desk.changes.isVisible()


def test_in_a_slim_desk_the_comments_fold_away_until_one_is_asked_for(desk: ReviewDesk) -> None:
    desk.resize(780, 600)
    assert desk.margin.isHidden()
    desk.comments.activate("most")
    assert desk.margin.isVisible()
    desk.toggle_margin()
    assert desk.margin.isHidden()
    desk.resize(1350, 780)
    assert desk.margin.isVisible()


def test_the_list_folds_away_in_a_wide_desk_too(desk: ReviewDesk) -> None:
    before = desk.view.width()
    desk.toggle_list()
    QApplication.processEvents()
    assert desk.view.width() > before


def test_margin_composer_and_finder_take_turns(desk: ReviewDesk) -> None:
    for shown in (desk.composer, desk.finder, desk.margin):
        desk.show_beside(shown)
        assert [part.isVisible() for part in (desk.margin, desk.composer, desk.finder)].count(True) == 1
        assert shown.isVisible()


def test_a_card_stands_level_with_its_passage(desk: ReviewDesk) -> None:
    card = next(card for card in cards() if card.id == "most")
    assert card.anchor is not None
    desk.comments.activate("most")
    letter = next(area for area, passage in desk.view.letters() if passage.id == "most")
    in_desk = desk.view.mapTo(desk, letter.topLeft().toPoint()).y()
    in_margin = desk.margin.mapTo(desk, QPoint(0, round(desk._height_in_margin(card) or 0))).y()
    assert abs(in_desk - in_margin) <= 1


def test_overview_and_margin_scroll_the_sheets(desk: ReviewDesk) -> None:
    desk.overview.wanted.emit(1.0)
    end = desk.view.scrolled
    assert end > 0
    spot = QPointF(5, 5)
    turn = QWheelEvent(
        spot,
        QPointF(desk.margin.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own signature: not inverted
    )
    QApplication.sendEvent(desk.margin, turn)
    assert desk.view.scrolled < end


def test_the_list_that_a_narrow_window_folds_away_does_not_keep_it_wide(qtbot: QtBot) -> None:
    frame = DeskFrame(KINDS, AUDIENCES)
    qtbot.addWidget(frame)
    assert (frame.minimumWidth(), frame.minimumHeight()) == LEAST
