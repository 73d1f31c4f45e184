from datetime import date

from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.day_block import DayBlock
from carfacilitator.ui.widgets.words import Words


def test_a_day_is_seen_in_short_and_heard_in_full(qtbot: QtBot) -> None:
    block = DayBlock(date(2026, 3, 12))
    qtbot.addWidget(block)
    assert [words.text() for words in block.findChildren(Words)] == ["THU", "12", "March"]
    assert block.accessibleName() == "Thursday 12 March 2026"
