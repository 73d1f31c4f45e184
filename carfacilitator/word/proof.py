"""What is written is read again and compared before it replaces anything or goes to anybody."""

from collections.abc import Callable

from carfacilitator.document.blocks import Document
from carfacilitator.errors import KnownError
from carfacilitator.word.reader import read


class ProofError(KnownError):
    """A file that is not what was ordered; it must not be used."""

    def __init__(self, what: str, thing: str = "file") -> None:
        super().__init__(f"The {thing} was not made: read again, {what} was not as ordered.", "Please report this.")


def proved(data: bytes, check: Callable[[Document], None]) -> bytes:
    """Return what was written if a reader finds in it what `check` wants, which raises ProofError where it does not.

    Raises:
        ProofError: it is not what was ordered.
        UnreadableFileError: it cannot even be read.
    """
    check(read(data))
    return data
