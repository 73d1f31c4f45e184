from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.lost_tray import LostTray
from carfacilitator.ui.widgets.old_quote import StruckLine
from tests.ui.widgets.review_demo import cards

LOST = [card for card in cards() if card.lost]


def test_each_lost_comment_is_there_with_the_way_to_its_place(qtbot: QtBot) -> None:
    tray = LostTray()
    qtbot.addWidget(tray)
    tray.show_lost(LOST)
    tray.resize(1000, 90)
    tray.show()
    assert [line.accessibleName() for line in tray.findChildren(StruckLine)] == [
        "was “The evidence shows that early contact works”",
        "was “the March count”",
    ]
    find = [button for button in tray.findChildren(Button) if "Find its place" in button.accessibleName()]
    with qtbot.waitSignal(tray.find_wanted) as told:
        qtbot.mouseClick(find[1], Qt.MouseButton.LeftButton)
    assert told.args == ["march"]
    assert not tray.grab().isNull()


def test_it_folds_to_a_line_and_leaves_only_when_it_is_empty(qtbot: QtBot) -> None:
    tray = LostTray()
    qtbot.addWidget(tray)
    tray.show_lost(LOST)
    tall = tray.sizeHint().height()
    tray.set_open(open_=False)
    assert tray.sizeHint().height() < tall
    assert not tray.isHidden()
    tray.show_lost(())
    assert tray.isHidden()
