"""A second start of the program: it knocks at the window that has the workspace, which comes to the front."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from carfacilitator.ui.unlock import Unlock

if TYPE_CHECKING:
    from carfacilitator.ui.parts import Parts

ELSEWHERE = "This workspace is open in another window, which was asked to come to the front."

EVERY = 500  # milliseconds between two looks for a knock
_LOOK = 250
_MOST_LOOKS = 12


class Listening(QObject):
    """Brings a window to the front when `was_knocked` says so; until it is let go."""

    def __init__(self, window: QWidget, was_knocked: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._was_knocked = window, was_knocked
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def let_go(self) -> None:
        """Listen no longer."""
        self._timer.stop()
        self.deleteLater()

    def _look(self) -> None:
        if self._was_knocked():
            come_forward(self._window.window())


class Knocking(QObject):
    """Waits a few seconds for `was_heard`; then `answered` is called. Who never hears may hang: nothing follows."""

    def __init__(self, parent: QObject, was_heard: Callable[[], bool], answered: Callable[[], object]) -> None:
        super().__init__(parent)
        self._was_heard, self._answered = was_heard, answered
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        heard = self._was_heard()
        if heard or self._looks >= _MOST_LOOKS:
            self._timer.stop()
            self.deleteLater()
        if heard:
            self._answered()


class SecondStart(QObject):
    """Knows whether a workspace that is to be unlocked is open in another window; then this one makes way for that."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parts: Parts | None = None

    def use(self, parts: "Parts") -> None:
        """Be ready, and look for what is asked for already."""
        self._parts = parts
        for front in self._window.findChildren(Unlock):
            self.look(front)

    def look(self, front: Unlock) -> None:
        """Knock if the workspace of this front is open elsewhere."""
        if self._parts is not None and self._parts.is_open_elsewhere(front.folder):
            self.knock(front)

    def knock(self, front: Unlock) -> None:
        """Knock, and close this window when that was heard."""
        front.say_wrong(ELSEWHERE)
        if self._parts is not None:
            was_heard, folder = self._parts.was_heard, front.folder
            self._parts.knock(folder)
            Knocking(front, lambda: was_heard(folder), lambda: self._window.window().close())


def come_forward(window: QWidget) -> None:
    """Bring a window to the front, or, where the system does not allow that, let it ask for attention."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
