from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.review.pauses import AtPause


def test_only_the_latest_is_done_and_only_at_a_pause(qtbot: QtBot) -> None:
    owner = QObject()
    pause, done = AtPause(owner), list[str]()
    for words in ("o", "on", "one"):
        pause.later(lambda one=words: done.append(one))  # type: ignore[misc]  # mypy does not infer it
    assert done == []
    qtbot.waitUntil(lambda: done == ["one"])


def test_what_waits_is_done_at_once_or_let_go() -> None:
    owner = QObject()
    pause, done = AtPause(owner), list[str]()
    pause.later(lambda: done.append("kept"))
    pause.now()
    pause.now()
    pause.later(lambda: done.append("dropped"))
    pause.drop()
    pause.now()
    assert done == ["kept"]
