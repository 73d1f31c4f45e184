from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.distance_map import DistanceMap, Place, Ring

PLACES = (
    Place(id="fiona", strong="Fiona Grant", muted="no pack yet", share=1.0, tone="away", icon="stop"),
    Place(id="ruth", strong="Ruth McKay", muted="five days late", share=0.6, tone="warn"),
    Place(id="kirsten", strong="Kirsten Dow", muted="four days ago", share=0.4, heard="Kirsten Dow, near"),
)


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[DistanceMap]:
    made = DistanceMap("Who is near", "the\ngroup")
    qtbot.addWidget(made)
    made.set_places(PLACES, [Ring(0.5, "two weeks")])
    made.resize(700, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()


def test_a_card_is_chosen_by_a_click_and_by_the_arrows(qtbot: QtBot, chart: DistanceMap) -> None:
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.areas()[1].center().toPoint())
    assert told.args == ["ruth"]
    chart.setFocus()
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert told.args == ["kirsten"]
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["kirsten"]


def test_it_is_heard(chart: DistanceMap) -> None:
    assert chart.accessibleName() == "Who is near"
    assert chart.accessibleDescription() == "Fiona Grant, no pack yet"
    chart.choose("kirsten")
    assert chart.accessibleDescription() == "Kirsten Dow, near"
    chart.choose("nobody")
    assert chart.current == 2


def test_what_asks_for_something_is_amber(chart: DistanceMap) -> None:
    picture = chart.grab().toImage()
    inside = chart.areas()[1].topLeft().toPoint()
    assert QColor(picture.pixel(inside.x() + 5, inside.y() + 20)) == theme.colour("warn_soft")


def test_in_little_room_cards_say_less_and_still_cover_nothing(chart: DistanceMap) -> None:
    before = chart.detail
    chart.resize(260, chart.height())
    assert (before, chart.detail) in {("both", "name"), ("both", "initials")}
    areas = chart.areas()
    assert not any(one.intersects(other) for one in areas for other in areas if one is not other)
    assert not chart.grab().isNull()


def test_it_may_be_empty(qtbot: QtBot) -> None:
    made = DistanceMap("Who is near", "the group")
    qtbot.addWidget(made)
    assert made.areas() == []
    assert not made.grab().isNull()
