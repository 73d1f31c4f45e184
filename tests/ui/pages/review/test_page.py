from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Found
from carfacilitator.ui.pages.review.page import PACK, ReviewPage
from carfacilitator.ui.widgets.review_data import Side, WrittenComment


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def newest(services: Services) -> UUID:
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    assert study.latest is not None
    return study.latest.id


def kind(services: Services, letter: str) -> str:
    return next(str(row.id) for row in services.reviews.kinds() if row.letter == letter)


def test_the_latest_draft_opens_beside_the_one_before_with_every_comment(page: ReviewPage, services: Services) -> None:
    drafts = page.review.view.model.drafts
    assert (drafts.new_head.title, drafts.old_head.title) == ("Draft 4", "Draft 3")
    assert drafts.comparison is not None
    threads = services.reviews.threads(newest(services))
    shown = page.review.comments.cards
    assert {card.id for card in shown if not card.from_file} == {str(thread.id) for thread in threads}
    assert len([card for card in shown if card.from_file]) == 2
    assert len([card for card in shown if card.lost]) == 2


def test_a_comment_is_written_with_the_keyboard_alone(page: ReviewPage, services: Services) -> None:
    view = page.review.view
    view.setFocus()
    view.go_to_passage(Anchor(4, 0, 4, 0))
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C)
    before = {thread.id for thread in services.reviews.threads(newest(services))}
    written = page.review.comments.open_widget
    assert written is page.review.composer
    QTest.keyClick(in_focus(), Qt.Key.Key_E)
    QTest.keyClicks(in_focus(), "Who could be known here?")
    QTest.keyClick(in_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (new,) = [thread for thread in services.reviews.threads(newest(services)) if thread.id not in before]
    assert new.text == "Who could be known here?"
    assert new.kind.letter == "E"
    assert new.place.quote
    assert page.review.comments.active == str(new.id)


def test_a_comment_can_be_answered_resolved_and_opened_again(
    page: ReviewPage, services: Services, qtbot: QtBot
) -> None:
    card = next(card for card in page.review.comments.cards if not card.lost and not card.from_file)
    heard = page.review.comments

    def thread() -> tuple[bool, int]:
        found = next(one for one in services.reviews.threads(newest(services)) if str(one.id) == card.id)
        return found.is_open, len(found.replies)

    replies = thread()[1]
    heard.replied.emit(card.id, "I will say so.")
    assert thread() == (True, replies + 1)
    heard.resolve_wanted.emit(card.id)
    assert thread()[0] is False
    qtbot.waitUntil(lambda: next(one for one in heard.cards if one.id == card.id).resolved)
    heard.reopen_wanted.emit(card.id)
    assert thread()[0] is True


def test_a_lost_comment_is_placed_by_hand(page: ReviewPage, services: Services, qtbot: QtBot) -> None:
    lost = next(card for card in page.review.comments.cards if card.lost)
    page.review.comments.placed.emit(lost.id, Anchor(4, 0, 4, 10))
    thread = next(one for one in services.reviews.threads(newest(services)) if str(one.id) == lost.id)
    assert thread.place.state is AnchorState.MANUAL
    qtbot.waitUntil(lambda: len([card for card in page.review.comments.cards if card.lost]) == 1)


def test_undo_in_the_message_takes_the_last_deed_back(
    page: ReviewPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    lost = next(card for card in page.review.comments.cards if card.lost)
    page.review.comments.answered.emit(lost.id)
    assert "The comment is resolved." in desk.messages.shown
    services.history.undo()
    qtbot.waitUntil(lambda: any(card.id == lost.id and card.lost for card in page.review.comments.cards))


def test_any_two_drafts_can_be_compared(page: ReviewPage, services: Services, qtbot: QtBot) -> None:
    drafts = services.drafts.timeline(services.drafts.open(newest(services)).case_study_id)
    page.compare(drafts[1].id, drafts[2].id)
    qtbot.waitUntil(lambda: page.review.view.model.drafts.new_head.title == "Draft 3")
    assert page.review.view.model.drafts.old_head.title.startswith("Draft 2")
    page.compare(drafts[0].id, drafts[0].id)
    qtbot.waitUntil(lambda: page.review.view.model.drafts.new_head.title == "Draft 1")
    assert page.review.view.model.drafts.comparison is None


def test_what_was_being_written_is_offered_again(
    page: ReviewPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    written = WrittenComment(Anchor(4, 0, 4, 10), kind(services, "A"), "Half a though", "author")
    page.review.comments.writing.typed.emit(written)
    page.leave()
    again = ReviewPage(services, desk)
    qtbot.addWidget(again)
    again.show()
    again.open(newest(services))
    qtbot.waitUntil(lambda: again.review.comments.writing.aside == [written])


def test_a_pack_is_made_of_the_draft_that_is_open(page: ReviewPage, services: Services, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[PACK].trigger()
    assert wanted.args == ["packs", newest(services)]


def test_a_comment_that_was_found_is_stood_at(page: ReviewPage, services: Services, qtbot: QtBot) -> None:
    threads = [one for one in services.reviews.threads(newest(services)) if one.is_open and one.place.anchor]
    for thread in (threads[-1], threads[0]):
        page.open(thread.id)
        active = partial(lambda wanted: page.review.comments.active == wanted, str(thread.id))
        qtbot.waitUntil(active)
    assert page.review.comments.open_widget is page.review.margin


def test_a_passage_that_was_found_is_stood_at_in_whatever_draft_is_open(
    page: ReviewPage, services: Services, qtbot: QtBot
) -> None:
    last = len(page.review.view.model.drafts.texts[Side.NEW]) - 1
    for leaf in (last, 4):
        page.open(Found(newest(services), leaf))
        caret = page.review.view.cursor_on_sheet.selection
        assert caret is not None
        assert caret.caret.leaf == leaf
        assert page.review.view.passage_height(Anchor(leaf, 0, leaf, 0)) is not None
    first = services.drafts.timeline(services.drafts.open(newest(services)).case_study_id)[0]
    page.open(Found(first.id, 6))
    qtbot.waitUntil(lambda: page.review.view.model.drafts.new_head.title.startswith("Draft 1"))
    caret = page.review.view.cursor_on_sheet.selection
    assert caret is not None
    assert caret.caret.leaf == 6


def test_what_is_often_said_is_offered_with_its_kind(page: ReviewPage, services: Services) -> None:
    services.remarks.keep(UUID(kind(services, "E")), "Could anyone be known?")
    page.refresh()
    page.review.view.choose(Anchor(4, 0, 4, 10))
    page.review.comments.writing.start()
    QTest.keyClick(in_focus(), Qt.Key.Key_E)
    QTest.keyClick(in_focus(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.review.composer.written().text == "Could anyone be known?"
