from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_rows import RemarkRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Found
from carfacilitator.ui.pages.combined.answer_card import WHY
from carfacilitator.ui.pages.combined.remark_panel import RemarkPanel

Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, services: Services, draft: UUID, desk: Desk) -> Iterator[RemarkPanel]:
    made = RemarkPanel(services, desk)
    qtbot.addWidget(made)
    made.resize(640, 720)
    show(made, services, draft)
    with qtbot.waitActive(made):
        made.show()
    made.take_focus()
    yield made
    made.answer.forget()


def show(panel: RemarkPanel, services: Services, draft: UUID, number: int = 0) -> None:
    review = services.combined_reviews.open(draft)
    panel.show_remark(review, review.remarks[number])


def remarks(services: Services, draft: UUID) -> tuple[RemarkRow, ...]:
    return services.combined_reviews.open(draft).remarks


def test_what_two_say_is_seen_once_and_answered_together(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: RemarkPanel
) -> None:
    assert len(panel.said.pills) == 2
    assert "the same by Ruth McKay" in panel.said.accessibleName()
    with qtbot.waitSignal(panel.decided):
        qtbot.mouseClick(panel.answer.buttons[Verdict.ACCEPTED], Qt.MouseButton.LeftButton)
    assert [row.verdict for row in remarks(services, draft)] == [Verdict.ACCEPTED] * 2
    assert desk.messages.shown == ["The remark is accepted."]
    services.history.undo()
    assert [row.verdict for row in remarks(services, draft)] == [None, None]


def test_one_key_answers_it(qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel) -> None:
    keys = {Key.Key_A: Verdict.ACCEPTED, Key.Key_D: Verdict.DISCUSS, Key.Key_C: Verdict.COMMENT}
    for key, verdict in keys.items():
        with qtbot.waitSignal(panel.decided):
            qtbot.keyClick(panel.said, key)
        assert remarks(services, draft)[0].verdict is verdict


def test_to_decline_words_are_asked_for_and_letters_typed_there_are_letters(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    qtbot.keyClick(panel.said, Key.Key_X)
    assert remarks(services, draft)[0].verdict is None
    assert panel.answer.field.area.hasFocus()
    assert panel.answer.field.area.accessibleDescription() == WHY
    qtbot.keyClicks(panel.answer.field.area, "a cdx 12")
    assert remarks(services, draft)[0].verdict is None
    with qtbot.waitSignal(panel.decided):
        qtbot.mouseClick(panel.answer.buttons[Verdict.REJECTED], Qt.MouseButton.LeftButton)
    assert [(row.verdict, row.answer) for row in remarks(services, draft)] == [(Verdict.REJECTED, "a cdx 12")] * 2


def test_x_with_a_reason_already_written_goes_back_into_it(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    qtbot.keyClick(panel.said, Key.Key_X)
    qtbot.keyClicks(panel.answer.field.area, "It is not so")
    panel.take_focus()
    qtbot.keyClick(panel.said, Key.Key_X)
    assert remarks(services, draft)[0].verdict is None
    assert panel.answer.field.area.hasFocus()
    qtbot.keyClicks(panel.answer.field.area, " at all")
    with qtbot.waitSignal(panel.decided):
        qtbot.keyClick(panel.answer.field.area, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(row.verdict, row.answer) for row in remarks(services, draft)] == [
        (Verdict.REJECTED, "It is not so at all")
    ] * 2


def test_ctrl_enter_in_the_answer_accepts_with_it(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: RemarkPanel
) -> None:
    panel.answer.field.area.setFocus()
    qtbot.keyClicks(panel.answer.field.area, "It is.")
    with qtbot.waitSignal(panel.decided):
        qtbot.keyClick(panel.answer.field.area, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert remarks(services, draft)[1].answer == "It is."
    assert "Alan Petrie and Ruth McKay will find your words" in desk.messages.shown[0]


def test_a_decision_made_before_is_told_and_can_be_changed(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    panel.accept()
    show(panel, services, draft)
    assert "accepted by dr isla munro" in panel.said.accessibleName().lower()
    panel.answer.field.area.setPlainText("On second thoughts, no.")
    panel.decline()
    assert {row.verdict for row in remarks(services, draft)} == {Verdict.ACCEPTED}
    with qtbot.waitSignal(panel.decided):
        qtbot.keyClick(panel.answer.field.area, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {row.verdict for row in remarks(services, draft)} == {Verdict.REJECTED}
    assert len(services.reviews.threads(draft)) == 2, "the same threads, changed"


def test_the_kind_is_proposed_until_a_number_or_a_click_says_it(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    (proposed,) = [chip for chip in panel.kinds.chips if chip.isChecked()]
    assert "proposed" in proposed.accessibleName()
    qtbot.keyClick(panel.said, Key.Key_2)
    row = remarks(services, draft)[0]
    assert row.kind is not None
    assert row.kind.name == panel.kinds.chips[1].kind.name
    qtbot.mouseClick(panel.kinds.chips[3], Qt.MouseButton.LeftButton)
    assert {one.kind.letter for one in remarks(services, draft) if one.kind} == {panel.kinds.chips[3].kind.letter}
    assert not panel.choose_kind(8)


def test_who_may_see_it_is_chosen_on_the_pill(services: Services, draft: UUID, desk: Desk, panel: RemarkPanel) -> None:
    (only_me,) = [one for one in panel.said.pills[1].choices().actions() if one.text() == "Facilitator only"]
    only_me.trigger()
    assert [row.audience for row in remarks(services, draft)] == [Audience.AUTHOR, Audience.FACILITATOR]
    assert desk.messages.shown == ["Only you see this remark now."]


def test_what_is_being_written_comes_back_with_its_remark(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    services.returns.heard(remarks(services, draft)[0].pack_id, "Number nine is easily found.")
    panel.answer.field.area.setFocus()
    qtbot.keyClicks(panel.answer.field.area, "Half an ans")
    panel.take_focus()
    show(panel, services, draft, 2)
    assert panel.answer.field.text == ""
    show(panel, services, draft)
    assert panel.answer.field.text == "Half an ans"


def test_a_remark_without_a_place_gets_one_by_a_few_words(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    services.returns.heard(remarks(services, draft)[0].pack_id, "Number nine is easily found.")
    show(panel, services, draft, 2)
    assert panel.sent.isHidden()
    qtbot.keyClicks(panel.search.words.line, "kitchen door")
    (here,) = panel.search.found
    qtbot.mouseClick(here, Qt.MouseButton.LeftButton)
    anchor = remarks(services, draft)[2].anchor
    assert anchor is not None
    text = services.drafts.document(draft).texts()[anchor.first]
    assert text[anchor.start : anchor.end] == "kitchen door"
    show(panel, services, draft, 2)
    assert panel.search.isHidden()
    assert "kitchen door" in panel.sent.words.text


def test_a_wrong_place_can_be_changed_and_the_page_be_seen(
    qtbot: QtBot, services: Services, draft: UUID, panel: RemarkPanel
) -> None:
    qtbot.mouseClick(panel.elsewhere, Qt.MouseButton.LeftButton)
    assert panel.search.words.line.hasFocus()
    qtbot.mouseClick(panel.search.close_it, Qt.MouseButton.LeftButton)
    assert panel.search.isHidden()
    with qtbot.waitSignal(panel.wants) as asked:
        panel.sent.see.click()
    anchor = remarks(services, draft)[0].anchor
    assert anchor is not None
    assert asked.args == ["review", Found(draft, anchor.first)]
