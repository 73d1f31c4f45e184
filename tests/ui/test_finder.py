from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.finder import Finder
from carfacilitator.ui.widgets.rows import Row

PEOPLE = ("Ailsa Reid", "Tom Baird", "Jean Lockhart")


def source(words: str) -> Sequence[Row]:
    return [Row(id=name, strong=name) for name in PEOPLE if words.casefold() in name.casefold()]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
    line = made.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    return made


def opened(window: QWidget, taken: list[object]) -> Finder:
    finder = Finder("Find", "Names and words", source, taken.append)
    finder.open_over(window)
    return finder


def test_typing_finds_and_enter_takes_the_first(qtbot: QtBot, window: QWidget) -> None:
    taken: list[object] = []
    finder = opened(window, taken)
    assert finder.line.hasFocus()
    qtbot.keyClicks(finder.line, "tom")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert taken == ["Tom Baird"]


def test_down_and_enter_take_another(qtbot: QtBot, window: QWidget) -> None:
    taken: list[object] = []
    finder = opened(window, taken)
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.rows, Qt.Key.Key_Down)
    qtbot.keyClick(finder.rows, Qt.Key.Key_Return)
    assert taken == ["Tom Baird"]


def test_escape_closes_it_and_the_focus_is_where_it_was(qtbot: QtBot, window: QWidget) -> None:
    finder = opened(window, [])
    before = window.findChild(QLineEdit)
    with qtbot.waitSignal(finder.closed):
        qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_escape_empties_the_line_first(qtbot: QtBot, window: QWidget) -> None:
    finder = opened(window, [])
    qtbot.keyClicks(finder.line, "tom")
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.isVisible()
    assert finder.line.text() == ""


def test_nothing_found_is_said(qtbot: QtBot, window: QWidget) -> None:
    finder = opened(window, [])
    qtbot.keyClicks(finder.line, "nobody")
    finder.look()
    assert finder._nothing.isVisible()
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()


def test_it_stays_inside_a_window_that_shrinks(window: QWidget) -> None:
    finder = opened(window, [])
    window.resize(420, 300)
    assert window.rect().contains(finder.geometry())
