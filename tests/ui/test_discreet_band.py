from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.ui.discreet_band import DiscreetBand
from carfacilitator.ui.widgets.button import Button


def test_it_offers_the_way_out(qtbot: QtBot) -> None:
    left: list[bool] = []
    action = QAction("Leave the discreet view")
    action.triggered.connect(lambda checked: left.append(checked))  # noqa: PLW0108  Qt counts a builtin's arguments wrongly
    band = DiscreetBand(action)
    qtbot.addWidget(band)
    assert band.isHidden()
    band.findChildren(Button)[0].click()
    assert len(left) == 1
