"""Keeps what is being typed once the fingers rest, so that no key has to wait for the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

REST = 500  # milliseconds without a key


class AtPause(QObject):
    """Does the latest of several things when nothing has come for a while; what came before it is not done at all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.now)

    def later(self, run: Callable[[], object]) -> None:
        """Do this at the next pause, instead of what waits for it."""
        self._waiting = run
        self._timer.start()

    def now(self) -> None:
        """Do what waits."""
        run, self._waiting = self._waiting, None
        self._timer.stop()
        if run is not None:
            run()

    def drop(self) -> None:
        """Let go what waits, because it was kept for good."""
        self._waiting = None
        self._timer.stop()
