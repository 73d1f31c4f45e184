from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.lost_band import paint_lost
from carfacilitator.ui.widgets.sheet_page import Column
from carfacilitator.ui.widgets.sheet_rows import LostHere, Shape, Strip

COLUMN = Column(0, 300, 20, 260)


def drawn(strip: Strip) -> QImage:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_lost(painter, strip, COLUMN, 30)
    painter.end()
    return image


def test_the_band_is_drawn_with_its_words(qtbot: QtBot) -> None:
    assert qtbot is not None
    bare = drawn(Strip(Shape.TEXT))
    short = drawn(Strip(Shape.LOST, words="gone", lost=LostHere("a", 0, "A", "gone")))
    longer = drawn(Strip(Shape.LOST, words="gone with the flood", lost=LostHere("a", 0, "A", "gone")))
    assert bare != short != longer
