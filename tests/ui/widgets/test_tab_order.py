from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.tab_order import tab_step, tab_through


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


def test_a_step_meets_what_stands_before_a_focus_proxy_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    page = QWidget(window)
    outside = line("outside", window)
    for widget in (outside, page):
        column.addWidget(widget)
    inner = QVBoxLayout(page)
    lines = [line(name, page) for name in ("head", "list")]
    for widget in lines:
        inner.addWidget(widget)
    page.setFocusProxy(lines[1])
    with qtbot.waitActive(window):
        window.show()
    outside.setFocus()
    met = []
    for _ in range(3):
        assert tab_step(window, forwards=True)
        met.append(window.focusWidget().objectName())
    assert met == ["head", "list", "outside"]
    assert tab_step(window, forwards=False)
    assert lines[1].hasFocus()
    assert tab_step(page, forwards=True), "it stays inside what it is asked to stay in"
    assert lines[0].hasFocus()


def test_a_step_brings_the_stop_into_sight(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, scroll, inside = QVBoxLayout(window), QScrollArea(), QWidget()
    first, far = line("first", window), line("far", inside)
    far.move(0, 2000)
    inside.resize(100, 2100)
    scroll.setWidget(inside)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(first)
    column.addWidget(scroll)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    assert tab_step(window, forwards=True)
    assert far.hasFocus()
    assert not far.visibleRegion().isEmpty()


def test_where_nothing_takes_the_focus_there_is_no_step(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert not tab_step(window, forwards=True)
