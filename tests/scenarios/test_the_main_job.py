"""The main job from end to end in the window: two drafts arrive, are compared, commented, answered; a pack goes out.

Once by mouse and once with the keyboard alone. The command line's own story is in tests/cli.
"""

import email
import os
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import app, paths
from carfacilitator.document.blocks import Anchor
from carfacilitator.services.workspace import Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.pages.case_studies.page import CaseStudiesPage
from carfacilitator.ui.pages.packs.page import PacksPage
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.receiving.panel import KEEP
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.button import Button
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_gatekeeper, a_workspace
from tests.ui.conftest import Answers

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OURS = [paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx") for number in (3, 4)]
OUTSIDE = os.environ.get("CARFACILITATOR_DRAFTS", "")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    a_case_study(made, "Keeping a tenancy after the flood")
    a_gatekeeper(made, "Alan Petrie", email="alan@example.org")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, services: Services, tmp_path: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, Settings(theme="light"))
    made = app.build(services)
    answers = Answers()
    answers.file = tmp_path / "out"
    for page in made.stack.pages:
        object.__setattr__(page.desk, "dialogs", answers)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.desk.jobs.finish()


def drop(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, buttons = QPointF(700, 400), Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, no_key))
    QApplication.sendEvent(window, QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, no_key))


def page_of(window: MainWindow, kind: type[QWidget]) -> QWidget:
    return next(page for page in window.stack.pages if isinstance(page, kind))


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(within: QWidget, words: str) -> None:
    shown = [button for button in within.findChildren(Button) if button.isVisible() and button.isEnabled()]
    QTest.mouseClick(next(one for one in shown if one.text().strip() == words), Qt.MouseButton.LeftButton)


def receive(window: MainWindow, services: Services, qtbot: QtBot, file: Path) -> None:
    """Drop a file on the window and keep it with the keyboard."""
    studies = page_of(window, CaseStudiesPage)
    assert isinstance(studies, CaseStudiesPage)
    number = len(services.drafts.rows())
    window.stack.go("case-studies", services.case_studies.rows()[0].id)
    drop(window, file)
    keep = studies.commands[KEEP]
    qtbot.waitUntil(keep.isEnabled, timeout=20_000)
    keep.trigger()
    qtbot.waitUntil(lambda: len(services.drafts.rows()) == number + 1, timeout=20_000)


def reviewed(window: MainWindow, services: Services, qtbot: QtBot, *, by_mouse: bool = False) -> ReviewPage:
    """Go to the review of the newest draft."""
    window.stack.go("case-studies", services.case_studies.rows()[0].id)
    studies = page_of(window, CaseStudiesPage)
    qtbot.waitUntil(lambda: "Review draft 2" in [button.text().strip() for button in studies.findChildren(Button)])
    if by_mouse:
        press(studies, "Review draft 2")
    else:
        QTest.keyClick(window, Qt.Key.Key_O, CTRL)
    review = page_of(window, ReviewPage)
    assert isinstance(review, ReviewPage)
    qtbot.waitUntil(lambda: review.review.view.model.drafts.new_head.title == "Draft 2", timeout=20_000)
    return review


def comment(review: ReviewPage, words: str) -> None:
    """Write a comment of the kind Evidence on the words that are chosen, with the keyboard alone."""
    QTest.keyClick(review.review.view, Qt.Key.Key_C)
    QTest.keyClick(focus(), Qt.Key.Key_V)
    QTest.keyClicks(focus(), words)
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)


def check_the_pack(folder: Path, services: Services) -> None:
    (document,) = folder.glob("*.docx")
    (message,) = folder.glob("*.eml")
    comments = read(document.read_bytes()).comments
    assert [one.text for one in comments if not one.parent] == ["How do we know?"]
    assert [one.text for one in comments if one.parent] == ["From the diary."]
    opened = email.message_from_bytes(message.read_bytes(), policy=default)
    attached = [part.get_content() for part in opened.iter_attachments()]
    assert attached == [document.read_bytes()]
    assert opened["To"] == "Alan Petrie <alan@example.org>"
    assert services.packs.rows()[0].comments == 1


