"""The child that reads a file for the window: bytes in, a document out, and its own end if that takes too much."""

import json
import os
import threading
import time
from typing import IO, Any

from carfacilitator import log
from carfacilitator.document.records import to_record
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.allowance import FAT, SLOW, Limits, too_much
from carfacilitator.word.memory import limit_memory, most_memory
from carfacilitator.word.reader import read

_LOOK = 0.02  # seconds between two looks of the child at itself
_STEP = 0.02  # of progress; smaller ones are not worth a message
_ADDRESSES = 2  # times the memory in use that may be addressed: where that ends, a library reports what it likes


def serve() -> int:
    """Read limits and a file from standard input, and write progress and the document to standard output."""
    with os.fdopen(0, "rb", closefd=False) as asked:
        limits = Limits(**json.loads(asked.readline()))
        data = asked.read()
    with os.fdopen(1, "wb", closefd=False) as out:
        _end_if_fat(limits)
        threading.Thread(target=_watch_oneself, args=(limits,), daemon=True).start()
        limit_memory(_ADDRESSES * limits.memory)
        _say(out, _answer(data, out))
    return 0


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
        return _refused(too_much())
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
    os._exit(SLOW)


def _end_if_fat(limits: Limits) -> None:
    if most_memory() > limits.memory:
        os._exit(FAT)
