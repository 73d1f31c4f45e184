from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.one_of import OneOf


def of_height(height: int) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    return made


def test_it_takes_the_room_of_the_one_that_is_seen(qtbot: QtBot) -> None:
    low, high = of_height(40), of_height(900)
    states = OneOf(low, high)
    qtbot.addWidget(states)
    states.show()
    assert states.current is low
    assert states.sizeHint().height() == 40
    states.choose(high)
    assert states.current is high
    assert high.isVisible()
    assert not low.isVisible()
    assert states.sizeHint().height() == 900
