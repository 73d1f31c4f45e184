from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.leave_discreet import LeaveDiscreet


def test_it_gives_what_was_typed_and_is_ready_for_another_try(qtbot: QtBot) -> None:
    given: list[str] = []
    panel = LeaveDiscreet(given.append, "In the sample it is known.")
    qtbot.addWidget(panel)
    panel.show()
    panel.show_all.click()
    assert given == []
    assert "Type the passphrase" in panel.passphrase.line.accessibleDescription()
    panel.passphrase.line.setText("quiet otter")
    qtbot.keyClick(panel.passphrase.line, Qt.Key.Key_Return)
    assert given == ["quiet otter"]
    assert not panel.show_all.isEnabled()
    panel.say_wrong("That is another one.")
    assert panel.show_all.isEnabled()
    assert panel.passphrase.text == ""
