import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.guide import Guide
from carfacilitator.ui.shell import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def opened(window: MainWindow) -> Guide:
    window.commands[acts.GUIDE].trigger()
    guide = window.findChild(Guide)
    assert isinstance(guide, Guide)
    return guide


def here() -> QWidget | None:
    return QApplication.focusWidget()


def test_it_opens_at_its_beginning_with_its_sections_beside_it(window: MainWindow) -> None:
    guide = opened(window)
    assert here() is guide.text
    assert guide.text.verticalScrollBar().value() == 0
    assert guide.sections.rows[0].strong == "What it is for"
    assert guide.sections.isVisible()


def test_a_section_is_gone_to_and_read_on_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    guide = opened(window)
    guide.sections.setFocus()
    for _ in range(3):
        qtbot.keyClick(guide.sections, Qt.Key.Key_Down)
    at = guide.text.verticalScrollBar().value()
    assert at > 0
    qtbot.keyClick(guide.sections, Qt.Key.Key_Return)
    assert here() is guide.text
    qtbot.keyClick(guide.text, Qt.Key.Key_PageDown)
    assert guide.text.verticalScrollBar().value() > at
    qtbot.keyClick(guide.text, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_in_large_letters_the_text_has_all_the_room(qapp: QApplication, window: MainWindow) -> None:
    guide = opened(window)
    window.resize(1024, 700)
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert not guide.sections.isVisible()


def test_the_keys_that_it_names_are_those_of_the_window() -> None:
    text = paths.resource("help", "guide.md").read_text(encoding="utf-8")
    named = {key.replace(" ", "+") for key in re.findall(r"\b(?:Ctrl|Shift)(?: Shift)? (?:F?\d+|[A-Z])\b", text)}
    of_window = {key for action in acts.WINDOW_ACTIONS for key in action.keys}
    assert {"Ctrl+K", "Ctrl+L", "Ctrl+Z", "Shift+F6", "Shift+F1"} <= named & of_window
