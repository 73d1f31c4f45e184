from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.actions import Action, Actions
from carfacilitator.ui.commands import commands_finder, everything_finder, window_menu
from carfacilitator.ui.widgets.rows import Row

RECEIVE = Action("drafts.receive", "Receive a draft", "Ctrl+R", "receive", "Drafts", "Take a draft in.")
LOCK = Action("window.lock", "Lock now", "Ctrl+L", "lock", "Workspace", "Close it.")
IDLE = Action("window.idle", "Idle", "", "", "Workspace", "Does nothing.")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def sets(qapp: QApplication, done: list[str]) -> Iterator[tuple[tuple[str, Actions], ...]]:
    del qapp
    owners = QWidget(), QWidget()
    page, window = Actions(owners[0], (RECEIVE,)), Actions(owners[1], (LOCK, IDLE))
    page.on(RECEIVE, lambda: done.append("received"))
    window.on(LOCK, lambda: done.append("locked"))
    yield ("On this page", page), ("In the window", window)
    for owner in owners:
        owner.deleteLater()


def test_all_that_can_be_done_is_listed_with_its_keys(qtbot: QtBot, sets: tuple[tuple[str, Actions], ...]) -> None:
    finder = commands_finder(sets)
    qtbot.addWidget(finder)
    finder.look()
    assert [row.strong for row in finder.rows.rows][:2] == ["Receive a draft", "Lock now"]
    assert "Idle" not in [row.strong for row in finder.rows.rows]
    assert [pill.text for pill in finder.rows.rows[0].pills] == ["Ctrl+R"]
    assert "Esc" in [pill.text for row in finder.rows.rows for pill in row.pills]


def test_the_help_is_searched_too_and_enter_does_it(
    qtbot: QtBot, sets: tuple[tuple[str, Actions], ...], done: list[str]
) -> None:
    finder = commands_finder(sets)
    qtbot.addWidget(finder)
    finder.line.setText("take in")
    finder.line.returnPressed.emit()
    assert done == ["received"]


def test_what_is_found_stands_before_the_commands_and_each_is_taken_in_its_way(
    qtbot: QtBot, sets: tuple[tuple[str, Actions], ...], done: list[str]
) -> None:
    taken: list[object] = []
    finder = everything_finder(sets, lambda words: [Row(id=("person", 1), strong="Rea")] if words else [], taken.append)
    qtbot.addWidget(finder)
    finder.look()
    assert finder.rows.rows == []
    finder.line.setText("rec")
    finder.look()
    assert [row.strong for row in finder.rows.rows] == ["Rea", "Receive a draft"]
    finder.rows.opened.emit(finder.rows.rows[0].id)
    finder.rows.opened.emit(finder.rows.rows[1].id)
    assert (taken, done) == ([("person", 1)], ["received"])


def test_what_cannot_be_done_now_is_left_out(qtbot: QtBot, sets: tuple[tuple[str, Actions], ...]) -> None:
    sets[0][1].allow(RECEIVE, if_=False, else_="There is no case study yet.")
    finder = commands_finder(sets)
    qtbot.addWidget(finder)
    finder.look()
    assert "Receive a draft" not in [row.strong for row in finder.rows.rows]


def test_the_menu_has_a_part_for_each_name(qtbot: QtBot, sets: tuple[tuple[str, Actions], ...]) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = window_menu(owner, sets[1][1], sets[0][1])
    assert [action.text() for action in menu.actions()] == ["Drafts", "Workspace"]
