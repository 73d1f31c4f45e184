from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.squares import Squares


def test_yes_is_full_and_no_is_open(qtbot: QtBot) -> None:
    squares = Squares()
    qtbot.addWidget(squares)
    squares.set_marks(("full", "open", "unsaid", "gap"), "came to 1 of 3")
    squares.resize(squares.sizeHint())
    picture = squares.grab().toImage()
    middle = picture.height() // 2
    step = theme.px(14)
    colours = [QColor(picture.pixel(6 + place * step, middle)) for place in range(4)]
    assert colours[0] == theme.colour("lead")
    assert colours[1] == colours[3]  # the ground shows through
    assert colours[2] != colours[3]
    assert squares.accessibleName() == squares.toolTip() == "came to 1 of 3"


def test_it_takes_no_more_room_than_its_squares(qtbot: QtBot) -> None:
    squares = Squares()
    qtbot.addWidget(squares)
    squares.set_marks(("full",) * 3, "all three")
    assert squares.sizeHint().width() == theme.px(38) + 2
    squares.set_marks((), "")
    assert squares.sizeHint().width() <= 2
