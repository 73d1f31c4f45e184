from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.opening_row import OpeningRow


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[list[OpeningRow]]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = [OpeningRow(inside=QLineEdit()), OpeningRow(inside=QLineEdit)]
    for row, name in zip(made, ("Ailsa Reid", "Tom Baird"), strict=True):
        row.set_words(name, "Morran Homes", "stage 4 of 5")
        row.set_unfolding("Place in the group")
        row.head.marks.add(QLabel("marks"))
        column.addWidget(row)
    window.resize(500, 300)
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


def arrow(row: OpeningRow) -> Button:
    return row.findChildren(Button)[0]


def is_unfolded(row: OpeningRow) -> bool:
    return row.is_unfolded


def test_enter_space_and_a_click_press_it(qtbot: QtBot, rows: list[OpeningRow]) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(rows[0].pressed):
            qtbot.keyClick(rows[0].head, key)
    with qtbot.waitSignal(rows[0].pressed):
        qtbot.mouseClick(rows[0].head, Qt.MouseButton.LeftButton)


def test_the_arrow_unfolds_it_and_so_do_the_keys(qtbot: QtBot, rows: list[OpeningRow]) -> None:
    qtbot.mouseClick(arrow(rows[0]), Qt.MouseButton.LeftButton)
    assert is_unfolded(rows[0])
    assert arrow(rows[0]).accessibleName() == "Fold away"
    qtbot.keyClick(rows[0].head, Qt.Key.Key_Left)
    assert not is_unfolded(rows[0])
    assert arrow(rows[0]).accessibleName() == "Place in the group: Ailsa Reid"
    qtbot.keyClick(rows[0].head, Qt.Key.Key_Right)
    assert is_unfolded(rows[0])


def test_folding_away_what_has_the_focus_brings_it_back_to_the_row(rows: list[OpeningRow]) -> None:
    rows[0].unfold()
    rows[0].findChildren(QLineEdit)[0].setFocus()
    rows[0].fold()
    assert rows[0].head.hasFocus()


def test_up_and_down_go_along_the_rows(qtbot: QtBot, rows: list[OpeningRow]) -> None:
    rows[0].setFocus()
    qtbot.keyClick(rows[0].head, Qt.Key.Key_Down)
    assert rows[1].head.hasFocus()
    qtbot.keyClick(rows[1].head, Qt.Key.Key_Down)
    assert rows[1].head.hasFocus()
    qtbot.keyClick(rows[1].head, Qt.Key.Key_Up)
    assert rows[0].head.hasFocus()


def test_it_says_all_that_it_shows(rows: list[OpeningRow]) -> None:
    assert rows[0].head.accessibleName() == "Ailsa Reid, Morran Homes, stage 4 of 5"


def test_without_an_inside_there_is_no_arrow(qtbot: QtBot) -> None:
    row = OpeningRow()
    qtbot.addWidget(row)
    row.unfold()
    assert not row.is_unfolded
    assert arrow(row).isHidden()


def test_marks_go_below_where_there_is_no_room_beside(qtbot: QtBot, rows: list[OpeningRow]) -> None:
    marks = rows[0].head.marks
    beside = marks.y()
    rows[0].window().resize(150, 300)
    qtbot.waitUntil(lambda: marks.y() > beside + 10)


def test_a_control_beside_the_words_stays_at_the_end(qtbot: QtBot, rows: list[OpeningRow]) -> None:
    control = Button("More", "plus", "icon")
    rows[0].add_beside(control)
    assert rows[0].window().isActiveWindow()
    qtbot.waitUntil(lambda: control.isVisible() and control.x() > rows[0].head.geometry().right())
    assert control.geometry().right() < arrow_at_the_end(rows[0]).x() + 1


def arrow_at_the_end(row: OpeningRow) -> Button:
    return max(row.findChildren(Button), key=lambda button: button.x())
