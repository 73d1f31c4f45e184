from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.paper import Paper
from carfacilitator.ui.widgets.tall import Tall

PAGE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"/>'


def test_it_is_as_high_as_its_width_makes_it(qtbot: QtBot) -> None:
    area, paper = QScrollArea(), Paper()
    qtbot.addWidget(area)
    paper.set_pages([PAGE], "a page")
    area.setWidgetResizable(True)
    area.setWidget(Tall(paper))
    area.resize(320, 500)
    area.show()
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    area.resize(600, 500)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    tall = area.widget()
    assert tall is not None
    assert tall.height() == paper.height() == paper.heightForWidth(paper.width())


def test_it_is_never_narrower_than_what_is_in_it(qtbot: QtBot) -> None:
    inner = QWidget()
    inner.setMinimumSize(QSize(200, 80))
    tall = Tall(inner)
    qtbot.addWidget(tall)
    assert tall.minimumSizeHint() == QSize(200, 0)
