from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.segments import Segments

OPTIONS = [("side", "Side by side"), ("one", "One column"), ("clean", "Clean")]


def test_one_is_on_and_a_click_chooses_another(qtbot: QtBot) -> None:
    segments = Segments("View", OPTIONS)
    qtbot.addWidget(segments)
    assert segments.value == "side"
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(segments.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["one"] == [segments.value]


def test_arrows_go_along_and_round(qtbot: QtBot) -> None:
    segments = Segments("View", OPTIONS)
    qtbot.addWidget(segments)
    with qtbot.waitActive(segments):
        segments.show()
    segments.findChildren(QPushButton)[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert segments.value == "clean"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert segments.value == "side"


def test_setting_a_value_makes_no_signal_and_options_are_heard_with_their_label(qtbot: QtBot) -> None:
    segments = Segments("View", OPTIONS)
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("clean")
    assert segments.findChildren(QPushButton)[2].accessibleName() == "View: Clean"
