from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.kind_badge import KindBadge


def test_a_badge_is_a_letter_on_its_kinds_colour(qtbot: QtBot) -> None:
    badge = KindBadge("E", "ethics")
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    assert badge.grab().toImage().pixelColor(4, 10) == theme.colour("ethics")
