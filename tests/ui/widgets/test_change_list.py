import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.change_entries import ChangeEntry, ChangeLook, entries
from carfacilitator.ui.widgets.change_filter import ChangeFilter
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
    changes.show_only(ChangeFilter(frozenset({"wording"})))
    told: list[int] = []
    changes.chosen.connect(told.append)
    for _ in range(4):
        changes.step(1)
    assert all(FOUND[number].look.id != "wording" for number in told)
    changes.show_only(ChangeFilter(frozenset(entry.look.id for entry in FOUND)))
    changes.step(1)
    assert len(told) == 4


def test_the_menu_of_kinds_offers_those_that_are_there(changes: ChangeList, qtbot: QtBot) -> None:
    button = next(b for b in changes.findChildren(QPushButton) if b.accessibleName() == "Filter changes")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = changes.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    told: list[int] = []
    changes.chosen.connect(told.append)
    changes.step(1)
    changes.step(1)
    assert all(FOUND[number].look.id != "wording" for number in told)
    everything = next(b for b in changes.findChildren(QPushButton) if b.accessibleName() == "Show all")
    assert everything.isVisible()
    everything.click()
    assert changes.filter == ChangeFilter()


def test_the_places_of_a_replacement_are_gone_through_alone(changes: ChangeList) -> None:
    look = ChangeLook("several", "2 places", "list", "lead")
    group = ChangeEntry(-1, look, "‘tenants’ → ‘neighbours’", "Replaced in several places", "", members=(2, 5))
    changes.show_entries(FOUND, [group])
    told: list[int] = []
    changes.chosen.connect(told.append)
    first = changes.view.model().index(1, 0)
    assert "Enter shows them" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    changes.view.activated.emit(first)
    for _ in range(2):
        changes.step(1)
    assert told == [2, 5, 2]


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
