"""What the child that reads a file may take, and how it says that this was not enough."""

from dataclasses import dataclass

from carfacilitator.errors import UnreadableFileError

MEGABYTE = 1024 * 1024
SLOW, FAT = 3, 4  # exit codes of a child that ended itself


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may take: seconds to start and to read, and bytes of memory; and how large its answer may be.

    The answer is bounded because the window keeps it: twice as much as any of the thousands of files tried gave.
    """

    seconds: float = 10.0
    memory: int = 512 * MEGABYTE
    start: float = 20.0  # a cold, slow computer
    pieces: int = 60_000  # paragraphs, their spans, and comments
    characters: int = 4_000_000
    line: int = 24 * MEGABYTE  # bytes that the child may say at once
    lines: int = 2_000


LIMITS = Limits()


def too_slow() -> UnreadableFileError:
    """Return what to say of a file whose reading takes too long."""
    return UnreadableFileError("slow", "This file takes too long to read.", "Ask for it in smaller parts.")


def too_long() -> UnreadableFileError:
    """Return what to say of a file that holds more text than a person could review."""
    return UnreadableFileError(
        "too-large",
        "This file is too large: it holds more text than this program shows.",
        "Ask for it in smaller parts.",
    )


def too_much() -> UnreadableFileError:
    """Return what to say of a file whose reading takes too much memory."""
    return UnreadableFileError("too-large", "This file takes too much memory to read.", "Ask for it in smaller parts.")
