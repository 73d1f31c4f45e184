from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.tab_order import tab_through


def walk(qtbot: QtBot, window: QWidget, first: QWidget, steps: int) -> list[str]:
    first.setFocus()
    met = []
    for _ in range(steps):
        focused = window.focusWidget()
        met.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return met


def line(name: str, parent: QWidget) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def test_what_is_made_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    above, anchor, below = line("above", window), QWidget(window), line("below", window)
    for widget in (above, anchor, below):
        column.addWidget(widget)
    inner = QVBoxLayout(anchor)
    made = [line("two", anchor), line("one", anchor)]
    for widget in reversed(made):
        inner.addWidget(widget)
    tab_through(anchor, reversed(made))
    with qtbot.waitActive(window):
        window.show()
    assert walk(qtbot, window, above, 4) == ["above", "one", "two", "below"]
