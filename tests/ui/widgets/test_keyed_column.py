from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.keyed_column import KeyedColumn


class Line(QLineEdit):
    def fill(self, thing: str, /) -> None:
        self.setText(thing)


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[KeyedColumn[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    made = KeyedColumn[str](lambda thing: thing.split(maxsplit=1)[0], Line)
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


def texts(column: KeyedColumn[str]) -> list[str]:
    widgets = sorted(column.widgets, key=lambda widget: widget.y())
    return [widget.text() for widget in widgets if isinstance(widget, QLineEdit)]


def test_it_shows_what_it_is_told_in_that_order(qtbot: QtBot, column: KeyedColumn[str]) -> None:
    column.set_things(["a one", "b two"])
    qtbot.waitUntil(lambda: texts(column) == ["a one", "b two"])
    column.set_things(["c three", "b two", "a one, again"])
    qtbot.waitUntil(lambda: texts(column) == ["c three", "b two", "a one, again"])
    column.set_things(["b two"])
    assert texts(column) == ["b two"]


def test_what_stays_keeps_its_widget_and_the_focus(column: KeyedColumn[str]) -> None:
    column.set_things(["a one", "b two"])
    kept = column.widget_of("b")
    assert kept is not None
    kept.setFocus()
    column.set_things(["b two, again", "a one"])
    assert column.widget_of("b") is kept
    assert kept.hasFocus()
    assert column.widget_of("z") is None


def test_tab_goes_from_top_to_bottom(qtbot: QtBot, column: KeyedColumn[str]) -> None:
    column.set_things(["b two"])
    column.set_things(["a one", "b two", "c three"])
    column.widgets[0].setFocus()
    qtbot.keyClick(column.widgets[0], Qt.Key.Key_Tab)
    assert column.widgets[1].hasFocus()
    qtbot.keyClick(column.widgets[1], Qt.Key.Key_Tab)
    assert column.widgets[2].hasFocus()


def test_an_empty_column_is_not_there(column: KeyedColumn[str]) -> None:
    column.set_things([])
    assert column.isHidden()
