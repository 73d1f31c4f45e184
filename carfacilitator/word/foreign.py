"""What to say of a file that cannot or must not be opened, to the person who received it."""

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import formats

MEGABYTE = 1024 * 1024
LARGEST = 50 * MEGABYTE
DAMAGED = "truncated"  # the kind of what broke off or was spoilt
_ASK_AGAIN = "Ask for it to be sent again."


def not_a_package(data: bytes) -> UnreadableFileError:
    """Return what to say of bytes that are no zip archive, or a broken one."""
    if not data:
        return UnreadableFileError(DAMAGED, "This file is empty.", _ASK_AGAIN)
    if not data.strip(b"\0"):
        return UnreadableFileError(DAMAGED, "Nothing of this file arrived: it holds zeros only.", _ASK_AGAIN)
    if data.startswith(b"PK"):
        return damaged()
    return _other(formats.of_bytes(data))


def other_package(names: list[str], mimetype: bytes) -> UnreadableFileError:
    """Return what to say of a sound zip archive in which there is no Word document."""
    return _other(formats.of_archive(names, mimetype))


def check_size(data: bytes, most: int = LARGEST) -> None:
    """Refuse a file that is too large to be looked at.

    Raises:
        UnreadableFileError: it is.
    """
    if len(data) > most:
        raise too_large(f"it has more than {most // MEGABYTE} MB")


def damaged() -> UnreadableFileError:
    """Return what to say of a file that broke off or was spoilt on its way."""
    return UnreadableFileError(DAMAGED, "This Word file is damaged or incomplete.", _ASK_AGAIN)


def hostile(reason: str) -> UnreadableFileError:
    """Return what to say of a file that is made to do harm or can hardly be honest; `reason` ends the sentence."""
    return UnreadableFileError("hostile", f"This file was not opened because {reason}.", "Ask the sender about it.")


def too_large(reason: str) -> UnreadableFileError:
    """Return what to say of a file beyond what this program reads; `reason` ends the sentence."""
    return UnreadableFileError("too-large", f"This file is too large: {reason}.", "Ask for it in smaller parts.")


def protected() -> UnreadableFileError:
    """Return what to say of an archive whose members want a password."""
    return UnreadableFileError(
        "password",
        "This file is protected by a password.",
        "Open it in Word, remove the password, and save it again.",
    )


def _other(found: formats.Format) -> UnreadableFileError:
    return UnreadableFileError("password" if found.password else "not-word", found.sentence, found.way_out)
