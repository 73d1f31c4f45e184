from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.comment_card import CommentCardView
from carfacilitator.ui.widgets.comment_margin import CommentMargin
from carfacilitator.ui.widgets.review_data import CommentCard
from tests.ui.widgets.review_demo import cards

HEIGHTS = {"politics": 40.0, "diary": 60.0, "most": 200.0, "four": 220.0, "damp": 900.0, "done": 700.0}


def where(card: CommentCard) -> float | None:
    return HEIGHTS.get(card.id)


@pytest.fixture
def margin(qtbot: QtBot) -> CommentMargin:
    made = CommentMargin(where)
    qtbot.addWidget(made)
    made.resize(306, 640)
    made.show()
    made.show_cards(cards(), "most")
    return made


def test_a_card_that_is_being_answered_stays_however_far_one_scrolls(margin: CommentMargin) -> None:
    margin.reply()
    HEIGHTS["most"] = -900.0
    margin.arrange()
    try:
        assert "most" in visible(margin)
    finally:
        HEIGHTS["most"] = 200.0


def test_what_one_writes_in_is_seen_even_on_a_card_higher_than_the_margin(margin: CommentMargin, qtbot: QtBot) -> None:
    margin.resize(306, 170)
    margin.reply()
    card = visible(margin)["most"]
    assert card.height() > margin.height()
    qtbot.waitUntil(lambda: card.reply is not None and card.reply.focusWidget() is not None)
    assert card.geometry().bottom() == margin.height() - 1


def visible(margin: CommentMargin) -> dict[str, CommentCardView]:
    views = margin.findChildren(CommentCardView)
    return {view.card.id: view for view in views if view.isVisible()}


def test_the_active_card_stands_at_its_passage_and_none_overlap(margin: CommentMargin) -> None:
    found = visible(margin)
    assert found["most"].y() == 200 - 8
    assert found["most"].active
    order = sorted(found.values(), key=CommentCardView.y)
    for upper, lower in pairwise(order):
        assert upper.geometry().bottom() < lower.y()
        assert HEIGHTS[upper.card.id] <= HEIGHTS[lower.card.id]


def test_cards_out_of_sight_and_lost_ones_take_no_room(margin: CommentMargin) -> None:
    assert not {"damp", "early", "march"} & visible(margin).keys()


def test_what_found_no_room_can_be_clicked(margin: CommentMargin, qtbot: QtBot) -> None:
    margin.resize(306, 330)
    assert "most" in visible(margin)
    assert len(visible(margin)) < 4
    with qtbot.waitSignal(margin.activated) as told:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(26, margin.height() - 12))
    assert told.args[0] in {"four", "done"}
    assert not margin.grab().isNull()


def test_another_card_becomes_the_active_one(margin: CommentMargin) -> None:
    margin.activate("diary")
    assert visible(margin)["diary"].active
    assert not visible(margin)["most"].active
    margin.focus_active()


def test_an_answer_that_is_being_written_survives_a_refresh_and_a_change_of_card(margin: CommentMargin) -> None:
    margin.reply()
    box = visible(margin)["most"].reply
    assert box is not None
    box.typed.emit("Fifteen of")
    margin.show_cards(cards(), "most")
    assert visible(margin)["most"].reply is box
    margin.activate("diary")
    margin.activate("most")
    again = visible(margin)["most"].reply
    assert again is not None
    assert again.text == "Fifteen of"


def test_a_kept_answer_is_told_once_and_not_offered_again(margin: CommentMargin, qtbot: QtBot) -> None:
    margin.reply()
    box = visible(margin)["most"].reply
    assert box is not None
    box.typed.emit("Yes")
    with qtbot.waitSignal(margin.replied) as told:
        box.kept.emit("Yes")
    assert told.args == ["most", "Yes"]
    margin.activate("diary")
    margin.activate("most")
    assert visible(margin)["most"].reply is None


def test_comments_that_went_away_are_gone(margin: CommentMargin) -> None:
    margin.show_cards(cards()[:1])
    assert margin.active == ""
    assert set(visible(margin)) == {"politics"}


def test_a_resolved_comment_is_one_line_that_can_be_read(margin: CommentMargin) -> None:
    HEIGHTS["done"] = 500.0
    try:
        margin.arrange()
        done = visible(margin)["done"]
        assert done.height() >= done.minimumSizeHint().height()
    finally:
        HEIGHTS["done"] = 700.0


def test_a_card_that_has_the_focus_is_drawn_anew_when_it_changes(margin: CommentMargin, qtbot: QtBot) -> None:
    with qtbot.waitActive(margin):
        margin.activateWindow()
    margin.focus_active()
    qtbot.waitUntil(visible(margin)["most"].hasFocus)
    margin.show_cards([replace(card, resolved=True) if card.id == "most" else card for card in cards()])
    assert visible(margin)["most"].card.resolved
    assert visible(margin)["most"].hasFocus()


def test_an_answer_has_room_as_soon_as_it_is_begun(margin: CommentMargin) -> None:
    before = visible(margin)["most"].height()
    margin.reply()
    card = visible(margin)["most"]
    assert card.height() > before
    assert card.height() >= card.heightForWidth(card.width())


def test_it_says_so_where_no_comment_stands_beside_the_lines_in_sight(qtbot: QtBot) -> None:
    margin = CommentMargin(lambda _: None)
    qtbot.addWidget(margin)
    margin.resize(306, 640)
    bare = margin.grab().toImage()
    margin.show_cards(cards())
    assert margin.grab().toImage() != bare
