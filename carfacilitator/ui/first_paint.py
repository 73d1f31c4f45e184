"""Waiting for the first paint of a window: what is heavy is loaded only when something can be seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `run` once, when `window` has painted itself for the first time."""

    def __init__(self, window: QWidget, run: Callable[[], object]) -> None:
        super().__init__(window)
        self._run = run
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event, and let it be painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._run)
        return super().eventFilter(watched, event)
