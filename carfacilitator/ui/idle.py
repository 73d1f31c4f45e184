"""Noticing that nobody is at the computer, or that it slept: then an open workspace is locked."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOKS_EVERY = 5_000  # milliseconds
_SLEPT = 60  # seconds that a look came too late by: the computer stood still meanwhile
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Drop,
        QEvent.Type.DragMove,
    }
)


@dataclass(frozen=True)
class Clocks:
    """Seconds that pass: by a clock that nobody can set, which may stand still in sleep, and by that of the day."""

    steady: Callable[[], float] = time.monotonic
    of_the_day: Callable[[], float] = time.time


class Idle(QObject):
    """Tells once that nobody touched the program for so many minutes, or that the computer slept; then waits anew.

    `minutes` is asked at every look, 0 means never. A clock of the day that is set back is no sleep.
    """

    gone = Signal()

    def __init__(self, parent: QObject, minutes: Callable[[], int], clocks: Clocks | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._clocks = minutes, clocks or Clocks()
        self._alive = self._looked = self._clocks.steady()
        self._day = self._clocks.of_the_day()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)
        self.watch(QGuiApplication.focusWindow())
        self._timer.start(_LOOKS_EVERY)

    def watch(self, window: QWindow | None) -> None:
        """Watch what the system tells a window; an application as a whole has a thousand times the events."""
        if window is not None:
            window.installEventFilter(self)

    def look(self) -> None:
        """Look now how long ago the last sign of life was, and how long ago the last look."""
        steady, day = self._clocks.steady(), self._clocks.of_the_day()
        late = max(steady - self._looked, day - self._day) - _LOOKS_EVERY / 1000
        self._looked, self._day = steady, day
        minutes = self._minutes()
        if late > _SLEPT or (minutes and steady - self._alive >= minutes * 60):
            self._alive = steady
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice every sign of life, and let it pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self._alive = self._clocks.steady()
        return super().eventFilter(watched, event)
