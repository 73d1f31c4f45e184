from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.grip import DropLine, Grip


class Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(30)
        self.grip = Grip()
        self.grip.moves(self)
        QHBoxLayout(self).addWidget(self.grip, 0, Qt.AlignmentFlag.AlignLeft)


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[list[Line]]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = [Line() for _ in range(4)]
    for line in made:
        column.addWidget(line)
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


def drag(qtbot: QtBot, grip: Grip, to: QPoint) -> None:
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, grip.mapFromGlobal(to))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(to))


@pytest.mark.parametrize(("taken", "below", "place"), [(0, 2, 2), (3, 0, 1), (1, 3, 3)])
def test_a_row_is_put_where_it_is_let_go(qtbot: QtBot, lines: list[Line], taken: int, below: int, place: int) -> None:
    target = lines[below]
    with qtbot.waitSignal(lines[taken].grip.dropped) as told:
        drag(qtbot, lines[taken].grip, target.mapToGlobal(QPoint(5, target.height() - 2)))
    assert told.args == [place]


def test_above_the_first_it_becomes_the_first(qtbot: QtBot, lines: list[Line]) -> None:
    with qtbot.waitSignal(lines[2].grip.dropped) as told:
        drag(qtbot, lines[2].grip, lines[0].mapToGlobal(QPoint(5, -20)))
    assert told.args == [0]


def test_let_go_where_it_was_it_stays(qtbot: QtBot, lines: list[Line]) -> None:
    with qtbot.assertNotEmitted(lines[1].grip.dropped):
        drag(qtbot, lines[1].grip, lines[1].mapToGlobal(QPoint(5, 20)))


def test_a_line_shows_where_it_would_go_and_goes_itself(qtbot: QtBot, lines: list[Line]) -> None:
    grip, column = lines[0].grip, lines[0].parentWidget()
    assert column is not None
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, grip.mapFromGlobal(lines[2].mapToGlobal(QPoint(5, 25))))
    shown = column.findChildren(DropLine)[0]
    assert shown.isVisible()
    assert abs(shown.geometry().center().y() - lines[3].y()) <= 4
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not column.findChildren(DropLine))
