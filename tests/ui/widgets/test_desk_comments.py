import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.comment_passages import comments_on_rows
from carfacilitator.ui.widgets.desk_comments import DeskComments
from carfacilitator.ui.widgets.review_data import WrittenComment
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, cards, drafts, place

MOST = place("Most said")


@pytest.fixture
def desk(qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(1350, 780)
    made.show()
    made.show_drafts(drafts())
    made.show_cards(cards(), "most")
    return made


@pytest.fixture
def comments(desk: ReviewDesk) -> DeskComments:
    return desk.comments


def test_steps_go_along_the_passages_and_round_at_the_ends(comments: DeskComments) -> None:
    order = ["politics", "diary", "most", "four", "damp", "done"]
    comments.activate("four")
    seen = []
    for _ in range(4):
        comments.step(1)
        seen.append(comments.active)
    assert seen == ["damp", "done", "politics", "diary"]
    comments.step(-1)
    assert comments.active == order[0]


def test_an_active_comment_has_its_passage_in_sight(desk: ReviewDesk, comments: DeskComments) -> None:
    comments.activate("damp")
    anchor = place("the damp and the school run")
    height = desk.view.passage_height(anchor)
    assert height is not None
    assert 0 <= height < desk.view.viewport().height()
    assert desk.view.accessibleDescription().startswith("Writing style, by Samina Aziz")


def test_a_comment_is_begun_on_the_chosen_words_and_kept(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.view.choose(MOST)
    desk.comments.writing.start()
    assert desk.comments.open_widget is desk.composer
    assert desk.composer.isVisible()
    assert not desk.margin.isVisible()
    desk.composer.begin(WrittenComment(MOST, "a", "How many?", "group"), "Most said")
    with qtbot.waitSignal(desk.comments.writing.kept) as kept:
        desk.composer.keep()
    assert kept.args == [WrittenComment(MOST, "a", "How many?", "group")]
    assert desk.margin.isVisible()
    desk.view.choose(MOST)
    desk.comments.writing.start()
    assert desk.composer.written().audience == "group"


def test_without_chosen_words_the_comment_is_on_the_paragraph(desk: ReviewDesk) -> None:
    desk.view.go_to_passage(MOST)
    desk.comments.writing.start()
    anchor = desk.composer.written().anchor
    assert (anchor.first, anchor.start, anchor.last) == (MOST.first, 0, MOST.first)


def test_what_is_set_aside_is_offered_again_and_not_lost(desk: ReviewDesk, qtbot: QtBot) -> None:
    written = WrittenComment(MOST, "a", "How man", "group")
    desk.comments.writing.resume(written)
    with qtbot.waitSignal(desk.comments.writing.set_aside):
        desk.composer.put_aside()
    assert desk.comments.writing.aside == [written]
    assert desk.aside.isVisible()
    qtbot.mouseClick(desk.aside, Qt.MouseButton.LeftButton)
    assert desk.composer.written() == written
    assert desk.comments.writing.aside == []


def test_a_lost_comment_is_looked_for_with_its_suggestions_in_the_text(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.comments.activate("early")
    assert desk.finder.isVisible()
    assert {passage.letter for _, passage in desk.view.letters()} >= {"1"}
    with qtbot.waitSignal(desk.comments.placed) as placed:
        qtbot.keyClick(desk.finder.widget(), Qt.Key.Key_1)
    assert placed.args == ["early", cards()[6].candidates[0]]
    desk.show_cards([card for card in cards() if card.id != "early"])
    assert desk.margin.isVisible()


def test_a_passage_may_be_chosen_by_hand(desk: ReviewDesk, qtbot: QtBot) -> None:
    desk.comments.find_place("march")
    desk.view.choose(MOST)
    with qtbot.waitSignal(desk.comments.placed) as placed:
        desk.finder._put_on_chosen()
    assert placed.args == ["march", MOST]


def test_resolving_asks_or_reopens(comments: DeskComments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(comments.resolve_wanted) as told:
        comments.resolve()
    assert told.args == ["most"]
    comments.activate("done")
    with qtbot.waitSignal(comments.reopen_wanted):
        comments.resolve()


def test_open_comments_are_counted_on_their_rows() -> None:
    both = drafts()
    counted = comments_on_rows(cards(), both)
    assert sorted(counted.values()) == [1, 1, 1, 2]
