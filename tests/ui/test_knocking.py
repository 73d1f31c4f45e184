from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.ui import knocking
from carfacilitator.ui.knocking import ELSEWHERE, Knocking, Listening, SecondStart, come_forward
from carfacilitator.ui.unlock import Unlock


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knocking, "EVERY", 5)
    monkeypatch.setattr(knocking, "_LOOK", 5)


def test_a_knock_brings_the_window_to_the_front_until_it_is_let_go(qtbot: QtBot, window: QWidget) -> None:
    knocks = [True]
    listening = Listening(window, lambda: bool(knocks) and knocks.pop())
    qtbot.waitUntil(window.isVisible)
    listening.let_go()
    window.hide()
    knocks.append(True)
    qtbot.wait(20)
    assert not window.isVisible()


def test_a_window_that_was_put_away_comes_back(window: QWidget) -> None:
    window.showMinimized()
    come_forward(window)
    assert not window.isMinimized()


def test_who_is_heard_goes_and_who_is_not_stays(qtbot: QtBot, window: QWidget) -> None:
    answered: list[str] = []
    Knocking(window, lambda: True, lambda: answered.append("heard"))
    Knocking(window, lambda: False, lambda: answered.append("never"))
    qtbot.waitUntil(lambda: answered == ["heard"])
    qtbot.wait(knocking._MOST_LOOKS * 10)
    assert answered == ["heard"]


def test_a_second_start_makes_way_only_where_the_workspace_is_open_elsewhere(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    knocked: list[Path] = []
    front = Unlock(tmp_path)
    front.setParent(window)
    window.show()
    second = SecondStart(window)
    parts = replace(
        app.load(),
        is_open_elsewhere=lambda _: False,
        knock=lambda folder: knocked.append(folder),  # noqa: PLW0108  a list's own method is no slot
        was_heard=lambda _: True,
    )
    second.look(front)  # nothing is loaded yet
    second.use(parts)
    assert knocked == []
    second.use(replace(parts, is_open_elsewhere=lambda _: True))
    assert knocked == [tmp_path]
    assert front.passphrase.line.accessibleDescription() == ELSEWHERE
    qtbot.waitUntil(lambda: not window.isVisible())
