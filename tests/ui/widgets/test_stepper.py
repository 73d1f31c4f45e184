from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.stepper import Stepper


@pytest.fixture
def stepper(qtbot: QtBot) -> Iterator[Stepper]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = Stepper("Minutes of Break", most=600)
    made.set_value(10)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.hide()


@pytest.fixture
def heard(stepper: Stepper) -> list[int]:
    values: list[int] = []
    stepper.changed.connect(lambda value: values.append(value))  # noqa: PLW0108  PySide counts a builtin's arguments wrongly
    return values


def test_its_buttons_take_five_away_and_add_five(qtbot: QtBot, stepper: Stepper, heard: list[int]) -> None:
    less, more = stepper.findChildren(Button)
    assert (less.accessibleName(), more.accessibleName()) == ("Minutes of Break: 5 less", "Minutes of Break: 5 more")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    assert heard == [15, 10, 5]


def test_plus_minus_and_the_arrows_do_the_same(qtbot: QtBot, stepper: Stepper, heard: list[int]) -> None:
    stepper.setFocus()
    for key in ("+", "=", "-"):
        qtbot.keyClicks(stepper, key)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert heard == [15, 20, 15, 20]


def test_a_number_that_is_typed_counts_once_it_is_finished(qtbot: QtBot, stepper: Stepper, heard: list[int]) -> None:
    stepper.setFocus()
    stepper.selectAll()
    qtbot.keyClicks(stepper, "42")
    assert heard == []
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    assert heard == [42]


def test_showing_a_number_is_not_told_and_it_is_never_below_nothing(
    qtbot: QtBot, stepper: Stepper, heard: list[int]
) -> None:
    stepper.set_value(0)
    assert heard == []
    qtbot.mouseClick(stepper.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert stepper.value() == 0


def test_the_number_stands_whole_between_the_buttons(stepper: Stepper) -> None:
    stepper.set_value(600)
    less, more = stepper.findChildren(Button)
    line = stepper.lineEdit()
    assert less.geometry().right() <= line.geometry().left()
    assert line.geometry().right() <= more.geometry().left()
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()


def test_the_wheel_changes_nothing(stepper: Stepper, heard: list[int]) -> None:
    middle = QPointF(stepper.rect().center())
    turn = QWheelEvent(
        middle,
        middle,
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own signature
    )
    QApplication.sendEvent(stepper, turn)
    assert stepper.value() == 10
    assert heard == []
