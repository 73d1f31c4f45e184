from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.columns import Columns


def test_columns_turn_where_there_is_no_room_side_by_side(qtbot: QtBot) -> None:
    columns = Columns(2, 1, least=200)
    qtbot.addWidget(columns)
    left, right = QLabel("left"), QLabel("right")
    columns.add(0, left)
    columns.add(1, right)
    columns.end()
    columns.resize(700, 200)
    columns.show()
    assert columns.side_by_side
    assert right.x() > left.x()
    columns.resize(300, 200)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert not columns.side_by_side


def test_the_least_width_is_that_of_one_column(qtbot: QtBot) -> None:
    columns = Columns(1, 1)
    qtbot.addWidget(columns)
    for column in (0, 1):
        label = QLabel("x")
        label.setMinimumWidth(250)
        columns.add(column, label)
    assert columns.minimumSizeHint().width() == 250
