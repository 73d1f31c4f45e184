import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.audience_pill import AudiencePill
from carfacilitator.ui.widgets.comment_card import CommentCardView
from carfacilitator.ui.widgets.file_cards import file_cards
from carfacilitator.ui.widgets.review_data import CommentCard
from tests.ui.widgets.review_demo import AUDIENCES, NEW, cards

CARDS = {card.id: card for card in cards()}


def shown(qtbot: QtBot, card: CommentCard, *, active: bool = False) -> CommentCardView:
    view = CommentCardView(card, active=active)
    qtbot.addWidget(view)
    view.resize(284, 240)
    view.show()
    return view


def buttons(view: CommentCardView) -> list[str]:
    return [button.accessibleName() for button in view.findChildren(QPushButton) if button.isVisible()]


def test_a_resting_card_is_short_and_only_the_active_one_has_buttons(qtbot: QtBot) -> None:
    assert buttons(shown(qtbot, CARDS["diary"])) == []
    assert buttons(shown(qtbot, CARDS["diary"], active=True)) == ["Reply", "Resolve", "More for this comment"]


def test_a_weak_place_always_asks_its_question(qtbot: QtBot) -> None:
    view = shown(qtbot, CARDS["politics"])
    assert buttons(view) == ["This is it", "Find its place"]
    with qtbot.waitSignal(view.confirmed) as told:
        qtbot.mouseClick(view.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert told.args == ["politics"]
    with qtbot.waitSignal(view.place_wanted):
        qtbot.mouseClick(view.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)


def test_a_resolved_card_folds_to_a_line_until_it_is_taken_up(qtbot: QtBot) -> None:
    folded = shown(qtbot, CARDS["done"])
    opened = shown(qtbot, CARDS["done"], active=True)
    assert folded.sizeHint().height() < opened.sizeHint().height() / 2
    assert buttons(opened) == ["Reopen", "More for this comment"]


def test_an_answer_is_written_on_the_card_and_may_be_set_aside(qtbot: QtBot) -> None:
    view = shown(qtbot, CARDS["most"], active=True)
    view.start_reply("begun")
    assert view.reply is not None
    assert view.reply.text == "begun"
    assert "Reply" not in buttons(view)
    with qtbot.waitSignal(view.replied) as told:
        view.reply.kept.emit("Yes")
    assert told.args == ["most", "Yes"]
    view.reply.closed.emit()
    assert "Reply" in buttons(view)


def test_what_came_with_the_file_is_read_and_not_answered(qtbot: QtBot) -> None:
    view = shown(qtbot, file_cards(NEW)[0], active=True)
    view.start_reply()
    assert view.reply is None
    assert buttons(view) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_back_to_the_words(qtbot: QtBot, key: Qt.Key) -> None:
    view = shown(qtbot, CARDS["most"])
    with qtbot.waitSignal(view.passage_wanted) as told:
        qtbot.keyClick(view, key)
    assert told.args == ["most"]


def test_a_click_takes_the_card_up_and_it_is_heard_in_full(qtbot: QtBot) -> None:
    view = shown(qtbot, CARDS["most"])
    with qtbot.waitSignal(view.activated) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert told.args == ["most"]
    assert view.accessibleName() == CARDS["most"].spoken()
    assert not view.grab().isNull()


def test_the_active_card_offers_what_is_done_more_rarely(qtbot: QtBot) -> None:
    view = shown(qtbot, CARDS["diary"], active=True)
    words, remark, remove = view.choices().actions()
    for action, signal in ((words, view.amend_wanted), (remark, view.remark_wanted), (remove, view.remove_wanted)):
        with qtbot.waitSignal(signal) as told:
            action.trigger()
        assert told.args == ["diary"]
    qtbot.mouseClick(view.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    menus = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].close()


def test_who_sees_it_is_changed_on_the_active_card(qtbot: QtBot) -> None:
    view = CommentCardView(CARDS["diary"], active=True, audiences=AUDIENCES)
    qtbot.addWidget(view)
    pill = view.findChild(AudiencePill)
    assert pill is not None
    with qtbot.waitSignal(view.audience_wanted) as told:
        pill.chosen.emit("group")
    assert told.args == ["diary", "group"]
