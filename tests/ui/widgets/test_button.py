from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button


def test_enter_and_space_press_it(qtbot: QtBot) -> None:
    button = Button("Print", "handouts")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda _: pressed.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_an_icon_alone_is_named_for_those_who_cannot_see_it(qtbot: QtBot) -> None:
    button = Button("New group", "plus", "icon")
    qtbot.addWidget(button)
    assert button.text() == ""
    assert button.accessibleName() == button.toolTip() == "New group"


def test_it_follows_its_action(qtbot: QtBot) -> None:
    action = QAction("Receive a draft")
    action.setProperty("icon_name", "receive")
    button = Button.of(action, "primary")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Receive a draft"
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_its_icon_takes_the_colours_of_another_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = Button("Print", "minus")
    qtbot.addWidget(button)
    theme.apply(qapp, Settings(theme="dark"))
    picture = button.icon().pixmap(18).toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness() > 200


def test_targets_are_large_enough(qtbot: QtBot) -> None:
    for look in ("primary", "plain", "quiet"):
        button = Button("Go", look=look)
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= theme.LEAST_TARGET


def test_it_can_become_the_primary_one_and_plain_again(qtbot: QtBot) -> None:
    button = Button("Write draft 5", "file")
    qtbot.addWidget(button)
    button.set_look("primary")
    assert button.property("look") == "primary"
    button.set_look("plain")
    assert button.property("look") == "plain"
