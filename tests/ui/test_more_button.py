import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.actions import Action, Actions
from carfacilitator.ui.more_button import MoreButton

READ, KEEP, HIDDEN = Action("a.read", "Read it"), Action("a.keep", "Keep it"), Action("a.hidden", "Hide it")


@pytest.fixture
def button(qtbot: QtBot) -> MoreButton:
    owner = QWidget()
    qtbot.addWidget(owner)
    commands = Actions(owner, (READ, KEEP, HIDDEN))
    for action in (READ, KEEP):
        commands.on(action, owner.update)
    made = MoreButton(commands, READ, None, KEEP, HIDDEN)
    made.setParent(owner)
    owner.show()
    return made


def test_the_menu_has_the_actions_that_can_be_seen(button: MoreButton) -> None:
    shown = [action for action in button.menu_of_actions().actions() if action.isVisible()]
    assert [action.text() for action in shown if not action.isSeparator()] == ["Read it", "Keep it"]


def test_a_press_opens_it(button: MoreButton, qtbot: QtBot) -> None:
    button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
