"""J8 in the window: files are let go anywhere, an email is pasted, somebody rings; all of it is one review."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services.workspace import Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.pages.emails.page import EmailsPage
from carfacilitator.ui.pages.today.page import TodayPage
from carfacilitator.ui.receiving.batch import Batch
from carfacilitator.ui.receiving.looking import Came
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.button import Button
from tests.builders import NOON
from tests.ui.receiving.conftest import ALAN, FIONA, RUTH, Sent, sent, workspace

__all__ = ["sent", "workspace"]
CTRL = Qt.KeyboardModifier.ControlModifier
EMAIL = "Dear Isla,\n\n1. Who counted the letters?\n2. I would thank the volunteers.\n\nKind regards\nRuth"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, workspace: Services, sent: Sent) -> Iterator[MainWindow]:
    for made_pack in sent.packs.values():
        workspace.packs.sent(made_pack.stamp.id, "email", NOON)
    theme.apply(qapp, Settings(theme="light"))
    made = app.build(workspace)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.desk.jobs.finish()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def drop(window: MainWindow, *files: object) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at, left, none = QPointF(700, 500), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, left, none))
    QApplication.sendEvent(window, QDropEvent(at, Qt.DropAction.CopyAction, data, left, none))


def looked_at(qtbot: QtBot, window: MainWindow) -> Batch:
    """Wait until what was dropped stands there."""
    page = window.stack.page
    assert isinstance(page, TodayPage)
    batch = page.receiving.batch
    qtbot.waitUntil(lambda: not window.desk.jobs.busy and batch.isVisible(), timeout=20_000)
    return batch


def test_what_comes_back_in_three_ways_is_one_review(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Services,
    sent: Sent,
) -> None:
    window.go("gatekeepers")
    fiona, alan = sent.answer(FIONA, "Author"), sent.answer(ALAN, ALAN, "Copy of pack (3).docx")
    drop(window, fiona, alan)
    looked_at(qtbot, window)
    assert window.desk.messages.shown == ["Two answers are in: 2 remarks, 4 proposed edits."]
    assert isinstance(focused(), Button)
    assert focused().accessibleName() == f"Yes, {FIONA}"
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    window.go("emails", sent.packs[RUTH].stamp.id)
    emails = window.stack.page
    assert isinstance(emails, EmailsPage)
    emails.text.area.setPlainText(EMAIL)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)

    QTest.keyClick(focused(), Qt.Key.Key_H, CTRL)
    QTest.keyClicks(focused(), "Number nine is easily found.")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "kitchen door")
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    rows = workspace.returns.rows()
    assert sorted((row.gatekeeper, row.how, row.remarks) for row in rows) == [
        (ALAN, "file", 1),
        (FIONA, "file", 1),
        (RUTH, "email", 2),
        (RUTH, "telephone", 1),
    ]
    assert all(row.sender_asked for row in rows)
    review = workspace.combined_reviews.open(sent.draft_id)
    assert (len(review.remarks), review.proposed) == (5, 4)
    (came,) = workspace.today.view().came_back
    assert (came.draft_id, came.undecided, came.edits) == (sent.draft_id, 5, 4)
    assert workspace.today.view().packs_out == ()


def test_the_same_again_by_mistake_adds_nothing(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Services,
    sent: Sent,
) -> None:
    file = sent.answer(FIONA, FIONA)
    known = []
    for _ in range(2):
        drop(window, file)
        (look,) = looked_at(qtbot, window).looks
        assert isinstance(look, Came)
        known.append(look.taken.already_known)
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert known == [False, True]
    assert len(workspace.returns.rows()) == 1
