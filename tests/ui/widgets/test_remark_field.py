from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.remark_field import RemarkField


def test_ctrl_enter_keeps_esc_sets_aside_and_enter_is_a_line(qtbot: QtBot) -> None:
    field = RemarkField("What you want to say")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "one\n"
    with qtbot.waitSignal(field.kept):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(field.set_aside):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "one\n"


def test_a_ready_remark_takes_a_line_of_its_own(qtbot: QtBot) -> None:
    field = RemarkField("What you want to say")
    qtbot.addWidget(field)
    field.put("How many is most?")
    field.put("Compared with what?")
    assert field.toPlainText() == "How many is most?\nCompared with what?"
    assert field.minimumSizeHint().height() == field.sizeHint().height()
