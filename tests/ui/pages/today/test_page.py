from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.today.cards import RowsCard
from carfacilitator.ui.pages.today.page import OPEN_PLAN, PRINT, TodayPage
from carfacilitator.ui.receiving.panel import KEEP
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_comment
from tests.ui.conftest import Answers
from tests.ui.pages.today.conftest import Day, MakePage

CTRL = Qt.KeyboardModifier.ControlModifier


def strong(card: RowsCard) -> list[str]:
    return [row.strong for row in card.list.rows]


def said(widget: QWidget) -> str:
    return " ".join(words.text() for words in widget.findChildren(Words) if words.isVisible())


def press(widget: QWidget, words: str) -> None:
    buttons = [button for button in widget.findChildren(Button) if button.isVisible()]
    QTest.mouseClick(next(one for one in buttons if one.accessibleName() == words), Qt.MouseButton.LeftButton)


def test_it_says_the_day_and_what_is_next(page: TodayPage) -> None:
    assert page.head.title == "Today"
    assert "Tuesday 10 March 2026" in said(page.head)
    assert "Meeting 1 of Group A" in said(page.meeting)
    assert "Thursday 12 March, 10:15 to 12:15 · Kilmorran Hall" in said(page.meeting)
    assert "Session plan: 30 of 120 minutes" in said(page.meeting)
    assert "No answer yet from Jean Lockhart" in said(page.meeting)
    assert "Jean Lockhart: hearing loop" in said(page.meeting)


def test_what_waits_for_whom_stands_apart(page: TodayPage) -> None:
    assert strong(page.waiting) == [
        "Samina Aziz sent draft 1 of ‘Quarter to three’",
        "Did you send Ruth McKay the pack of ‘The bus’?",
    ]
    assert strong(page.others) == [
        "Alan Petrie: may ‘The bus’ be published?",
        "Jean Lockhart: coming on Thursday 12 March?",
    ]
    assert strong(page.studies) == ["The bus", "Quarter to three"]
    assert strong(page.ahead) == ["Group A: Retreat"]


@pytest.mark.parametrize(
    ("row", "goal"),
    [
        (("waiting", 0), ("review", "draft")),
        (("waiting", 1), ("packs", "unsent")),
        (("others", 0), ("packs", "sent")),
        (("others", 1), ("meetings", "meeting")),
        (("studies", 1), ("case-studies", "study")),
        (("ahead", 0), ("meetings", "later")),
    ],
)
def test_every_row_leads_where_something_can_be_done(
    qtbot: QtBot, page: TodayPage, day: Day, row: tuple[str, int], goal: tuple[str, str]
) -> None:
    rows = getattr(page, row[0]).list
    rows.setFocus()
    rows.choose(rows.rows[row[1]].id)
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert wanted.args == [goal[0], getattr(day, goal[1])]


def test_a_row_is_opened_with_one_click(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    rows = page.waiting.list
    area = rows.visualRect(rows.model().index(0, 0))
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert wanted.args == ["review", day.draft]


def test_the_plan_and_the_agenda_of_the_next_meeting_are_a_step_away(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        press(page.meeting, "Open the plan")
    assert wanted.args == ["meetings", day.meeting]
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    assert wanted.args == ["handouts", day.meeting]


def test_what_is_done_leaves_the_page(qtbot: QtBot, page: TodayPage, services: Services, day: Day) -> None:
    words = services.drafts.document(day.draft).texts()[1].split()[0]
    a_comment(services, day.draft, words)
    services.packs.sent(day.unsent)
    qtbot.waitUntil(lambda: not page.waiting.list.isVisible())
    assert "Nothing waits for you." in said(page.waiting)
    person = services.meetings.open(day.meeting).attendance[0].person_id
    services.meetings.mark(day.meeting, person, Attendance.COMING)
    qtbot.waitUntil(lambda: "One person will come" in said(page.meeting))
    assert "Ruth McKay: what is there to say about ‘The bus’?" in strong(page.others)


def test_an_empty_workspace_says_where_to_begin(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    assert page.begin.isVisible()
    assert not page.meeting.isVisible()
    assert not page.commands[OPEN_PLAN].isVisible()
    with qtbot.waitSignal(page.wants) as wanted:
        press(page.begin, "Begin a group")
    assert wanted.args == ["groups", None]
    with qtbot.waitSignal(page.wants) as wanted:
        press(page.begin, "Add people")
    assert wanted.args == ["people", None]


def test_without_a_meeting_one_is_planned(qtbot: QtBot, page: TodayPage, services: Services, day: Day) -> None:
    services.meetings.remove(day.meeting)
    services.meetings.remove(day.later)
    qtbot.waitUntil(lambda: "No meeting is planned." in said(page.meeting))
    assert not page.commands[PRINT].isVisible()
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page, Qt.Key.Key_M, CTRL)
    assert wanted.args == ["meetings", None]


def test_a_draft_is_received_here_and_its_case_study_opened(
    qtbot: QtBot, page: TodayPage, services: Services, answers: Answers
) -> None:
    answers.files = [paths.resource("sample", "the-bus-that-isnt-there-draft-2.docx")]
    with qtbot.waitSignal(page.receiving.began):
        press(page.head, "Receive files")
    assert page.head.title == "A draft has come"
    assert not page.waiting.isVisible()
    answers.files = []
    QTest.keyClick(page, Qt.Key.Key_R, CTRL)
    assert len(answers.asked) == 2
    with qtbot.waitSignal(page.wants) as wanted:
        page.commands[KEEP].trigger()
    bus = next(row for row in services.case_studies.rows() if row.title == "The bus")
    assert wanted.args == ["case-studies", bus.id]
    assert bus.drafts == 2
    assert page.head.title == "Today"


def test_esc_sets_a_dropped_draft_aside(qtbot: QtBot, page: TodayPage, services: Services) -> None:
    assert not page.step_back()
    page.take([paths.resource("sample", "the-bus-that-isnt-there-draft-2.docx")])
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.step_back()
    assert page.waiting.isVisible()
    assert len(services.drafts.rows()) == 2


def test_when_the_day_has_changed_it_is_read_anew(page: TodayPage, services: Services) -> None:
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 3, 13, 8, tzinfo=UTC)
    page.open(None)
    assert page._view is not None
    assert page._view.day == date(2026, 3, 13)
    assert "Meeting 2 of Group A" in said(page.meeting)
    assert "Friday 13 March 2026" in said(page.head)


def test_every_place_that_takes_the_focus_has_a_name(page: TodayPage) -> None:
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    assert stops
    assert all(widget.accessibleName() for widget in stops)
