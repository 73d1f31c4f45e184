import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.rows import Row


@pytest.fixture
def side(qtbot: QtBot) -> ListSide:
    made = ListSide("Groups", EmptyState("groups", "No groups yet", "A group meets."), QAction("New group"))
    qtbot.addWidget(made)
    made.resize(300, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_an_empty_list_says_what_belongs_here(side: ListSide) -> None:
    empty = side.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert not side.list.isVisible()
    side.set_rows([Row(id=1, strong="Strategy group")])
    assert side.list.isVisible()
    assert not empty.isVisible()


def test_typing_filters_and_down_goes_to_the_first_hit(qtbot: QtBot, side: ListSide) -> None:
    side.set_rows([Row(id=1, strong="Strategy group"), Row(id=2, strong="Family hub")])
    side.focus_filter()
    qtbot.keyClicks(side.filter, "hub")
    with qtbot.waitSignal(side.list.chosen) as chosen:
        qtbot.keyClick(side.filter, Qt.Key.Key_Down)
    assert chosen.args == [2]
    assert side.list.hasFocus()


def test_the_plus_is_the_action(side: ListSide) -> None:
    plus = next(button for button in side.findChildren(Button) if button.accessibleName() == "New group")
    assert plus.text() == ""
    assert plus.isVisible()


def test_a_word_below_the_list(side: ListSide) -> None:
    side.set_foot("Ended: one")
    assert side._foot.isVisible()
    side.set_foot("")
    assert not side._foot.isVisible()


def test_who_comes_to_an_empty_list_finds_its_button(qtbot: QtBot) -> None:
    button = Button("New group")
    side = ListSide("Groups", EmptyState("groups", "No groups yet", "A group meets.", button))
    qtbot.addWidget(side)
    with qtbot.waitActive(side):
        side.show()
    side.filter.setFocus()
    side.list.setFocus()
    assert button.hasFocus()
    side.set_rows([Row(id=1, strong="Strategy group")])
    side.list.setFocus()
    assert side.list.hasFocus()
