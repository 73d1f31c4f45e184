from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.reason import Reason


def test_an_empty_reason_is_asked_for_again_and_a_given_one_handed_over(qtbot: QtBot, services: Services) -> None:
    reason = Reason(services.unsaved)
    qtbot.addWidget(reason)
    reason.ask("key")
    with qtbot.assertNotEmitted(reason.given):
        qtbot.mouseClick(reason.reject, Qt.MouseButton.LeftButton)
    reason.field.area.setPlainText(" She was alone that week. ")
    with qtbot.waitSignal(reason.given) as given:
        qtbot.mouseClick(reason.reject, Qt.MouseButton.LeftButton)
    assert given.args == ["She was alone that week."]
    with qtbot.waitSignal(reason.closed):
        reason.close_it()
    assert reason.isHidden()
