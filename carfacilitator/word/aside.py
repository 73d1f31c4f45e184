"""The child that reads a file for the window: bytes in, a document out, and its own end if that takes too much."""

import json
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import IO, Any

from carfacilitator import log
from carfacilitator.document.blocks import Block, Document
from carfacilitator.document.records import to_record
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import foreign
from carfacilitator.word.allowance import FAT, SLOW, Limits, too_long, too_much
from carfacilitator.word.memory import leave_no_core, limit_memory, most_memory
from carfacilitator.word.reader import read

_LOOK = 0.02  # seconds between two looks of the child at itself
_STEP = 0.02  # of progress; smaller ones are not worth a message
_ADDRESSES = 2  # times the memory in use that may be addressed: where that ends, a library reports what it likes
_TOGETHER = 200  # blocks in one message, so that the window never holds the whole answer in two forms

Message = dict[str, Any]


def serve() -> int:
    """Read limits and a file from standard input, and write progress and the document to standard output.

    Each line is one JSON object: `share` tells the progress, `blocks` are some of the document's, and the last line is
    `document` (all but its blocks), `error` (a refusal) or `bug`.
    """
    with os.fdopen(0, "rb", closefd=False) as asked:
        limits = Limits(**json.loads(asked.readline()))
        data = asked.read()
    with os.fdopen(1, "wb", closefd=False) as out:
        _end_if_fat(limits)
        threading.Thread(target=_watch_oneself, args=(limits,), daemon=True).start()
        leave_no_core()
        limit_memory(_ADDRESSES * limits.memory)
        _say(out, {"share": 0.0})
        for message in _answer(data, limits, lambda share: _say(out, {"share": share})):
            _say(out, message)
    return 0


def _answer(data: bytes, limits: Limits, tell: Callable[[float], None]) -> Iterator[Message]:
    try:
        document = read(data, _rarely(tell))
        if not _is_bounded(document, limits):
            yield _refused(too_long())
            return
        remaining = iter(document.blocks)
        while some := tuple(islice(remaining, _TOGETHER)):
            yield {"blocks": to_record(Document(some))["blocks"]}
        yield {"document": to_record(replace(document, blocks=()))}
    except UnreadableFileError as refusal:
        yield _refused(refusal)
    except MemoryError:
        yield _refused(too_much())
    except RecursionError:
        yield _refused(foreign.hostile("it is more deeply nested than any text"))
    except Exception as error:  # noqa: BLE001  whatever a foreign file brings about is told without its content
        yield {"bug": log.describe(error)}


def _rarely(tell: Callable[[float], None]) -> Callable[[float], None]:
    """Return what hears of every progress and tells only what is worth a message."""
    told = 0.0

    def hear(share: float) -> None:
        nonlocal told
        if share >= told + _STEP:
            told = share
            tell(round(share, 2))

    return hear


def _is_bounded(document: Document, limits: Limits) -> bool:
    pieces = len(document.comments)
    characters = sum(len(comment.text) for comment in document.comments)
    for block in _all(document.blocks):
        pieces += 1 + len(block.spans)
        characters += sum(len(span.text) + len(span.about) for span in block.spans)
    return pieces <= limits.pieces and characters <= limits.characters


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, with those inside tables, notes and boxes."""
    waiting = list(blocks)
    while waiting:
        block = waiting.pop()
        yield block
        waiting += block.blocks
        waiting += (inner for row in block.rows for cell in row for inner in cell)


def _refused(error: UnreadableFileError) -> Message:
    return {"error": {"kind": error.kind, "sentence": error.sentence, "way_out": error.way_out}}


def _say(out: IO[bytes], told: Message) -> None:
    out.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    out.flush()


def _watch_oneself(limits: Limits) -> None:
    """End this process when its time or its memory is used up."""
    end = time.monotonic() + limits.seconds
    while time.monotonic() < end:
        _end_if_fat(limits)
        time.sleep(_LOOK)
    os._exit(SLOW)


def _end_if_fat(limits: Limits) -> None:
    if most_memory() > limits.memory:
        os._exit(FAT)
