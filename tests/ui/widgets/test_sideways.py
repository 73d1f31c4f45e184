from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.sideways import Sideways
from carfacilitator.ui.widgets.timeline import Mark, Timeline


def a_line(marks: int) -> Timeline:
    line = Timeline("Drafts")
    line.set_marks([Mark(id=number, figure="1,240", number=str(number), strong="4 March") for number in range(marks)])
    return line


def test_what_has_room_is_as_high_as_it_wants_to_be(qtbot: QtBot) -> None:
    line = a_line(3)
    held = Sideways(line)
    qtbot.addWidget(held)
    held.resize(500, 300)
    held.show()
    assert held.sizeHint().height() == line.sizeHint().height()
    assert held.minimumSizeHint().width() < line.minimumSizeHint().width()


def test_what_is_wider_scrolls_and_brings_a_part_into_sight(qtbot: QtBot) -> None:
    line = a_line(20)
    held = Sideways(line)
    qtbot.addWidget(held)
    held.resize(400, 300)
    held.show()
    assert held.sizeHint().height() > line.sizeHint().height()
    held.reveal(lambda: line.areas()[-1])
    bar = held.horizontalScrollBar()
    assert bar.value() + held.viewport().width() >= line.areas()[-1].right()
    held.reveal(lambda: QRectF(0, 0, 10, 10))
    assert bar.value() == 0


def test_what_was_revealed_stays_in_sight_when_there_is_less_room(qtbot: QtBot) -> None:
    line = a_line(12)
    held = Sideways(line)
    qtbot.addWidget(held)
    held.reveal(lambda: line.areas()[-1])
    held.resize(900, 300)
    held.show()
    held.resize(400, 300)
    bar = held.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() + held.viewport().width() >= line.areas()[-1].right())


def test_the_focus_goes_to_what_it_holds(qtbot: QtBot) -> None:
    line = a_line(2)
    held = Sideways(line)
    qtbot.addWidget(held)
    with qtbot.waitActive(held):
        held.show()
    held.setFocus()
    assert line.hasFocus()
