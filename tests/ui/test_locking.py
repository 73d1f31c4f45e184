from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from carfacilitator.settings import LOCK_AFTER
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.locking import Locking
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.shell import MainWindow
from tests.ui.conftest import Answers


class Locked:
    """A window that locks, and what happened to it in which order."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        self.happened: list[str] = []
        self.window, self.preferences = window, preferences
        self.locking = Locking(window, preferences, lambda: self.happened.append("locked"))


@pytest.fixture
def locked(qtbot: QtBot, qapp: QApplication, answers: Answers, tmp_path: Path) -> Iterator[Locked]:
    window = MainWindow(answers)
    qtbot.addWidget(window)
    window.show()
    yield Locked(window, Preferences(qapp, tmp_path / "settings.json"))
    window.close()


def test_when_nobody_is_there_or_the_computer_sleeps_it_locks(locked: Locked) -> None:
    locked.locking.idle.gone.emit()
    locked.locking.asleep.begins.emit()
    assert locked.happened == ["locked", "locked"]


def test_a_question_that_stands_open_is_put_away_before_it_locks(qtbot: QtBot, locked: Locked) -> None:
    question = QDialog()
    qtbot.addWidget(question)
    QTimer.singleShot(0, locked.locking.idle.gone.emit)
    answer = question.exec()
    locked.happened.append(f"answered {answer}")
    qtbot.waitUntil(lambda: len(locked.happened) == 2)
    assert locked.happened == ["answered 0", "locked"]


def test_after_how_long_is_chosen_and_kept(locked: Locked, answers: Answers) -> None:
    answers.option = LOCK_AFTER.index(3)
    locked.window.commands[acts.LOCK_AFTER].trigger()
    assert locked.preferences.settings.lock_after == 3
    assert "After 10 minutes, as it is now" in answers.asked[0]
    answers.option = None
    locked.locking.ask()
    assert locked.preferences.settings.lock_after == 3
