from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.document.changes import changes
from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined import result_texts
from carfacilitator.ui.pages.combined.result import Writing
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def panel(qtbot: QtBot, services: Services, desk: Desk) -> Writing:
    made = Writing(services, desk)
    qtbot.addWidget(made)
    made.resize(800, 700)
    return made


def accept(services: Services, draft: UUID) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.ACCEPTED))


def looked(qtbot: QtBot, desk: Desk, panel: Writing, draft: UUID) -> None:
    with qtbot.waitActive(panel):
        panel.begin(draft)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_what_will_be_done_is_seen_before_it_is_written(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: Writing
) -> None:
    accept(services, draft)
    looked(qtbot, desk, panel, draft)
    assert panel.sums.text() == "One edit will be done."
    assert panel.left.text() == "Two remarks still wait for an answer, and can wait."
    assert not panel.preview.isHidden()
    assert panel.older.isHidden()
    assert panel.make.text().strip() == "Write draft 2"


def test_the_next_draft_is_made_with_its_review_offered_and_undo(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: Writing
) -> None:
    accept(services, draft)
    looked(qtbot, desk, panel, draft)
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.make, Qt.MouseButton.LeftButton)
    assert desk.messages.shown == ["Draft 2 is written."]
    newest = services.drafts.timeline(services.drafts.open(draft).case_study_id)[-1]
    assert "Alan Petrie" in {change.author for change in changes(services.drafts.document(newest.id))}
    (message,) = desk.messages.findChildren(Message)
    look, undo, _ = message.findChildren(Button)
    undo.click()
    assert len(services.drafts.timeline(newest.case_study_id)) == 1
    with qtbot.waitSignal(panel.wants) as asked:
        look.click()
    assert asked.args == ["review", newest.id]
    services.history.redo()
    looked(qtbot, desk, panel, draft)
    assert not panel.older.isHidden()


def test_done_in_the_text_leaves_no_marks_of_ours(
    qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: Writing
) -> None:
    accept(services, draft)
    looked(qtbot, desk, panel, draft)
    qtbot.keyClick(panel.ways, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert panel.way_told.text() == result_texts.WAYS_TOLD[False]
    with qtbot.waitSignal(panel.closed):
        panel.make.click()
    newest = services.drafts.timeline(services.drafts.open(draft).case_study_id)[-1]
    before = {change.text for change in changes(services.drafts.document(draft))}
    assert {change.text for change in changes(services.drafts.document(newest.id))} == before


def test_without_a_decision_it_says_so_and_writes_nothing(
    qtbot: QtBot, draft: UUID, desk: Desk, panel: Writing
) -> None:
    looked(qtbot, desk, panel, draft)
    assert panel.sums.text() == result_texts.NOTHING
    assert not panel.make.isEnabled()
    assert panel.preview.isHidden()


def test_what_is_stopped_says_so(qtbot: QtBot, services: Services, draft: UUID, desk: Desk, panel: Writing) -> None:
    accept(services, draft)
    panel.begin(draft)
    desk.jobs.cancel()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    qtbot.waitUntil(lambda: panel.sums.text() == result_texts.STOPPED)
    with qtbot.waitSignal(panel.closed):
        panel.back.click()
