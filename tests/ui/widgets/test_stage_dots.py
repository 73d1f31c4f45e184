from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.stage_dots import StageDots, dots_width


def test_the_stage_is_said_in_words(qtbot: QtBot) -> None:
    dots = StageDots(3)
    qtbot.addWidget(dots)
    assert dots.accessibleName() == "stage 3 of 5"
    dots.set_reached(4)
    assert dots.accessibleName() == "stage 4 of 5"


def test_all_dots_have_room(qtbot: QtBot) -> None:
    dots = StageDots(2, 5)
    qtbot.addWidget(dots)
    dots.resize(dots.sizeHint())
    assert dots.width() == dots_width(5)
    assert not dots.grab().isNull()
