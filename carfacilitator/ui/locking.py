"""Locking without being asked: when nobody is there, and when the computer sleeps."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from carfacilitator.settings import LOCK_AFTER
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.asleep import Asleep
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.idle import Idle
from carfacilitator.ui.lock_after import in_words
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.shell import MainWindow

_ASKED = Question(
    "Lock by itself after how long?",
    "When nobody touches the program for so long, the workspace is closed and asks for its passphrase. It also locks "
    "when the computer sleeps.",
)


class Locking(QObject):
    """Calls `lock` when it is time; what was asked in a window of its own is put away first, as if nobody answered."""

    def __init__(self, window: MainWindow, preferences: Preferences, lock: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._preferences, self._lock = window, preferences, lock
        self.idle = Idle(self, lambda: preferences.settings.lock_after)
        self.asleep = Asleep(self)
        self.idle.gone.connect(self.lock)
        self.asleep.begins.connect(self.lock)
        self.asleep.listen()
        window.commands.on(acts.LOCK_AFTER, self.ask)
        window.desk.requests.lock_after = preferences.settings.lock_after
        window.desk.requests.lock_after_chosen.connect(self._keep)

    def lock(self) -> None:
        """Lock now, or, where a question stands open, as soon as it was taken off the screen."""
        waits = QApplication.activeModalWidget() is not None
        _close_what_stands_alone(self._window)
        if waits:  # whoever asked goes on first, and finds that nobody answered
            QTimer.singleShot(0, self, self.lock)
        else:
            self._lock()

    def ask(self) -> None:
        """Ask after how long."""
        now = self._preferences.settings.lock_after
        said = [f"{in_words(minutes)}{', as it is now' if minutes == now else ''}" for minutes in LOCK_AFTER]
        chosen = self._window.desk.dialogs.choose(_ASKED, said)
        if chosen is not None:
            self._window.desk.requests.choose_lock_after(LOCK_AFTER[chosen])

    def _keep(self, minutes: int) -> None:
        self._preferences.keep(lambda kept: replace(kept, lock_after=minutes))


def _close_what_stands_alone(window: MainWindow) -> None:
    """Put away questions and menus, which stand in windows of their own."""
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for other in QApplication.topLevelWidgets():
        if isinstance(other, QDialog) and other.isVisible() and other is not window.window():
            other.reject()
