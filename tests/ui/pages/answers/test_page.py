from email import message_from_bytes
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Verdict
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.answers.entry import AnswerEntry
from carfacilitator.ui.pages.answers.page import COPY, FOLDER, MAIL, NEXT, OTHER, SAVE, TEXT, AnswersPage
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.words import Words
from carfacilitator.word.reader import read


def seen(widget: QWidget) -> str:
    return "\n".join(words.text() for words in widget.findChildren(Words) if words.isVisibleTo(widget))


def entry(page: AnswersPage, said: str) -> AnswerEntry:
    return next(one for one in page.findChildren(AnswerEntry) if one.accessibleName().startswith(said))


def area(entry: AnswerEntry) -> QWidget:
    """Return where one writes why."""
    found = entry.why.field.focusProxy()
    assert found is not None
    return found


def wanted(page: AnswersPage) -> list[tuple[str, UUID | None]]:
    heard: list[tuple[str, UUID | None]] = []

    def hear(where: str, what: UUID | None) -> None:
        heard.append((where, what))

    page.wants.connect(hear)
    return heard


def test_each_row_says_what_was_said_and_done_and_where(page: AnswersPage) -> None:
    words = seen(page.table)
    assert "Three remarks and one change." in words
    for one in ("Too long.", "about “dehumidifiers”", "Not taken up", "4 What we did, paragraph 3"):
        assert one in words
    assert entry(page, "Too long.").why.field.text == "About: Too long."
    (changed,) = [one for one in page.table.findChildren(MarkedText) if one.isVisibleTo(page.table)]
    assert changed.accessibleName() == "cut “half a”, new “a whole”"


def test_nothing_that_others_said_is_in_it(page: AnswersPage) -> None:
    assert "PLANTED" not in seen(page.table)
    assert "PLANTED" not in "".join(one.accessibleName() for one in page.table.findChildren(QWidget))


def test_another_gatekeeper_is_chosen_by_key_and_what_waits_comes_first(
    qtbot: QtBot, page: AnswersPage, of_ruth: UUID
) -> None:
    page.side.list.setFocus()
    QTest.keyClick(page.side.list, Qt.Key.Key_Down)
    assert page.shown == of_ruth
    assert "Two of them are not decided yet." in seen(page.table)
    heard = wanted(page)
    first = page.table.remarks.widgets[0]
    assert isinstance(first, AnswerEntry)
    qtbot.mouseClick(first.decide, Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_F7)
    review = page.table.remarks.widgets[0]
    assert review is first
    assert [where for where, _ in heard] == ["combined", "combined"]
    assert heard[0] == heard[1]


