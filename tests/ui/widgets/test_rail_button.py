from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.rail_button import RailButton


def button_of(qtbot: QtBot) -> tuple[RailButton, QAction]:
    action = QAction("Case studies")
    action.setShortcut("Ctrl+5")
    action.setProperty("icon_name", "case-studies")
    button = RailButton(action)
    qtbot.addWidget(button)
    return button, action


def test_it_does_what_its_action_does_and_is_named(qtbot: QtBot) -> None:
    button, action = button_of(qtbot)
    assert button.accessibleName() == "Case studies"
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_folded_it_is_higher_and_less_wide_and_gives_way_in_a_low_window(qtbot: QtBot) -> None:
    button, _ = button_of(qtbot)
    wide = button.sizeHint()
    button.fold(folded=True)
    assert button.sizeHint().width() < wide.width()
    assert button.sizeHint().height() > wide.height()
    assert button.minimumSizeHint().height() < button.sizeHint().height()


def test_it_can_be_drawn_marked_and_large(qtbot: QtBot, qapp: QApplication) -> None:
    button, _ = button_of(qtbot)
    button.setCheckable(True)
    theme.apply(qapp, Settings(theme="dark", text_size=200))
    for folded in (False, True):
        button.fold(folded=folded)
        button.setChecked(folded)
        button.resize(button.sizeHint())
        assert not button.grab().isNull()
