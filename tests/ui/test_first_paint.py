from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.first_paint import FirstPaint


def test_it_waits_until_the_window_has_been_seen_and_calls_once(qtbot: QtBot) -> None:
    window, seen = QWidget(), list[str]()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: seen.append("painted"))
    assert seen == []
    window.show()
    qtbot.waitUntil(lambda: seen == ["painted"])
    window.repaint()
    qtbot.waitUntil(lambda: seen == ["painted"])
