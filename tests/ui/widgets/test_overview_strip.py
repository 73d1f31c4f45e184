from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.overview_strip import OverviewStrip
from carfacilitator.ui.widgets.sheet_rows import Look
from carfacilitator.ui.widgets.sheet_stack import Tick


def strip(qtbot: QtBot) -> OverviewStrip:
    made = OverviewStrip()
    qtbot.addWidget(made)
    made.resize(26, 200)
    made.show_ticks([Tick(0.1, 0.2, Look.NEW), Tick(0.3, 0.4, Look.CUT), Tick(0.5, 0.6, Look.MOVED_HERE)], (0.7, 0.9))
    made.show()
    return made


def test_new_stands_on_the_right_cut_on_the_left_and_moved_across(qtbot: QtBot) -> None:
    image = strip(qtbot).grab().toImage()
    assert image.pixelColor(12, 30) == theme.colour("inserted")
    assert image.pixelColor(6, 30) != theme.colour("inserted")
    assert image.pixelColor(6, 70) == theme.colour("deleted")
    assert image.pixelColor(12, 70) != theme.colour("deleted")
    assert image.pixelColor(6, 110) == image.pixelColor(12, 110) == theme.colour("moved")


def test_a_click_asks_for_the_place(qtbot: QtBot) -> None:
    made = strip(qtbot)
    with qtbot.waitSignal(made.wanted) as asked:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(9, 50))
    assert asked.args == [0.25]


def test_it_is_no_stop_for_the_keyboard_because_the_list_says_the_same(qtbot: QtBot) -> None:
    made = strip(qtbot)
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "list of changes" in made.accessibleName()
