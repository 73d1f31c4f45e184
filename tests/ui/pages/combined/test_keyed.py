from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.keyed import Keyed
from carfacilitator.ui.widgets.pill import Pill


def test_the_key_stands_beside_the_button_and_both_are_seen_while_the_action_is(qtbot: QtBot) -> None:
    action = QAction("Keep as sent")
    action.setShortcut("0")
    keyed = Keyed(action)
    qtbot.addWidget(keyed)
    assert [pill.text for pill in keyed.findChildren(Pill)] == ["0"]
    action.setVisible(False)
    assert keyed.isHidden()
