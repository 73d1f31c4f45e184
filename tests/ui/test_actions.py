import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.ui.actions import Action, Actions, spoken_keys

RECEIVE = Action("drafts.receive", "Receive a draft", "Ctrl+R; Ctrl+Shift+R", "receive", "Drafts", "Take a draft in.")
NOTE = Action("notes.quick", "Note & go", "", "note", "Drafts", "Write something down.")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_an_action_runs_by_its_key_and_by_its_menu(qtbot: QtBot, owner: QWidget) -> None:
    done: list[str] = []
    actions = Actions(owner, (RECEIVE, NOTE))
    actions.on(RECEIVE, lambda: done.append("received"))
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    qtbot.keyClick(owner, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    actions.menu(owner, RECEIVE, None, NOTE).actions()[0].trigger()
    assert done == ["received", "received"]


def test_what_is_not_bound_is_neither_shown_nor_done(owner: QWidget) -> None:
    actions = Actions(owner, (RECEIVE, NOTE))
    actions.on(NOTE, lambda: None)
    assert actions.unbound() == [RECEIVE]
    assert not actions[RECEIVE].isVisible()
    assert actions.named("Drafts") == [NOTE]


def test_a_known_error_is_told_and_nothing_else_is_swallowed(qtbot: QtBot, owner: QWidget) -> None:
    def refuse() -> None:
        raise KnownError("Not now.")

    actions = Actions(owner, (RECEIVE,))
    actions.on(RECEIVE, refuse)
    with qtbot.waitSignal(actions.failed) as told:
        actions[RECEIVE].trigger()
    assert str(told.args[0]) == "Not now."


def test_a_disabled_action_says_why(owner: QWidget) -> None:
    actions = Actions(owner, (RECEIVE,))
    actions.on(RECEIVE, lambda: None)
    actions.allow(RECEIVE, if_=False, else_="There is no case study yet.")
    assert not actions["drafts.receive"].isEnabled()
    assert actions[RECEIVE].toolTip() == "There is no case study yet."
    actions.allow(RECEIVE, if_=True)
    assert actions[RECEIVE].toolTip() == "Take a draft in. (Ctrl+R)"


def test_the_first_key_is_the_one_that_is_shown() -> None:
    assert spoken_keys(RECEIVE) == "Ctrl+R"
    assert spoken_keys(NOTE) == ""
    assert RECEIVE.keys == ("Ctrl+R", "Ctrl+Shift+R")
