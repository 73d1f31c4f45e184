from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from carfacilitator.ui.front import Front


def test_the_focus_goes_to_what_it_holds(qtbot: QtBot) -> None:
    line = QLineEdit()
    front = Front("Choose a new passphrase", line)
    qtbot.addWidget(front)
    with qtbot.waitActive(front):
        front.show()
    front.setFocus()
    assert line.hasFocus()
