from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.handouts.page import CHANGE, KEEP, MEETINGS, PRINT, HandoutsPage
from tests.ui.conftest import Answers
from tests.ui.pages.handouts.conftest import Printer

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> HandoutsPage:
    made = HandoutsPage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1232, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(qtbot: QtBot, page: HandoutsPage, meeting_id: UUID) -> HandoutsPage:
    page.open(meeting_id)
    at_rest(qtbot, page)
    return page


def at_rest(qtbot: QtBot, page: HandoutsPage) -> None:
    """Wait until nothing is laid out any more and what changed has been seen."""
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and not page._later.isActive(), timeout=20_000)


def test_without_a_meeting_it_leads_to_the_meetings(qtbot: QtBot, page: HandoutsPage) -> None:
    assert page.head.title == "Handouts"
    assert not page.detail.isVisible()
    assert not any(page.commands[action].isEnabled() for action in (PRINT, KEEP, CHANGE))
    with qtbot.waitSignal(page.wants) as asked:
        page.commands[MEETINGS].trigger()
    assert asked.args == ["meetings", None]


def test_the_sheet_of_the_next_meeting_is_shown_as_it_will_be(opened: HandoutsPage) -> None:
    assert opened.head.title == "Agenda, Thursday 12 March"
    assert opened.sheet.paper.count == 1
    assert opened.sheet.paper.accessibleName().endswith("10:15 Welcome; 10:25 Break")
    assert opened.commands[PRINT].isEnabled()


def test_up_and_down_go_from_sheet_to_sheet(qtbot: QtBot, opened: HandoutsPage) -> None:
    opened.setFocus()
    qtbot.keyClick(opened.side.list, Qt.Key.Key_Down)
    assert opened.head.title == "Agenda, Thursday 23 April"


def test_a_change_of_the_plan_is_on_the_sheet(
    qtbot: QtBot, services: Services, opened: HandoutsPage, meeting_id: UUID
) -> None:
    services.agendas.add(meeting_id, "Who does what")
    qtbot.waitUntil(lambda: "10:45 Who does what" in opened.sheet.paper.accessibleName(), timeout=20_000)


def test_large_print_takes_the_pages_it_needs(qtbot: QtBot, opened: HandoutsPage) -> None:
    qtbot.mouseClick(opened.choices.sizes.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    at_rest(qtbot, opened)
    assert opened.sheet.paper.count >= 1
    assert opened.choices.print_size == "large print"


def test_ctrl_p_prints_what_is_shown(qtbot: QtBot, desk: Desk, opened: HandoutsPage, printer: Printer) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_P, CONTROL)
    at_rest(qtbot, opened)
    assert printer.printed == [("Agenda Case-study group Thursday 12 March 2026.pdf", 1)]
    assert desk.messages.shown == ["The agenda went to the printer."]


def test_who_thinks_better_of_printing_is_told_nothing(
    qtbot: QtBot, desk: Desk, opened: HandoutsPage, printer: Printer
) -> None:
    printer.goes_through = False
    opened.commands[PRINT].trigger()
    at_rest(qtbot, opened)
    assert printer.printed
    assert desk.messages.shown == []


def test_it_is_kept_as_a_pdf_where_one_likes_without_a_private_word(
    qtbot: QtBot, tmp_path: Path, opened: HandoutsPage, answers: Answers, printer: Printer
) -> None:
    answers.file = tmp_path / "for the table"
    qtbot.keyClick(opened, Qt.Key.Key_S, CONTROL)
    at_rest(qtbot, opened)
    kept = tmp_path / "for the table.pdf"
    text = PdfReader(kept).pages[0].extract_text()
    assert "Welcome" in text
    assert "Tom" not in text
    assert answers.asked == ["Keep as PDF Agenda Case-study group Thursday 12 March 2026.pdf PDF (*.pdf)"]
    show = next(one for one in opened.desk.messages.findChildren(QWidget) if one.accessibleName() == "Show it")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert printer.shown == [kept]


def test_who_names_no_file_keeps_nothing(qtbot: QtBot, opened: HandoutsPage, services: Services) -> None:
    opened.commands[KEEP].trigger()
    at_rest(qtbot, opened)
    assert not services.departures.rows()


def test_a_folder_that_cannot_be_written_is_said_in_words(
    qtbot: QtBot, tmp_path: Path, desk: Desk, opened: HandoutsPage, answers: Answers
) -> None:
    (tmp_path / "no folder").write_text("but a file")
    answers.file = tmp_path / "no folder" / "agenda.pdf"
    opened.commands[KEEP].trigger()
    at_rest(qtbot, opened)
    assert "no folder" in desk.messages.shown[-1]


def test_the_plan_is_changed_where_it_is_made(qtbot: QtBot, opened: HandoutsPage, meeting_id: UUID) -> None:
    with qtbot.waitSignal(opened.wants) as asked:
        qtbot.keyClick(opened, Qt.Key.Key_E, CONTROL)
    assert asked.args == ["meetings", meeting_id]


def test_on_a_narrow_window_esc_goes_back_to_the_list(qtbot: QtBot, opened: HandoutsPage) -> None:
    assert not opened.step_back()
    opened.resize(900, 700)
    qtbot.waitUntil(lambda: opened.both.is_narrow)
    opened.open(opened._open)
    assert opened.step_back()
    opened.open(None)
    assert opened.side.list.isVisible()
    at_rest(qtbot, opened)


def test_ctrl_f_filters_the_meetings(qtbot: QtBot, opened: HandoutsPage) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(opened.side.filter, "april")
    assert len(opened.side.list.rows) == 1
