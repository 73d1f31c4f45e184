from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def unlock(qtbot: QtBot) -> Unlock:
    made = Unlock(Path("/somewhere/Isla’s workspace.car"))
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def button(unlock: Unlock, name: str) -> Button:
    return next(found for found in unlock.findChildren(Button) if found.accessibleName() == name)


def test_the_field_has_the_focus_and_enter_unlocks(qtbot: QtBot, unlock: Unlock) -> None:
    assert unlock.passphrase.line.hasFocus()
    qtbot.keyClicks(unlock.passphrase.line, "quiet otter")
    with qtbot.waitSignal(unlock.unlock_wanted) as wanted:
        qtbot.keyClick(unlock.passphrase.line, Qt.Key.Key_Return)
    assert wanted.args == ["quiet otter"]


def test_without_a_passphrase_it_asks_for_one(qtbot: QtBot, unlock: Unlock) -> None:
    with qtbot.assertNotEmitted(unlock.unlock_wanted):
        button(unlock, "Unlock").click()
    assert "Type the passphrase" in unlock.passphrase.line.accessibleDescription()


def test_nothing_can_be_pressed_twice_and_a_wrong_one_leaves_it_ready(unlock: Unlock) -> None:
    unlock.passphrase.line.setText("quiet otter")
    unlock.say_busy()
    assert not button(unlock, "Opening …").isEnabled()
    unlock.say_wrong("That passphrase does not open this workspace.")
    assert button(unlock, "Unlock").isEnabled()
    assert unlock.passphrase.text == ""
    assert unlock.passphrase.line.hasFocus()
    assert "does not open" in unlock.passphrase.line.accessibleDescription()


def test_another_workspace_can_be_asked_for(qtbot: QtBot, unlock: Unlock) -> None:
    with qtbot.waitSignal(unlock.other_wanted):
        qtbot.mouseClick(button(unlock, "Open another workspace"), Qt.MouseButton.LeftButton)


def test_the_recovery_code_opens_it_instead(qtbot: QtBot, unlock: Unlock) -> None:
    button(unlock, "Use the recovery code").click()
    unlock.opens_with.code.line.setText("7KQ4M-AAAAA")
    with qtbot.waitSignal(unlock.code_wanted) as wanted:
        button(unlock, "Unlock").click()
    assert wanted.args == ["7KQ4M-AAAAA"]
    unlock.say_busy()
    unlock.say_wrong("There is a slip in the second group.")
    assert unlock.opens_with.text == "7KQ4M-AAAAA"  # it is mended where the slip is
    unlock.opens_with.clear()
    button(unlock, "Unlock").click()
    assert "Type the recovery code" in unlock.opens_with.code.line.accessibleDescription()


def test_a_backup_can_be_restored_where_it_does_not_open(qtbot: QtBot, unlock: Unlock) -> None:
    with qtbot.waitSignal(unlock.restore_wanted):
        button(unlock, "Restore a backup").click()


def test_without_the_passphrase_it_opens_only_where_that_is_offered(qtbot: QtBot, unlock: Unlock) -> None:
    remembered = button(unlock, "Open without the passphrase")
    assert not remembered.isVisible()
    unlock.offer_remembered()
    with qtbot.waitSignal(unlock.remembered_wanted):
        remembered.click()


def test_whether_it_opens_discreetly_can_be_said_by_key(qtbot: QtBot, unlock: Unlock) -> None:
    assert not unlock.discreetly.isChecked()
    with qtbot.waitActive(unlock):
        unlock.activateWindow()
    qtbot.keyClick(unlock, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(unlock.discreetly.isChecked)
    unlock.say_busy()
    assert not unlock.discreetly.isEnabled()
