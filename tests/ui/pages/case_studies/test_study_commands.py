from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.page import CaseStudiesPage
from carfacilitator.ui.pages.case_studies.study_commands import AUTHOR, COMMENTS, COMPARE, DROP_DRAFT, REVIEW
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.shared_actions import ALL_COMMENTS
from tests.ui.pages.case_studies.conftest import BUS, Known

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_latest_draft_is_reviewed_and_packed_by_keyboard(qtbot: QtBot, page: CaseStudiesPage, known: Known) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page, Qt.Key.Key_O, CTRL)
    assert wanted.args == ["review", known.drafts[1]]
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page, Qt.Key.Key_P, CTRL | SHIFT)
    assert wanted.args == ["packs", known.drafts[1]]
    assert page.commands[REVIEW].text() == "Review draft 2"


def test_the_chosen_draft_is_compared_with_the_one_before(qtbot: QtBot, page: CaseStudiesPage, known: Known) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page, Qt.Key.Key_E, CTRL)
    assert wanted.args == ["review", known.drafts[1]]
    assert page.commands[COMPARE].text() == "Compare draft 2 with draft 1"
    QTest.keyClick(page.detail.drafts.line, Qt.Key.Key_Home)
    assert not page.commands[COMPARE].isEnabled()


def test_the_author_is_a_step_away(qtbot: QtBot, page: CaseStudiesPage, services: Services, known: Known) -> None:
    assert page.commands[AUTHOR].text() == "Open Jean Lockhart"
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[AUTHOR].trigger()
    assert wanted.args == ["people", services.case_studies.open(known.study).author_id]


def test_the_latest_draft_is_removed_and_nothing_else(
    qtbot: QtBot, page: CaseStudiesPage, services: Services, known: Known, desk: Desk
) -> None:
    assert page.commands[DROP_DRAFT].text() == "Remove draft 2"
    page.commands[DROP_DRAFT].trigger()
    assert [row.id for row in services.drafts.timeline(known.study)] == [known.drafts[0]]
    assert desk.messages.shown == [f"Draft 2 of ‘{BUS}’ was removed."]
    qtbot.waitUntil(lambda: page.commands[REVIEW].text() == "Review draft 1")


def test_all_comments_and_a_report_on_them_are_a_step_away(qtbot: QtBot, page: CaseStudiesPage, known: Known) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[COMMENTS].trigger()
    assert wanted.args == ["reports", ReportAsk(new_id=known.drafts[1], kind=ReportKind.COMMENTS)]
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[ALL_COMMENTS].trigger()
    assert wanted.args == ["comments", known.study]
