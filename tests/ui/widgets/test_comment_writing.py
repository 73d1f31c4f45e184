import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.comment_writing import CommentWriting
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
def writing(desk: ReviewDesk) -> CommentWriting:
    return desk.comments.writing


def test_a_comment_is_put_into_other_words(desk: ReviewDesk, writing: CommentWriting, qtbot: QtBot) -> None:
    card = next(card for card in cards() if card.id == "most")
    with qtbot.assertNotEmitted(writing.typed):
        desk.margin.amend_wanted.emit("most")
    assert desk.composer.written().text == card.text
    other = WrittenComment(desk.composer.written().anchor, "w", "Say how many.", "group")
    with qtbot.waitSignal(writing.amended) as amended, qtbot.assertNotEmitted(writing.kept):
        desk.composer.kept.emit(other)
    assert amended.args == ["most", other]
    assert desk.margin.isVisible()


def test_other_words_that_were_not_kept_are_there_again(desk: ReviewDesk, writing: CommentWriting) -> None:
    desk.comments.amend("most")
    begun = WrittenComment(MOST, "w", "Say how", "group")
    desk.composer.set_aside.emit(begun)
    assert writing.aside == []
    desk.comments.amend("most")
    assert desk.composer.written().text == "Say how"


def test_the_audience_of_the_last_comment_is_offered_first(desk: ReviewDesk, writing: CommentWriting) -> None:
    writing.prefer_audience("group")
    desk.view.choose(MOST)
    writing.start()
    assert desk.composer.written().audience == "group"
    desk.composer.kept.emit(WrittenComment(MOST, "a", "How many?", "author"))
    desk.view.choose(MOST)
    writing.start()
    assert desk.composer.written().audience == "author"


def test_what_came_inside_the_file_is_not_put_into_other_words(desk: ReviewDesk, writing: CommentWriting) -> None:
    from_file = [card for card in cards() if card.from_file]
    for card in from_file:
        writing.amend(card)
    assert desk.comments.open_widget is desk.margin
