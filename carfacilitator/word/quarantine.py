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
from dataclasses import asdict, replace
from typing import Any

from carfacilitator import log, paths
from carfacilitator.document.blocks import Block, Document
from carfacilitator.document.records import FORMAT, from_record
from carfacilitator.errors import KnownError, UnreadableFileError
from carfacilitator.word import foreign
from carfacilitator.word.allowance import FAT, LIMITS, SLOW, Limits, too_much, too_slow

_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows none flashes up
_LOOK = 0.02  # seconds between two looks at the child
_GRACE = 1.0  # seconds for a child to say itself that it was too slow


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
    blocks: list[Block] = []
    with _child() as child:
        conversation = _Conversation(child, limits, cancelled)
        for told in conversation.with_(data):
            if "blocks" in told:
                blocks += _blocks(told)
            elif "share" not in told:
                return replace(_document(told), blocks=tuple(blocks))
            elif progress is not None:
                progress(_share(told))
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


class _Conversation:
    """What is said to a child and heard from it, line by line, in a time and a size that are limited."""

    def __init__(
        self, child: "subprocess.Popen[bytes]", limits: Limits, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._child = child
        self._limits = limits
        self._cancelled = cancelled
        self._lines: queue.Queue[bytes] = queue.Queue()

    def with_(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Hand a file over and yield what the child says of it, until it ends.

        Raises:
            UnreadableFileError: it is too slow, or says what no reader of ours says.
            ReadingCancelledError: `cancelled` said so.
        """
        asked = json.dumps(asdict(self._limits)).encode() + b"\n" + data
        threading.Thread(target=self._talk, args=(asked,), daemon=True).start()
        deadline = time.monotonic() + self._limits.start + self._limits.seconds
        began = False
        while line := self._next(deadline):
            if not began:
                began = True  # it has started: from now on it has the time of reading alone, and a little to say so
                deadline = min(deadline, time.monotonic() + self._limits.seconds + _GRACE)
            yield _understood(line)

    def _next(self, deadline: float) -> bytes:
        """Return the next line; an empty one is the end."""
        while True:
            if self._cancelled is not None and self._cancelled():
                raise ReadingCancelledError
            if time.monotonic() > deadline:
                raise too_slow()
            try:
                return self._lines.get(timeout=_LOOK)
            except queue.Empty:
                continue

    def _talk(self, asked: bytes) -> None:
        """Hand the file over and pass on what comes back, as long as it is bounded."""
        try:
            if self._child.stdin is not None and self._child.stdout is not None:
                with self._child.stdout as heard:
                    with self._child.stdin as sent:
                        sent.write(asked)
                    for _ in range(self._limits.lines):
                        line = heard.readline(self._limits.line)
                        if not line.endswith(b"\n"):
                            return
                        self._lines.put(line)
        except OSError:
            log.note("the reading child ended early")
        finally:
            self._lines.put(b"")


def _understood(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise _crashed() from None
    if not isinstance(told, dict):
        raise _crashed()
    return told


def _share(told: dict[str, Any]) -> float:
    share = told["share"]
    if not isinstance(share, int | float):
        raise _crashed()
    return min(max(float(share), 0.0), 1.0)


def _blocks(told: dict[str, Any]) -> tuple[Block, ...]:
    return _restored({"format": FORMAT, "blocks": told["blocks"]}).blocks


def _document(told: dict[str, Any]) -> Document:
    if "document" in told:
        return _restored(told["document"])
    if "error" in told:
        raise _refusal(told["error"])
    log.note(f"the reader failed: {told.get('bug')}")  # types and our own frames, as `log.describe` gives them
    raise UnreadableFileError(
        "truncated", "This file could not be read: the program does not understand it.", "Save it anew in Word."
    )


def _restored(record: dict[str, Any]) -> Document:
    try:
        return from_record(record)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise _crashed() from None


def _refusal(told: dict[str, Any]) -> UnreadableFileError:
    try:
        return UnreadableFileError(**told)
    except TypeError:
        return _crashed()


def _end_without_answer(code: int) -> UnreadableFileError:
    if code == SLOW:
        return too_slow()
    if code == FAT:
        return too_much()
    return _crashed()


def _crashed() -> UnreadableFileError:
    return UnreadableFileError("hostile", "This file brought the reader down and was not opened.", "Ask the sender.")
