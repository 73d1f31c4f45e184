from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.remark_field import RemarkField
from carfacilitator.ui.widgets.reply_box import ReplyBox


def test_an_answer_is_told_as_it_is_typed_and_when_it_is_kept(qtbot: QtBot) -> None:
    box = ReplyBox("Dougie Kerr")
    qtbot.addWidget(box)
    box.show()
    box.begin()
    typed: list[str] = []
    box.typed.connect(typed.append)
    field = box.findChild(RemarkField)
    assert field is not None
    assert field.accessibleName() == "Reply to Dougie Kerr"
    qtbot.keyClicks(field, "No")
    assert typed == ["N", "No"]
    with qtbot.waitSignal(box.kept) as kept:
        qtbot.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == ["No"]


def test_an_empty_answer_is_not_kept(qtbot: QtBot) -> None:
    box = ReplyBox("", "  ")
    qtbot.addWidget(box)
    keep = box.findChildren(QPushButton)[0]
    with qtbot.assertNotEmitted(box.kept), qtbot.waitSignal(box.closed):
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert box.text == "  "
