import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.change_entries import entries
from carfacilitator.ui.widgets.change_list import ChangeList
from tests.ui.widgets.review_demo import drafts

FOUND = entries(drafts())


@pytest.fixture
def changes(qtbot: QtBot) -> ChangeList:
    made = ChangeList()
    qtbot.addWidget(made)
    made.resize(226, 500)
    made.show()
    made.show_entries(FOUND)
    return made


def test_arrows_go_from_change_to_change_and_tell(changes: ChangeList, qtbot: QtBot) -> None:
    changes.choose(0)
    changes.view.setFocus()
    qtbot.waitUntil(changes.view.hasFocus)
    with qtbot.waitSignal(changes.chosen) as told:
        qtbot.keyClick(changes.view, Qt.Key.Key_Down)
    assert told.args == [1]
    assert changes.current == 1


def test_steps_go_round_at_the_ends(changes: ChangeList) -> None:
    told: list[int] = []
    changes.chosen.connect(told.append)
    changes.step(-1)
    changes.step(1)
    changes.step(1)
    assert told == [len(FOUND) - 1, 0, 1]


def test_what_is_chosen_elsewhere_is_marked_without_telling(changes: ChangeList, qtbot: QtBot) -> None:
    changes.view.setFocus()
    with qtbot.assertNotEmitted(changes.chosen):
        changes.choose(3)
        changes.choose_row(FOUND[5].row)
    assert FOUND[changes.current].row == FOUND[5].row
    changes.choose_row(9999)
    assert changes.current == -1


def test_kinds_can_be_left_out_and_are_then_stepped_over(changes: ChangeList) -> None:
    changes.choose(0)
    changes.hide_kinds({"wording"})
    told: list[int] = []
    changes.chosen.connect(told.append)
    for _ in range(4):
        changes.step(1)
    assert all(FOUND[number].look.id != "wording" for number in told)
    changes.hide_kinds({entry.look.id for entry in FOUND})
    changes.step(1)
    assert len(told) == 4


def test_the_menu_of_kinds_offers_those_that_are_there(changes: ChangeList, qtbot: QtBot) -> None:
    button = next(b for b in changes.findChildren(QPushButton) if b.accessibleName() == "Filter changes")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = changes.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Wording", "New", "Cut", "Moved", "Split and joined"]
    menu.actions()[0].setChecked(False)
    menu.close()
    told: list[int] = []
    changes.chosen.connect(told.append)
    changes.step(1)
    changes.step(1)
    assert all(FOUND[number].look.id != "wording" for number in told)


def test_comments_are_counted_on_their_rows(changes: ChangeList) -> None:
    changes.show_comments({FOUND[4].row: 2})
    assert changes.entries[4].comments == 2
    assert not changes.grab().isNull()


def test_drafts_that_are_alike_say_so(changes: ChangeList) -> None:
    changes.show_entries(())
    assert changes.current == -1
    changes.step(1)
    changes.float(over=True)
    assert changes.property("look") == "float"
