"""A log without content: where something went wrong and of what type it was, never what anybody wrote."""

import logging
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_OWN = "carfacilitator"
_logger = logging.getLogger(_OWN)
_logger.propagate = False
_logger.addHandler(logging.NullHandler())


class _LogFile(logging.FileHandler):
    """A file of the log; where it cannot be written, the program goes on without."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging calls it so
        """Say nothing: a full drive would be told on the screen again and again, with a traceback."""


def write_to(file: Path) -> None:
    """Keep the log in `file` from now on, beside whatever was set before; without a folder for it there is none."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    handler = _LogFile(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _logger.addHandler(handler)
    _logger.setLevel(logging.INFO)


def note(event: str, **counts: float) -> None:
    """Record that `event` (a fixed phrase of ours) took place, with numbers only."""
    _logger.info("%s %s", event, " ".join(f"{name}={value:g}" for name, value in counts.items()))


def bug(error: BaseException) -> str:
    """Record an error that nobody expected, and return what was recorded: types and our own frames, no messages."""
    report = describe(error)
    _logger.error("%s", report)
    return report


def describe(error: BaseException) -> str:
    """Return the types of an error and its causes with the frames in our own code (file, line, function)."""
    parts = []
    link: BaseException | None = error
    while link is not None:
        parts.append(" < ".join([type(link).__qualname__, *_own_frames(link.__traceback__)]))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return " ; ".join(parts)


def _own_frames(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(frames)
        if _OWN in Path(frame.filename).parts
    ]
