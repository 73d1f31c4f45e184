from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from carfacilitator.ui.idle import Clocks, Idle


@dataclass
class Hands:
    """Two clocks that a test turns."""

    steady: float = 1000
    day: float = 50_000

    def pass_by(self, seconds: float) -> None:
        self.steady += seconds
        self.day += seconds

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.steady, lambda: self.day)


@pytest.fixture
def hands(qapp: QObject) -> Hands:
    del qapp
    return Hands()


class Watched(QObject):
    def __init__(self, hands: Hands, minutes: int) -> None:
        super().__init__()
        self.minutes, self.gone = minutes, 0
        self.idle = Idle(self, lambda: self.minutes, hands.clocks())
        self.idle.gone.connect(self._count)
        self._hands = hands

    def _count(self) -> None:
        self.gone += 1

    def look_for(self, seconds: int) -> int:
        """Let so many seconds pass with a look every five, and return how often it told."""
        before = self.gone
        for _ in range(seconds // 5):
            self._hands.pass_by(5)
            self.idle.look()
        return self.gone - before


def test_after_so_many_minutes_without_a_touch_it_tells_once_and_waits_anew(hands: Hands) -> None:
    watched = Watched(hands, minutes=3)
    assert watched.look_for(175) == 0
    assert watched.look_for(5) == 1
    assert watched.look_for(175) == 0
    assert watched.look_for(5) == 1


def test_a_key_is_a_sign_of_life(qtbot: QtBot, hands: Hands) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watched = Watched(hands, minutes=3)
    with qtbot.waitActive(line):
        line.show()
    watched.look_for(175)
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert watched.look_for(175) == 0
    assert line.text() == "a"


def test_it_never_tells_where_that_was_chosen(hands: Hands) -> None:
    assert Watched(hands, minutes=0).look_for(24 * 3600) == 0


def test_a_sleep_is_noticed_by_either_clock(hands: Hands) -> None:
    watched = Watched(hands, minutes=60)
    hands.pass_by(120)
    watched.idle.look()
    assert watched.gone == 1
    hands.steady += 5
    hands.day += 3600
    watched.idle.look()
    assert watched.gone == 2


def test_a_clock_that_is_set_back_is_no_sleep(hands: Hands) -> None:
    watched = Watched(hands, minutes=60)
    hands.steady += 5
    hands.day -= 24 * 3600
    watched.idle.look()
    assert watched.look_for(60) == 0
    assert watched.gone == 0
