from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.switch import Switch


def test_words_and_track_switch_it_and_so_does_space(qtbot: QtBot) -> None:
    switch = Switch("Open discreetly", "Confidential notes stay hidden")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 10, 12))
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_it_says_what_it_does(qtbot: QtBot) -> None:
    switch = Switch("Open discreetly", "Confidential notes stay hidden")
    qtbot.addWidget(switch)
    assert switch.accessibleName() == "Open discreetly"
    assert switch.accessibleDescription() == "Confidential notes stay hidden"
    assert switch.minimumSizeHint() == switch.sizeHint()