def test_what_is_told_is_edited_where_it_stands_and_the_verdict_stays(
    qtbot: QtBot, page: AnswersPage, services: Services, pack: UUID
) -> None:
    why = area(entry(page, "Too long."))
    why.setFocus()
    QTest.keyClick(why, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(why, "It has to be.")
    QTest.keyClick(why, Qt.Key.Key_Tab)
    (row,) = [one for one in services.answers.table(pack).remarks if one.said == "Too long."]
    assert (row.verdict, row.why) == (Verdict.REJECTED, "It has to be.")
    edit = page.table.edits.widgets[0]
    assert isinstance(edit, AnswerEntry)
    area(edit).setFocus()
    QTest.keyClicks(area(edit), "No: ")
    page.leave()
    (changed,) = services.answers.table(pack).edits
    assert changed.why.endswith("Indeed.") or changed.why.startswith("No: ")
    qtbot.waitUntil(lambda: "It has to be." in entry(page, "Too long.").why.field.text)


def test_a_rejection_keeps_its_reason(page: AnswersPage, services: Services, pack: UUID) -> None:
    too_long = entry(page, "Too long.")
    why = area(too_long)
    why.setFocus()
    QTest.keyClick(why, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(why, Qt.Key.Key_Delete)
    QTest.keyClick(why, Qt.Key.Key_Tab)
    assert too_long.why.field.text == "About: Too long."
    assert "About: Too long." in {row.why for row in services.answers.table(pack).remarks}


def test_an_answer_is_saved_with_its_message_and_handed_over(
    qtbot: QtBot, page: AnswersPage, desk: Desk, folder: Path
) -> None:
    assert not page.commands[MAIL].isEnabled()
    assert page.hand.isHidden()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.hand.isHidden())
    document, mail = sorted(folder.iterdir())
    assert "Too long." in read(document.read_bytes()).texts()
    assert "PLANTED" not in " ".join(read(document.read_bytes()).texts())
    attached = [part.get_filename() for part in message_from_bytes(mail.read_bytes()).walk() if part.get_filename()]
    assert attached == [document.name]
    page.commands[TEXT].trigger()
    page.commands[FOLDER].trigger()
    page.commands[MAIL].trigger()
    assert "No mail program opened it." in " ".join(desk.messages.shown)
    assert "Dear Alan Petrie," in seen(page.hand)


def test_what_was_sent_is_noted_and_can_be_taken_back(
    qtbot: QtBot, page: AnswersPage, folder: Path, pack: UUID, services: Services
) -> None:
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: not page.hand.isHidden())
    assert folder.exists()
    page.commands[OTHER].trigger()
    page.hand.question.ways.line.finished.emit("by post")
    assert services.answers.table(pack).answered_at is not None
    qtbot.waitUntil(lambda: "sent" in page.side.list.rows[0].heard)
    qtbot.waitUntil(page.hand.question.yes.isHidden)
    services.history.undo()
    qtbot.waitUntil(lambda: not page.hand.question.yes.isHidden())
    assert services.answers.table(pack).answered_at is None


def test_the_author_s_copy_says_before_it_is_saved_what_she_will_see(
    qtbot: QtBot, page: AnswersPage, draft: UUID, folder: Path
) -> None:
    assert page.commands[COPY].text() == "A copy for Ailsa"
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.shown == draft
    words = seen(page.copy)
    assert "Two threads, one of them resolved, each where its words stand" in words
    assert "One thread for the facilitator only" in words
    assert "One remark that nobody has decided about yet" in words
    assert "Between us." not in words
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: not page.hand.isHidden())
    comments = read(min(folder.iterdir()).read_bytes()).comments
    assert {"Who says so?", "Too long."} <= {one.text for one in comments}
    assert "Between us." not in {one.text for one in comments}


def test_what_is_decided_elsewhere_is_seen_here(qtbot: QtBot, page: AnswersPage, services: Services) -> None:
    page.commands[NEXT].trigger()
    row = next(one for table in page.tables for one in table.remarks if one.verdict is None)
    assert row.remark_id is not None
    services.combined_reviews.answer(row.remark_id, Verdict.ACCEPTED, "They are thanked.")
    qtbot.waitUntil(lambda: any(one.why == "They are thanked." for table in page.tables for one in table.remarks))


def test_a_draft_or_a_case_study_opens_its_first_answer(
    qtbot: QtBot, page: AnswersPage, services: Services, draft: UUID
) -> None:
    for entity in (draft, services.drafts.open(draft).case_study_id):
        page.open(entity)
        qtbot.waitUntil(lambda: not page.desk.jobs.busy)
        assert page.shown in {table.pack_id for table in page.tables}


def test_what_stays_here_is_not_counted_while_others_look_on(
    qtbot: QtBot, services: Services, desk: Desk, pack: UUID, draft: UUID
) -> None:
    services.discretion.enter()
    page = AnswersPage(services, desk)
    qtbot.addWidget(page)
    page.open(pack)
    qtbot.waitUntil(lambda: bool(page.side.list.rows))
    page.commands[COPY].trigger()
    assert page.shown == draft
    assert page.copy.private.isHidden()
    assert "Between us." not in seen(page)