def two_drafts() -> list[list[Path]]:
    pairs = [OURS]
    if OUTSIDE:
        chapter = sorted(Path(OUTSIDE).glob("structs__*.docx"))
        pairs.append(chapter[-2:])
    return pairs


@pytest.mark.parametrize("drafts", two_drafts(), ids=lambda drafts: drafts[-1].stem)
def test_the_main_job_with_the_keyboard(
    window: MainWindow, services: Services, qtbot: QtBot, drafts: list[Path], tmp_path: Path
) -> None:
    for draft in drafts:
        receive(window, services, qtbot, draft)
    study = services.case_studies.rows()[0]
    assert study.drafts == 2
    assert study.latest is not None
    review = reviewed(window, services, qtbot)
    QTest.keyClick(review.review.view, Qt.Key.Key_F7)
    review.review.view.setFocus()
    paragraph = next(n for n, text in enumerate(services.drafts.document(study.latest.id).texts()) if len(text) > 200)
    review.review.view.go_to_passage(Anchor(paragraph, 0, paragraph, 0))
    for _ in range(12):
        QTest.keyClick(review.review.view, Qt.Key.Key_Right, SHIFT)
    comment(review, "How do we know?")
    (thread,) = services.reviews.threads(study.latest.id)
    assert (thread.text, thread.kind.letter, len(thread.place.quote)) == ("How do we know?", "V", 12)
    services.reviews.amend(thread.id, audience=services.gatekeepers.rows()[0].belongs_to)
    qtbot.waitUntil(lambda: review.review.comments.active == str(thread.id))
    review.review.margin.reply()
    QTest.keyClicks(focus(), "From the diary.")
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    assert [reply.text for reply in services.reviews.threads(study.latest.id)[0].replies] == ["From the diary."]
    review.review.view.setFocus()
    QTest.keyClick(review.review.view, Qt.Key.Key_E)
    assert not services.reviews.threads(study.latest.id)[0].is_open
    qtbot.waitUntil(lambda: review.review.comments.cards[0].resolved or not review.review.comments.cards[0].id)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: services.reviews.threads(study.latest.id)[0].is_open if study.latest else False)
    QTest.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    packs = page_of(window, PacksPage)
    assert isinstance(packs, PacksPage)
    qtbot.waitUntil(packs.isVisible)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: packs.shown in {row.id for row in services.packs.rows()}, timeout=20_000)
    check_the_pack(tmp_path / "out", services)


def test_the_main_job_by_mouse(window: MainWindow, services: Services, qtbot: QtBot, tmp_path: Path) -> None:
    for draft in OURS:
        receive(window, services, qtbot, draft)
    review = reviewed(window, services, qtbot, by_mouse=True)
    latest = services.case_studies.rows()[0].latest
    assert latest is not None
    review.review.go_to_change(1)
    paragraph = next(n for n, text in enumerate(services.drafts.document(latest.id).texts()) if len(text) > 200)
    review.review.view.choose(Anchor(paragraph, 0, paragraph, 12))
    press(review, "Comment")
    QTest.keyClick(focus(), Qt.Key.Key_V)
    QTest.keyClicks(focus(), "How do we know?")
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    (thread,) = services.reviews.threads(latest.id)
    services.reviews.amend(thread.id, audience=services.gatekeepers.rows()[0].belongs_to)
    services.reviews.reply(thread.id, "From the diary.")
    press(review, "Make a review pack")
    packs = page_of(window, PacksPage)
    assert isinstance(packs, PacksPage)
    press(packs, "Save the pack")
    qtbot.waitUntil(lambda: packs.shown in {row.id for row in services.packs.rows()}, timeout=20_000)
    check_the_pack(tmp_path / "out", services)
    press(packs, "Yes, sent just now")
    assert services.packs.out()[0].gatekeeper == "Alan Petrie"
