from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.passphrase_field import PassphraseField


def field_of(qtbot: QtBot) -> tuple[PassphraseField, Button]:
    field = PassphraseField("Passphrase", "At least 12 letters.")
    qtbot.addWidget(field)
    eye = field.findChild(Button)
    assert eye is not None
    return field, eye


def test_what_is_typed_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    field, eye = field_of(qtbot)
    qtbot.keyClicks(field.line, "quiet otter")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what is typed"
    assert field.text == "quiet otter"


def test_caps_lock_is_noticed_by_letters_that_are_the_wrong_way_round(qtbot: QtBot) -> None:
    field, _ = field_of(qtbot)
    qtbot.keyClick(field.line, "Q", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps" not in field.line.accessibleDescription()
    qtbot.keyClick(field.line, "Q")
    assert "Caps Lock" in field.line.accessibleDescription()
    qtbot.keyClick(field.line, "q")
    assert field.line.accessibleDescription() == "At least 12 letters."


def test_cleared_it_is_empty_and_hidden(qtbot: QtBot) -> None:
    field, eye = field_of(qtbot)
    field.line.setText("quiet otter")
    eye.click()
    field.clear()
    assert field.text == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
