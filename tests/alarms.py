"""Ends what takes too long, within this process; only where the system has an alarm."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlowError(Exception):
    """It took longer than it may."""


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raise TooSlowError where what stands inside takes more seconds of the processor; other programs do not count."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
