"""Work of more than a moment, one at a time and away from the window; results come back to it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from carfacilitator.errors import KnownError

T = TypeVar("T")
_LEAST_PAUSE = 0.05  # seconds between two reports of progress


class CancelledError(Exception):
    """The facilitator no longer wants the work; `done` is not called."""


class Job(QObject):
    """One piece of work: it reports how far it is, and learns whether it is still wanted."""

    progressed = Signal(float, str)  # share done, 0 to 1, and words (or none)
    ended = Signal()

    def __init__(self, what: str, *, stops: bool = True) -> None:
        super().__init__()
        self.what, self.stops = what, stops
        self._cancelled = False
        self._reported = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled: work that polls this may stop where it likes."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop; called by the window."""
        self._cancelled = True

    def report(self, share: float, words: str = "") -> None:
        """Tell how far the work is and stop it if it was cancelled; called by the work, as often as it likes.

        Raises:
            CancelledError: the work is no longer wanted.
        """
        if self._cancelled:
            raise CancelledError
        now = time.monotonic()
        if share >= 1 or now - self._reported >= _LEAST_PAUSE:
            self._reported = now
            self.progressed.emit(share, words)


@dataclass(frozen=True)
class _Landing:
    """What came of a job, on its way to the window."""

    job: Job
    deliver: Callable[[], object]


class Jobs(QObject):
    """The one worker. What it is given runs in turn, on another thread; all signals and callbacks are on this one.

    Work takes ids and frozen dataclasses and returns the like; it never touches a widget.
    """

    started = Signal(object)  # the Job
    failed = Signal(object)  # a KnownError that nobody else took
    broke = Signal(object)  # any other exception: a bug

    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._under_way: set[Job] = set()
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        what: str,
        work: Callable[[Job], T],
        done: Callable[[T], object],
        failed: Callable[[KnownError], object] | None = None,
        *,
        stops: bool = True,
    ) -> Job:
        """Do `work` aside, then call `done` with its result, or `failed` with the error that it raised.

        `what` is said while it lasts ("Reading the draft"). Nothing is called when the job was cancelled, or when the
        object whose method is to be called is gone. Work whose result must be taken care of does not stop half-way:
        `stops` is False, and the window offers no Cancel.
        """
        job = Job(what, stops=stops)
        self._under_way.add(job)
        self.started.emit(job)
        self._pool.start(lambda: self._landed.emit(_Landing(job, self._outcome(job, work, done, failed))))
        return job

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    def cancel(self) -> None:
        """Cancel what is under way and may stop half-way, without waiting for it."""
        for job in self._under_way:
            if job.stops:
                job.cancel()

    def finish(self) -> None:
        """Cancel what is under way and wait for it; nothing is delivered any more."""
        for job in self._under_way:
            job.cancel()
        self._pool.waitForDone()

    def _outcome(
        self,
        job: Job,
        work: Callable[[Job], T],
        done: Callable[[T], object],
        failed: Callable[[KnownError], object] | None,
    ) -> Callable[[], object]:
        """Run `work` on the worker's thread and return the call that tells the window."""
        try:
            job.report(0)
            result = work(job)
        except CancelledError:
            return _nothing
        except KnownError as error:
            known = error
            tell = failed or self.failed.emit
            return lambda: _call(tell, known)
        except Exception as error:  # noqa: BLE001  a bug in the work is told to the window, and the worker lives on
            bug = error
            return lambda: self.broke.emit(bug)
        return lambda: _call(done, result)

    def _land(self, landing: _Landing) -> None:
        self._under_way.discard(landing.job)
        landing.job.ended.emit()
        if not landing.job.cancelled:
            landing.deliver()


def _nothing() -> None:
    """Deliver nothing."""


def _call(receiver: Callable[[T], object], value: T) -> None:
    owner = getattr(receiver, "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        receiver(value)
