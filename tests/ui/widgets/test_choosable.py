from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.choosable import Choosable


class Squares(Choosable):
    def areas(self) -> list[QRectF]:
        return [QRectF(index * 50, 0, 40, 40) for index in range(3)]


def squares(qtbot: QtBot) -> Squares:
    made = Squares("Squares")
    qtbot.addWidget(made)
    made.set_heard(["first", "second", "third"])
    made.resize(200, 50)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_arrows_go_along_and_the_current_one_is_heard(qtbot: QtBot) -> None:
    made = squares(qtbot)
    picked: list[int] = []
    made.picked.connect(picked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(made, key)
    assert picked == [1, 2, 1, 0]
    assert made.accessibleDescription() == "first"
    qtbot.keyClick(made, Qt.Key.Key_End)
    assert made.accessibleDescription() == "third"


def test_clicks_pick_and_double_clicks_and_enter_enter(qtbot: QtBot) -> None:
    made = squares(qtbot)
    with qtbot.waitSignal(made.picked) as picked:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert picked.args == [1]
    with qtbot.waitSignal(made.entered) as entered:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert entered.args == [1]
    with qtbot.waitSignal(made.entered) as entered:
        qtbot.mouseDClick(made, Qt.MouseButton.LeftButton, pos=QPoint(110, 10))
    assert entered.args == [2]


def test_what_is_under_the_pointer_is_said(qtbot: QtBot) -> None:
    made = squares(qtbot)
    at = QPoint(60, 10)
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, at, made.mapToGlobal(at)))
    assert QToolTip.text() == "second"
    QToolTip.hideText()


def test_fewer_things_leave_the_current_one_among_them(qtbot: QtBot) -> None:
    made = squares(qtbot)
    made.set_current(2)
    made.set_heard(["only"])
    assert made.current == 0
    made.set_heard([])
    assert made.accessibleDescription() == ""
