"""Names what a file is that is no readable Word document, in a sentence for the person who received it."""

from carfacilitator.errors import UnreadableFileError

_MEGABYTE = 1024 * 1024
LARGEST = 50 * _MEGABYTE
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS_WORD = "Open it in the program that made it and save it as a Word document (.docx)."
_ASK_AGAIN = "Ask for it to be sent again."

# How a file begins, what it then is, and what to do about it.
_BEGINNINGS = (
    (b"{\\rtf", "This is a Rich Text file, not a Word document.", _SAVE_AS_WORD),
    (b"%PDF", "This is a PDF file, not a Word document.", "Ask the author for the Word file that it was made from."),
    (b"\xffWPC", "This is a WordPerfect file, not a Word document.", _SAVE_AS_WORD),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


def not_a_package(data: bytes) -> UnreadableFileError:
    """Return what to say of bytes that are no zip archive, or a broken one."""
    if not data:
        return UnreadableFileError("truncated", "This file is empty.", _ASK_AGAIN)
    if data.startswith(_OLE2):
        return _compound_file(data)
    if data.startswith(b"PK"):
        return damaged()
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, sentence, way_out in _BEGINNINGS:
        if start.startswith(beginning):
            return UnreadableFileError("not-word", sentence, way_out)
    if start[:200].lower().startswith((b"<!doctype html", b"<html")):
        return UnreadableFileError("not-word", "This is a web page, not a Word document.", _SAVE_AS_WORD)
    return UnreadableFileError("not-word", "This is not a Word document.", "Choose a file that ends in .docx.")


def other_package(names: list[str], mimetype: bytes) -> UnreadableFileError:
    """Return what to say of a sound zip archive in which there is no Word document."""
    if mimetype.decode("ascii", "replace").startswith(_OPEN_DOCUMENT):
        return UnreadableFileError("not-word", "This is an OpenDocument file: save it as Word first.", _SAVE_AS_WORD)
    tops = {name.split("/")[0].lower() for name in names}
    if "xl" in tops:
        return UnreadableFileError("not-word", "This is a spreadsheet, not a Word document.")
    if "ppt" in tops:
        return UnreadableFileError("not-word", "This is a presentation, not a Word document.")
    if "index" in tops or "index.zip" in tops:
        return UnreadableFileError("not-word", "This is a Pages document: export it as Word first.", _SAVE_AS_WORD)
    return UnreadableFileError("not-word", "There is no Word document in this file.", "Choose a file ending in .docx.")


def check_size(data: bytes, most: int = LARGEST) -> None:
    """Refuse a file that is too large to be looked at.

    Raises:
        UnreadableFileError: it is.
    """
    if len(data) > most:
        raise too_large(f"it has more than {most // _MEGABYTE} MB")


def damaged() -> UnreadableFileError:
    """Return what to say of a file that broke off or was spoilt on its way."""
    return UnreadableFileError("truncated", "This Word file is damaged or incomplete.", _ASK_AGAIN)


def hostile(reason: str) -> UnreadableFileError:
    """Return what to say of a file that is made to do harm or can hardly be honest; `reason` ends the sentence."""
    return UnreadableFileError("hostile", f"This file was not opened because {reason}.", "Ask the sender about it.")


def too_large(reason: str) -> UnreadableFileError:
    """Return what to say of a file beyond what this program reads; `reason` ends the sentence."""
    return UnreadableFileError("too-large", f"This file is too large: {reason}.", "Ask for it in smaller parts.")


def protected() -> UnreadableFileError:
    """Return what to say of a file that wants a password."""
    return UnreadableFileError(
        "password",
        "This file is protected by a password.",
        "Open it in Word, remove the password, and save it again.",
    )


def _compound_file(data: bytes) -> UnreadableFileError:
    if _utf16("EncryptedPackage") in data:
        return protected()
    if _utf16("WordDocument") in data:
        return UnreadableFileError("not-word", "This is a Word file of the old kind (.doc).", _SAVE_AS_WORD)
    return UnreadableFileError("not-word", "This is not a Word document.", "Choose a file that ends in .docx.")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
