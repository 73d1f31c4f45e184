from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.when_fields import DayField, TimeField

TODAY = date(2026, 3, 10)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField("Reply by", lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_day_is_typed_as_one_likes_and_shown_as_one_says_it(qtbot: QtBot, field: DayField) -> None:
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClicks(field.line, "1 apr")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 4, 1)]
    assert field.text == "Wednesday 1 April 2026"


def test_what_is_no_day_is_said_and_left_as_it_was_typed(qtbot: QtBot, field: DayField) -> None:
    field.set_value(TODAY)
    field.line.clear()
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClicks(field.line, "soon")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.text == "soon"
    assert "no day" in field.line.accessibleDescription()
    assert field.value == TODAY


def test_nothing_is_a_value_too(qtbot: QtBot, field: DayField) -> None:
    field.set_value(TODAY)
    field.line.clear()
    with qtbot.waitSignal(field.chosen) as chosen:
        field.finish()
    assert chosen.args == [None]
    assert field.value is None


def test_a_calendar_can_be_chosen_from(qtbot: QtBot, field: DayField) -> None:
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == TODAY
    with qtbot.waitSignal(field.chosen):
        calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert field.value == date(2026, 3, 11)


def test_a_time_is_read_and_shown(qtbot: QtBot) -> None:
    field = TimeField("Starts")
    qtbot.addWidget(field)
    field.set_value(time(10))
    assert field.text == "10:00"
    field.line.setText("2pm")
    with qtbot.waitSignal(field.chosen):
        field.finish()
    assert field.value == time(14)
    assert field.text == "14:00"
    field.line.setText("late")
    field.finish()
    assert field.value == time(14)
