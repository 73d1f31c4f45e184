import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row

ROWS = [Row(id=number, strong=f"Row {number}", section="odd" if number % 2 else "even") for number in (1, 3, 2, 4)]


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    made = RowList("Groups")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(300, 400)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_the_keyboard_goes_over_headings_and_enter_opens(qtbot: QtBot, rows: RowList) -> None:
    chosen: list[object] = []
    rows.chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == [1, 3, 2]
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_other_rows_leave_the_current_one_where_it_is_and_make_no_signal(qtbot: QtBot, rows: RowList) -> None:
    rows.choose(3)
    with qtbot.assertNotEmitted(rows.chosen):
        rows.set_rows([*ROWS, Row(id=9, strong="New")])
    assert rows.current == 3
    rows.set_rows([ROWS[0]])
    assert not rows.choose(3)


def test_a_filter_without_hits_leaves_an_empty_list_that_says_so(rows: RowList) -> None:
    rows.set_filter("nowhere")
    assert rows.rows == []
    assert not rows.grab().isNull()
    rows.set_filter("")
    assert len(rows.rows) == 4


def test_a_click_on_a_row_with_an_arrow_opens_it_once(qtbot: QtBot, rows: RowList) -> None:
    rows.set_rows([Row(id=1, strong="Draft 4", opens=True)])
    opened: list[object] = []
    rows.opened.connect(opened.append)
    at = rows.visualRect(rows._rows.place_of(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [1]


def test_the_menu_is_wanted_for_the_row_under_the_pointer(qtbot: QtBot, rows: RowList) -> None:
    at = rows.visualRect(rows._rows.place_of(3)).center()
    with qtbot.waitSignal(rows.menu_wanted) as wanted:
        rows.customContextMenuRequested.emit(at)
    assert wanted.args[0] == 3


def test_a_growing_list_shows_all_its_rows_without_a_scroll_bar(qtbot: QtBot) -> None:
    rows = RowList("Members", grows=True)
    qtbot.addWidget(rows)
    rows.resize(300, 100)
    rows.set_rows(ROWS[:1])
    one = rows.sizeHint().height()
    rows.set_rows(ROWS)
    assert rows.sizeHint().height() > 2 * one
    rows.resize(300, rows.sizeHint().height())
    rows.show()
    assert rows.verticalScrollBar().maximum() == 0
