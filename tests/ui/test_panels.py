import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui import panels


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Three panels side by side with two lines each; the last one has nothing to stop at."""
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    for name in ("left", "middle", "right", "empty"):
        panel = QWidget()
        panel.setObjectName(name)
        panel.setProperty("panel", name)
        column = QVBoxLayout(panel)
        for _ in range(0 if name == "empty" else 2):
            column.addWidget(QLineEdit())
        row.addWidget(panel)
    made.resize(900, 200)
    with qtbot.waitActive(made):
        made.show()
    return made


def here() -> str:
    focused = QApplication.focusWidget()
    parent = focused.parentWidget() if focused is not None else None
    return parent.objectName() if parent is not None else ""


def test_it_goes_round_both_ways_and_leaves_out_what_has_no_stop(window: QWidget) -> None:
    panels.panels(window)[0].findChildren(QLineEdit)[0].setFocus()
    seen = []
    for _ in range(3):
        panels.step(window, forwards=True)
        seen.append(here())
    assert seen == ["middle", "right", "left"]
    panels.step(window, forwards=False)
    assert here() == "right"


def test_it_comes_back_to_where_one_was(window: QWidget) -> None:
    second = panels.panels(window)[0].findChildren(QLineEdit)[1]
    second.setFocus()
    panels.step(window, forwards=True)
    panels.step(window, forwards=False)
    assert QApplication.focusWidget() is second


def test_hidden_parts_are_left_out(window: QWidget) -> None:
    middle = window.findChild(QWidget, "middle")
    assert isinstance(middle, QWidget)
    middle.hide()
    assert [panel.objectName() for panel in panels.panels(window)] == ["left", "right"]


def test_a_window_without_parts_stays_as_it_is(qtbot: QtBot) -> None:
    bare = QWidget()
    qtbot.addWidget(bare)
    panels.step(bare, forwards=True)
