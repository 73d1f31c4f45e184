from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.flow import Flow


def flow_of(qtbot: QtBot, count: int, *, right: bool = False) -> tuple[Flow, list[QPushButton]]:
    buttons = [QPushButton(f"Button {number}") for number in range(count)]
    flow = Flow(*buttons, right=right)
    qtbot.addWidget(flow)
    return flow, buttons


def test_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    flow, buttons = flow_of(qtbot, 4)
    wide = flow.sizeHint().width()
    flow.resize(wide, 200)
    flow.show()
    assert len({button.y() for button in buttons}) == 1
    flow.resize(wide // 2, 200)
    assert len({button.y() for button in buttons}) == 2
    assert max(button.geometry().right() for button in buttons) < flow.width()
    assert flow.heightForWidth(wide // 2) > flow.heightForWidth(wide)


def test_lines_can_stand_at_the_right(qtbot: QtBot) -> None:
    flow, buttons = flow_of(qtbot, 2, right=True)
    flow.resize(600, 60)
    flow.show()
    assert buttons[-1].geometry().right() == 599


def test_hidden_widgets_leave_no_gap(qtbot: QtBot) -> None:
    flow, buttons = flow_of(qtbot, 3)
    buttons[0].hide()
    flow.resize(600, 60)
    flow.show()
    assert buttons[1].x() == 0


def test_a_column_gives_it_the_height_it_needs(qtbot: QtBot) -> None:
    flow, _ = flow_of(qtbot, 6)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(flow)
    column.addStretch(1)
    holder.resize(flow.sizeHint().width() // 2, 300)
    holder.show()
    assert flow.height() >= flow.heightForWidth(flow.width())
