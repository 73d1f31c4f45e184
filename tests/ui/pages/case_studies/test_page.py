from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.page import FILTER, NEW, CaseStudiesPage
from carfacilitator.ui.pages.case_studies.study_commands import PACK, REMOVE, REVIEW
from carfacilitator.ui.receiving.panel import KEEP, RECEIVE, SET_ASIDE
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_group, a_member
from tests.ui.pages.case_studies.conftest import BUS, Known, MakePage

CTRL = Qt.KeyboardModifier.ControlModifier


def undo(desk: Desk) -> None:
    buttons = desk.messages.findChildren(Message)[-1].findChildren(Button)
    next(button for button in buttons if button.accessibleName() == "Undo").click()


def visible(page: CaseStudiesPage) -> set[str]:
    return {spec.id for spec in page.commands if page.commands[spec].isVisible()}


def test_an_empty_workspace_says_what_belongs_here_and_begins_the_first(make_page: MakePage) -> None:
    page = make_page()
    assert page.head.title == "Case studies"
    begin = next(
        one for one in page.side.findChildren(Button) if one.isVisible() and one.text().strip() == "New case study"
    )
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert page.detail.begin.isVisible()
    assert page.head.title == "A new case study"


def test_the_list_tells_stage_and_latest_draft_and_the_title_what_is_open(page: CaseStudiesPage, known: Known) -> None:
    rows = {row.id: row for row in page.side.list.rows}
    assert rows[known.study].heard == f"{BUS}, Jean Lockhart · draft 2, stage 3 of 5"
    assert rows[known.other].heard == "Seven doors, Priya Nair · no draft yet, stage 1 of 5"
    assert page.head.title == BUS
    assert page.side.list.current == known.study


def test_another_is_opened_with_the_arrows(page: CaseStudiesPage, known: Known) -> None:
    page.side.list.setFocus()
    page.side.list.choose(known.other)
    QTest.keyClick(page.side.list, Qt.Key.Key_Down)
    assert page.head.title == BUS
    QTest.keyClick(page.side.list, Qt.Key.Key_Up)
    assert page.head.title == "Seven doors"
    assert not page.commands[REVIEW].isEnabled()
    assert page.commands[REVIEW].text() == "Review the latest draft"
    assert page.commands[PACK].toolTip() == "No draft has come yet."


def test_ctrl_f_filters(page: CaseStudiesPage, known: Known) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.side.filter.hasFocus()
    QTest.keyClicks(page.side.filter, "priya")
    assert [row.id for row in page.side.list.rows] == [known.other]
    assert page.commands[FILTER].isEnabled()


def test_a_case_study_is_begun_by_keyboard(page: CaseStudiesPage, services: Services) -> None:
    group_id = a_group(services, "Group B")
    person_id = a_member(services, group_id, "Samina Aziz")
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    form = page.detail.begin.form
    assert form.title.line.hasFocus()
    QTest.keyClicks(form.title.line, "Quarter to three")
    form.author.set_value(str(person_id))
    form.group.set_value(str(group_id))
    QTest.keyClick(form.title.line, Qt.Key.Key_Return)
    assert page.head.title == "Quarter to three"
    assert page.detail.about.question.area.hasFocus()
    assert not page.detail.begin.isVisible()
    assert "Quarter to three" in [row.title for row in services.case_studies.rows()]


def test_esc_leaves_the_form(page: CaseStudiesPage) -> None:
    page.commands[NEW].trigger()
    assert page.step_back()
    assert page.head.title == BUS
    assert not page.step_back()


def test_a_removed_case_study_comes_back_with_undo(
    qtbot: QtBot, page: CaseStudiesPage, known: Known, desk: Desk
) -> None:
    page.commands[REMOVE].trigger()
    qtbot.waitUntil(lambda: page.head.title == "Seven doors")
    assert desk.messages.shown == [f"‘{BUS}’ was removed."]
    undo(desk)
    qtbot.waitUntil(lambda: page.head.title == BUS)
    qtbot.waitUntil(lambda: page.side.list.current == known.study)


def test_on_a_narrow_window_one_goes_in_and_back(qtbot: QtBot, page: CaseStudiesPage, known: Known) -> None:
    page.both.show_list()
    page.resize(860, 700)
    qtbot.waitUntil(lambda: page.both.is_narrow)
    qtbot.waitUntil(lambda: page.head.title == "Case studies")
    assert REVIEW.id not in visible(page)
    page.side.list.choose(known.study)
    QTest.keyClick(page.side.list, Qt.Key.Key_Return)
    assert page.head.title == BUS
    assert not page.side.isVisible()
    page.setFocus()
    assert page.detail.cycle.picture.hasFocus()
    assert page.step_back()
    assert page.head.title == "Case studies"
    assert page.side.list.hasFocus()


def test_a_draft_that_comes_takes_the_page_until_it_is_kept(
    qtbot: QtBot, page: CaseStudiesPage, services: Services
) -> None:
    page.take([paths.resource("sample", "quarter-to-three-draft-1.docx")])
    assert page.both.isVisible()
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.head.title == "A draft has come"
    assert not page.both.isVisible()
    assert visible(page) == {KEEP.id, SET_ASIDE.id, RECEIVE.id, FILTER.id}
    options = page.receiving.question.recognised.options
    options.choose(None)
    assert page.receiving.question.recognised.case_study_id is None
    seven = next(row.id for row in options.rows if row.strong == "Seven doors")
    options.choose(seven)
    page.commands[KEEP].trigger()
    qtbot.waitUntil(lambda: page.head.title == "Seven doors")
    assert [row.number for row in services.drafts.timeline(seven)] == [1]  # type: ignore[arg-type]  # ids are UUIDs
    assert RECEIVE.id in visible(page)
    qtbot.waitUntil(page.detail.drafts.line.isVisible)


def test_esc_sets_a_draft_aside(qtbot: QtBot, page: CaseStudiesPage, services: Services) -> None:
    page.take([paths.resource("sample", "quarter-to-three-draft-1.docx")])
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.step_back()
    assert page.head.title == BUS
    assert page.side.list.hasFocus()
    assert len(services.drafts.rows()) == 2


def test_what_is_like_nothing_is_taken_for_the_open_case_study(
    qtbot: QtBot, page: CaseStudiesPage, known: Known
) -> None:
    page.open(known.other)
    page.take([paths.resource("sample", "quarter-to-three-draft-1.docx")])
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.receiving.question.recognised.case_study_id == known.other


def test_every_place_that_takes_the_focus_has_a_name(page: CaseStudiesPage) -> None:
    page.commands[NEW].trigger()
    for widget in page.findChildren(QWidget):
        if not widget.isHidden() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            assert widget.accessibleName() or _is_inner(widget), widget


def _is_inner(widget: QWidget) -> bool:
    """Tell the parts that Qt makes inside its own widgets."""
    return widget.objectName().startswith("qt_") or type(widget).__module__.startswith("PySide6")


def test_it_takes_word_files_only() -> None:
    assert {Path("draft.docx").suffix} == CaseStudiesPage.TAKES
