from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.mark_rows import MarkRow, OneOfRows


def test_rows_are_ticked_by_space_and_enter_and_gone_along_by_arrows(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    rows = [MarkRow() for _ in range(3)]
    for number, row in enumerate(rows):
        row.set_words(f"Person {number}", "local · saw draft 3 on 4 March", "PN")
        column.addWidget(row)
    with qtbot.waitActive(around):
        around.show()
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert [row.isChecked() for row in rows] == [True, True, False]
    assert rows[0].accessibleName() == "Person 0, local · saw draft 3 on 4 March"
    rows[0].set_looked_at(looked_at=True)
    assert not around.grab().isNull()


def test_one_of_a_few_is_chosen_by_arrows(qtbot: QtBot) -> None:
    rows = OneOfRows("What is asked", [("a", "Read", "all of it"), ("b", "Check", ""), ("c", "Agree", "or not")])
    qtbot.addWidget(rows)
    with qtbot.waitActive(rows):
        rows.show()
    assert rows.value == "a"
    rows.setFocus()
    with qtbot.waitSignal(rows.chosen) as told:
        qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Down)
    assert told.args == ["b"]
    with qtbot.assertNotEmitted(rows.chosen):
        rows.set_value("c")
    assert rows.value == "c"
