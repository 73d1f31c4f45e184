"""What the child that reads a file may take, and how it says that this was not enough."""

from dataclasses import dataclass

from carfacilitator.errors import UnreadableFileError

SLOW, FAT = 3, 4  # exit codes of a child that ended itself


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may take: seconds to start and to read, and bytes of memory."""

    seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    start: float = 20.0  # a cold, slow computer


LIMITS = Limits()


def too_slow() -> UnreadableFileError:
    """Return what to say of a file whose reading takes too long."""
    return UnreadableFileError("slow", "This file takes too long to read.", "Ask for it in smaller parts.")


def too_much() -> UnreadableFileError:
    """Return what to say of a file whose reading takes too much memory."""
    return UnreadableFileError("too-large", "This file takes too much memory to read.", "Ask for it in smaller parts.")
