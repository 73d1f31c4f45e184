"""Reads bytes from outside in a child process, so that whatever they do to the reader, the window lives on.

The child contains exhaustion and crashes; it is no sandbox.
"""

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO, Any

from carfacilitator import log, paths
from carfacilitator.document.blocks import Document
from carfacilitator.document.records import from_record, to_record
from carfacilitator.errors import KnownError, UnreadableFileError
from carfacilitator.word import package
from carfacilitator.word.memory import limit_memory, most_memory
from carfacilitator.word.reader import read

_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows none flashes up
_LOOK = 0.02  # seconds between two looks at the child, and of the child at itself
_STEP = 0.02  # of progress; smaller ones are not worth a message
_ADDRESSES = 2  # times the memory in use that may be addressed: where that ends, a library reports what it likes
_SLOW, _FAT = 3, 4  # exit codes of a child that ended itself

_Lines = queue.Queue[bytes]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may take: seconds to start and to read, and bytes of memory."""

    seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    start: float = 20.0  # a cold, slow computer


LIMITS = Limits()


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
    package.check_size(data)
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


def serve() -> int:
    """Be the child: read limits and a file from standard input, write progress and the document to standard output."""
    with os.fdopen(0, "rb", closefd=False) as asked:
        limits = Limits(**json.loads(asked.readline()))
        data = asked.read()
    with os.fdopen(1, "wb", closefd=False) as out:
        _end_if_fat(limits)
        threading.Thread(target=_watch_oneself, args=(limits,), daemon=True).start()
        limit_memory(_ADDRESSES * limits.memory)
        _say(out, _answer(data, out))
    return 0


# The window's side ----------------------------------------------------------------------------------------------------


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
            raise _too_slow()
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
    if code == _SLOW:
        return _too_slow()
    if code == _FAT:
        return _too_much()
    return UnreadableFileError("hostile", "This file brought the reader down and was not opened.", "Ask the sender.")


def _too_slow() -> UnreadableFileError:
    return UnreadableFileError("slow", "This file takes too long to read.", "Ask for it in smaller parts.")


def _too_much() -> UnreadableFileError:
    return UnreadableFileError("too-large", "This file takes too much memory to read.", "Ask for it in smaller parts.")


# The child's side -----------------------------------------------------------------------------------------------------


def _answer(data: bytes, out: IO[bytes]) -> dict[str, Any]:
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if share >= told + _STEP:
            told = share
            _say(out, {"share": round(share, 2)})

    try:
        return {"document": to_record(read(data, tell))}
    except UnreadableFileError as refusal:
        return _refused(refusal)
    except MemoryError:
        return _refused(_too_much())
    except Exception as error:  # noqa: BLE001  whatever a foreign file brings about is told without its content
        return {"bug": log.describe(error)}


def _refused(error: UnreadableFileError) -> dict[str, Any]:
    return {"error": {"kind": error.kind, "sentence": error.sentence, "way_out": error.way_out}}


def _say(out: IO[bytes], told: dict[str, Any]) -> None:
    out.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    out.flush()


def _watch_oneself(limits: Limits) -> None:
    """End this process when its time or its memory is used up."""
    end = time.monotonic() + limits.seconds
    while time.monotonic() < end:
        _end_if_fat(limits)
        time.sleep(_LOOK)
    os._exit(_SLOW)


def _end_if_fat(limits: Limits) -> None:
    if most_memory() > limits.memory:
        os._exit(_FAT)
