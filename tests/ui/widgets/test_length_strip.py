from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.length_strip import LengthStrip, Stretch


def drawn(qtbot: QtBot, minutes: list[int], there_is: int) -> QImage:
    strip = LengthStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 20)
    strip.set_stretches([Stretch(each) for each in minutes], there_is, "as long as it is")
    assert strip.accessibleName() == "as long as it is"
    return strip.grab().toImage()


def colour_at(picture: QImage, share: float) -> QColor:
    return QColor(picture.pixel(round(picture.width() * share), 3))


def test_each_length_is_as_wide_as_it_is_long(qtbot: QtBot) -> None:
    picture = drawn(qtbot, [30, 90], 120)
    assert colour_at(picture, 0.1) == colour_at(picture, 0.6) == theme.colour("lead_soft")
    assert colour_at(picture, 0.25) != theme.colour("lead_soft")  # the gap between them


def test_what_is_free_is_not_filled(qtbot: QtBot) -> None:
    picture = drawn(qtbot, [60], 120)
    assert colour_at(picture, 0.2) == theme.colour("lead_soft")
    assert colour_at(picture, 0.7) != theme.colour("lead_soft")


def test_what_goes_beyond_the_end_is_amber(qtbot: QtBot) -> None:
    picture = drawn(qtbot, [100, 20, 40], 120)
    assert colour_at(picture, 0.3) == theme.colour("lead_soft")
    assert colour_at(picture, 0.9) == theme.colour("warn_soft")


def test_nothing_at_all_can_be_shown_too(qtbot: QtBot) -> None:
    assert not drawn(qtbot, [], 0).isNull()


def test_the_one_that_is_looked_at_is_marked(qtbot: QtBot) -> None:
    strip = LengthStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 20)
    strip.set_stretches([Stretch(60), Stretch(60, marked=True)], 120, "")
    assert colour_at(strip.grab().toImage(), 0.6) == theme.colour("lead")
