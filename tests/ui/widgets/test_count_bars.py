from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.count_bars import Count, CountBars

COUNTS = (Count("I", "Interpretation", "interpretation", 5), Count("E", "Ethics", "ethics", 0))


def test_the_numbers_are_heard_as_one_sentence(qtbot: QtBot) -> None:
    bars = CountBars("Open comments")
    qtbot.addWidget(bars)
    bars.set_counts(COUNTS)
    assert bars.accessibleName() == "Open comments: Interpretation 5, Ethics 0"


def test_every_kind_has_its_line_at_every_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    bars = CountBars("Open comments")
    qtbot.addWidget(bars)
    bars.set_counts(COUNTS[:1])
    one = bars.sizeHint().height()
    bars.set_counts(COUNTS)
    assert bars.sizeHint().height() == 2 * one
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert bars.sizeHint().height() > 3 * one
    bars.resize(bars.minimumSizeHint())
    assert not bars.grab().isNull()


def test_nothing_at_all_can_be_drawn(qtbot: QtBot) -> None:
    bars = CountBars("Open comments")
    qtbot.addWidget(bars)
    bars.set_counts(())
    assert not bars.grab().isNull() or bars.sizeHint().isEmpty()
