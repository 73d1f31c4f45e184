"""Reads bytes from outside in a child process, so that whatever they do to the reader, the window lives on.

The child contains exhaustion and crashes; it is no sandbox.
"""

import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from carfacilitator import log, paths
from carfacilitator.document.blocks import Document
from carfacilitator.document.records import from_record
from carfacilitator.errors import KnownError, UnreadableFileError
from carfacilitator.word import foreign
from carfacilitator.word.allowance import FAT, LIMITS, SLOW, Limits, too_much, too_slow

_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows none flashes up
_LOOK = 0.02  # seconds between two looks at the child

_Lines = queue.Queue[bytes]


class ReadingCancelledError(KnownError):
    """The file is no longer wanted; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Reading was cancelled; nothing was changed.")


def read_aside(
    data: bytes,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Document:
    """Return the document that a Word file holds, read in a child process.

    `progress` is told the share that is done; `cancelled` is asked often; what either of them raises ends the child.

    Raises:
        UnreadableFileError: it is no Word file, or one that must not or cannot be opened within the limits.
        ReadingCancelledError: `cancelled` said so.
    """
    foreign.check_size(data)
    with _child() as child:
        lines: _Lines = queue.Queue()
        asked = json.dumps(asdict(limits)).encode() + b"\n" + data
        talk = threading.Thread(target=_converse, args=(child, asked, lines), daemon=True)
        talk.start()
        deadline = time.monotonic() + limits.start + limits.seconds
        for told in _heard(lines, deadline, cancelled):
            if "share" not in told:
                return _document(told)
            if progress is not None:
                progress(told["share"])
        raise _end_without_answer(child.wait())


@contextmanager
def _child() -> Iterator["subprocess.Popen[bytes]"]:
    child = subprocess.Popen(  # noqa: S603  our own program, started without a shell
        [*paths.own_command(), "--read-aside"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_CONSOLE,
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()


def _converse(child: "subprocess.Popen[bytes]", asked: bytes, lines: _Lines) -> None:
    """Hand the file over and pass on what comes back, line by line; an empty line is the end."""
    try:
        if child.stdin is not None and child.stdout is not None:
            with child.stdout as heard:
                with child.stdin as sent:
                    sent.write(asked)
                for line in heard:
                    lines.put(line)
    except OSError:
        log.note("the reading child ended early")
    finally:
        lines.put(b"")


def _heard(lines: _Lines, deadline: float, cancelled: Callable[[], bool] | None) -> Iterator[dict[str, Any]]:
    """Yield what the child says until it ends or is too slow."""
    while True:
        if cancelled is not None and cancelled():
            raise ReadingCancelledError
        if time.monotonic() > deadline:
            raise too_slow()
        try:
            line = lines.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if not line:
            return
        yield json.loads(line)


def _document(told: dict[str, Any]) -> Document:
    if "document" in told:
        return from_record(told["document"])
    if "error" in told:
        raise UnreadableFileError(**told["error"])
    log.note(f"the reader failed: {told['bug']}")  # types and our own frames, as `log.describe` gives them
    raise UnreadableFileError(
        "truncated", "This file could not be read: the program does not understand it.", "Save it anew in Word."
    )


def _end_without_answer(code: int) -> UnreadableFileError:
    if code == SLOW:
        return too_slow()
    if code == FAT:
        return too_much()
    return UnreadableFileError("hostile", "This file brought the reader down and was not opened.", "Ask the sender.")
