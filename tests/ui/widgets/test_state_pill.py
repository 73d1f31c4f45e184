from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.state_pill import StatePill

YES, NO = PillLook("Yes", "good", "check"), PillLook("Apologies")


@pytest.fixture
def pill(qtbot: QtBot) -> Iterator[StatePill]:
    made = StatePill()
    qtbot.addWidget(made)
    made.name("Answer of Jean")
    made.set_options((("coming", YES), ("apologies", NO)))
    made.set_value("none", PillLook("No answer", "warn", "alert"))
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()


def heard(pill: StatePill) -> list[str]:
    values: list[str] = []
    pill.chosen.connect(lambda value: values.append(value))  # noqa: PLW0108  PySide counts a builtin's arguments wrongly
    return values


def test_it_says_whose_state_it_is(pill: StatePill) -> None:
    assert pill.accessibleName() == "Answer of Jean: No answer"
    pill.set_value("coming", YES)
    assert pill.accessibleName() == "Answer of Jean: Yes"
    assert pill.value == "coming"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_a_key_opens_the_menu_of_states(qtbot: QtBot, pill: StatePill, key: Qt.Key) -> None:
    qtbot.keyClick(pill, key)
    menu = pill.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["Yes", "Apologies"]
    values = heard(pill)
    menu.actions()[1].trigger()
    assert values == ["apologies"]
    menu.close()


def test_a_press_opens_it_too(qtbot: QtBot, pill: StatePill) -> None:
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pill.findChildren(QMenu)[-1].isVisible()
    pill.findChildren(QMenu)[-1].close()


def test_a_letter_chooses_at_once(qtbot: QtBot, pill: StatePill) -> None:
    values = heard(pill)
    qtbot.keyClicks(pill, "a")
    qtbot.keyClicks(pill, "x")
    assert values == ["apologies"]


def test_what_is_said_already_is_not_said_again(qtbot: QtBot, pill: StatePill) -> None:
    pill.set_value("coming", YES)
    values = heard(pill)
    qtbot.keyClicks(pill, "y")
    assert values == []


def test_it_is_as_wide_as_its_words(pill: StatePill) -> None:
    before = pill.sizeHint().width()
    pill.set_value("coming", YES)
    assert pill.sizeHint().width() < before
