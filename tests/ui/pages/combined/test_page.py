from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.document.items import ItemKind
from carfacilitator.errors import NotFoundError
from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_rows import EditRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk, Found
from carfacilitator.ui.pages.combined.entries import Section, Show
from carfacilitator.ui.pages.combined.page import CombinedPage
from carfacilitator.ui.pages.combined.page_actions import AGAIN, KEEP, WRITE
from carfacilitator.ui.widgets.button import Button
from tests.came_back import ALAN, FIONA, RUTH, answer_of, newest_of, study_of

Key = Qt.Key


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Press a key where the focus is."""

    def pressed(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, modifier)

    return pressed


def go_to(page: CombinedPage, kind: ItemKind, wordings: int = 1) -> EditRow:
    shown = page.decisions.side.shown
    entry = next(one for one in shown if one.edit and one.edit.kind is kind and len(one.edit.wordings) == wordings)
    page.decisions.go_to(entry.id, focus=True)
    assert entry.edit is not None
    return entry.edit


def undo(page: CombinedPage) -> None:
    message = page.desk.messages.findChildren(Message)[-1]
    next(button for button in message.findChildren(Button) if button.text().strip() == "Undo").click()


def decision(page: CombinedPage, key: str) -> Verdict | None:
    entry = next(one for one in page.decisions.side.shown if one.id == key)
    return entry.edit.decision.verdict if entry.edit and entry.edit.decision else None


def test_it_says_how_many_packs_came_back_and_what_with(page: CombinedPage) -> None:
    assert page.head.title == "Three packs came back"
    assert [card.look.person for card in page.answered.people.cards] == [FIONA, ALAN, RUTH]


def test_what_was_done_with_tracking_off_is_open_first(page: CombinedPage) -> None:
    entry = page.entry
    assert entry is not None
    assert (entry.section, entry.number) == (Section.FIRST, 1)


def test_a_number_accepts_that_wording_and_the_next_undecided_thing_opens(
    page: CombinedPage, press: Callable[..., None]
) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    press(Key.Key_2)
    assert decision(page, edit.key) is Verdict.ACCEPTED
    assert page.entry is not None
    assert page.entry.id != edit.key
    assert not page.entry.decided
    assert page.decisions.middle.edit.sent.hasFocus()


def test_the_number_behind_the_last_goes_to_another_wording_where_letters_are_letters(
    page: CombinedPage, press: Callable[..., None], qtbot: QtBot
) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    press(Key.Key_4)
    area = page.decisions.middle.edit.own.field.area
    assert area.hasFocus()
    area.selectAll()
    qtbot.keyClicks(area, "asked to see the 3 sets of figures, x d 0")
    assert decision(page, edit.key) is None
    qtbot.mouseClick(page.decisions.middle.edit.own.use, Qt.MouseButton.LeftButton)
    kept = next(one for one in page.decisions.side.shown if one.id == edit.key)
    assert kept.edit is not None
    assert kept.edit.decision is not None
    assert kept.edit.decision.wording == "asked to see the 3 sets of figures, x d 0"


def test_nought_keeps_the_words_as_sent(page: CombinedPage, press: Callable[..., None]) -> None:
    edit = go_to(page, ItemKind.BOTH_INSERT, 2)
    press(Key.Key_0)
    assert decision(page, edit.key) is Verdict.KEPT


def test_to_reject_asks_for_a_reason_first(page: CombinedPage, press: Callable[..., None], qtbot: QtBot) -> None:
    edit = go_to(page, ItemKind.MOVED)
    press(Key.Key_X)
    reason = page.decisions.middle.edit.reason
    assert reason.field.area.hasFocus()
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert decision(page, edit.key) is None
    qtbot.keyClicks(reason.field.area, "It belongs to the first night.")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert decision(page, edit.key) is Verdict.REJECTED
    assert reason.isHidden()


def test_esc_closes_the_question_for_a_reason(page: CombinedPage, press: Callable[..., None]) -> None:
    go_to(page, ItemKind.MOVED)
    press(Key.Key_X)
    assert page.step_back()
    assert page.decisions.middle.edit.reason.isHidden()
    assert page.decisions.middle.edit.sent.hasFocus()


def test_d_and_c_leave_a_comment_for_the_author(
    page: CombinedPage, press: Callable[..., None], answered: Services
) -> None:
    before = len(answered.reviews.threads(newest_of(answered)))
    first, second = go_to(page, ItemKind.AGREED), go_to(page, ItemKind.DELETED_EDITED, 2)
    press(Key.Key_C)
    page.decisions.go_to(first.key, focus=True)
    press(Key.Key_D)
    assert (decision(page, first.key), decision(page, second.key)) == (Verdict.DISCUSS, Verdict.COMMENT)
    assert len(answered.reviews.threads(newest_of(answered))) == before + 2


def test_f7_goes_from_thing_to_thing_and_back(page: CombinedPage, press: Callable[..., None]) -> None:
    press(Key.Key_F7)
    assert page.entry is not None
    assert page.entry.number == 2
    press(Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert page.entry.number == 1


def test_a_decision_is_undone_and_shown_again(
    page: CombinedPage, press: Callable[..., None], answered: Services, qtbot: QtBot
) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    press(Key.Key_1)
    answered.history.undo()
    qtbot.waitUntil(lambda: decision(page, edit.key) is None)
    assert page.decisions.side.shown[1].section is Section.DIFFER


def test_undo_in_the_message_goes_back_to_what_was_decided(page: CombinedPage, press: Callable[..., None]) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    press(Key.Key_3)
    assert "wording" in page.desk.messages.shown[-1]
    undo(page)
    assert page.entry is not None
    assert page.entry.id == edit.key
    assert decision(page, edit.key) is None


def test_what_was_decided_can_be_opened_again(page: CombinedPage, press: Callable[..., None]) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    press(Key.Key_1)
    page.decisions.go_to(edit.key)
    assert page.commands[AGAIN].isVisible()
    page.commands[AGAIN].trigger()
    assert decision(page, edit.key) is None


def test_the_same_keys_answer_a_remark_while_one_is_open(
    page: CombinedPage, press: Callable[..., None], answered: Services
) -> None:
    remark = next(one for one in page.decisions.side.shown if one.edit is None)
    page.decisions.go_to(remark.id, focus=True)
    assert not page.commands[KEEP].isEnabled()
    press(Key.Key_2)
    press(Key.Key_D)
    rows = answered.combined_reviews.open(newest_of(answered)).remarks
    answered_one = next(row for row in rows if str(row.id) == remark.id)
    assert answered_one.verdict is Verdict.DISCUSS
    assert answered_one.kind is not None
    assert answered_one.kind.name == answered.reviews.kinds()[1].name
    assert page.entry is not None
    assert page.entry.id != remark.id


def test_it_opens_at_a_remark_and_at_an_answer(page: CombinedPage, answered: Services) -> None:
    review = answered.combined_reviews.open(newest_of(answered))
    page.open(review.remarks[-1].id)
    assert page.entry is not None
    assert page.entry.remark is not None
    assert page.entry.remark.id == review.remarks[-1].id
    page.open(next(voice.return_id for voice in review.voices if voice.person == RUTH))
    assert RUTH in page.entry.people
    with pytest.raises(NotFoundError):
        page.open(uuid4())


def test_see_the_page_goes_to_the_place_in_the_review(page: CombinedPage, qtbot: QtBot) -> None:
    edit = go_to(page, ItemKind.CONFLICT, 3)
    with qtbot.waitSignal(page.wants) as wanted:
        qtbot.mouseClick(page.decisions.middle.edit.sent.see, Qt.MouseButton.LeftButton)
    assert page.shown is not None
    assert wanted.args == ["review", Found(page.shown, edit.anchor.first)]


def test_the_list_is_narrowed_to_one_person(page: CombinedPage) -> None:
    page.answered.people.cards[1].picked.emit(ALAN)
    assert all(ALAN in entry.people for entry in page.decisions.side.shown)
    assert page.entry is not None
    assert ALAN in page.entry.people
    page.decisions.side.narrow_to(Show.REMARKS)
    assert page.entry.edit is None


def test_an_answer_that_was_removed_is_gone_and_undo_brings_it_back(page: CombinedPage, qtbot: QtBot) -> None:
    card = page.answered.people.cards[1]
    card.removed.emit(card.look.answers[0].return_id)
    qtbot.waitUntil(lambda: len(page.answered.people.cards) == 2)
    assert page.head.title == "Two packs came back"
    undo(page)
    qtbot.waitUntil(lambda: len(page.answered.people.cards) == 3)


def test_who_author_is_is_asked_once(page: CombinedPage, qtbot: QtBot) -> None:
    card = page.answered.people.cards[0]
    assert card.look.asks == "Author"
    qtbot.mouseClick(card.ask, Qt.MouseButton.LeftButton)
    assert card.who.text == FIONA
    qtbot.mouseClick(card.right, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.answered.people.cards[0].look.asks)
    assert page.answered.people.cards[0].look.pill == "you confirmed"


def test_the_next_draft_can_be_written_before_all_is_decided_and_says_what_is_not(page: CombinedPage) -> None:
    write = page.commands[WRITE]
    assert write.isEnabled()
    assert write.text() == "Write draft 5"
    assert "Still undecided" in write.toolTip()
    write.trigger()
    assert page.writing.isVisible()
    assert page.step_back()
    assert page.decisions.isVisible()


def test_where_nothing_came_back_it_says_what_to_do(qtbot: QtBot, answered: Services, desk: Desk) -> None:
    earlier = answered.drafts.timeline(study_of(answered))[0]
    page = CombinedPage(answered, desk)
    qtbot.addWidget(page)
    page.show()
    page.open(earlier.id)
    qtbot.waitUntil(lambda: page.head.title == "Nothing came back yet")
    assert page.states.current is page.empty


def test_on_a_narrow_window_one_goes_from_the_list_to_the_item_and_back(page: CombinedPage) -> None:
    page.resize(900, 700)
    page.decisions.show_list()
    assert page.decisions.side.isVisible()
    page.decisions.go_to(page.decisions.side.shown[2].id, focus=True)
    assert not page.decisions.side.isVisible()
    assert page.step_back()
    assert page.decisions.side.isVisible()


def test_a_remark_that_is_asked_for_is_shown_in_place_of_the_new_draft(
    qtbot: QtBot, answered: Services, page: CombinedPage
) -> None:
    page.commands[WRITE].trigger()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    remark = answered.combined_reviews.open(newest_of(answered)).remarks[0]
    page.open(remark.id)
    assert page.states.current is page.decisions
    assert page.decisions.middle.remark.isVisible()


def test_an_answer_that_is_dropped_here_is_taken_in_and_decided_about(
    page: CombinedPage, answered: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "Fiona again.docx"
    late = answer_of(answered, FIONA)
    file.write_bytes(late.data)
    with qtbot.waitSignal(page.receiving.began, timeout=20_000):
        page.take([file])
    assert page.receiving.isVisible()
    assert not page.decisions.isVisible()
    assert not page.commands[WRITE].isVisible()
    page.open(newest_of(answered))
    qtbot.waitUntil(lambda: page.decisions.isVisible() and page.head.title == "Four packs came back", timeout=20_000)
    assert not page.receiving.is_open
