"""What a file is that is no Word document, by its first bytes or by the names in its archive, and what to do."""

import re
from collections.abc import Iterable
from typing import NamedTuple

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Office's files of before 2007 begin, and encrypted ones
_LOOKED_AT = 4096  # bytes of the beginning
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # of the byte order
_NOTE_OF_WORD = 162  # bytes of the file that Word lays beside one that it has open


class Format(NamedTuple):
    """What a file is, in a sentence, and the way out; `password` tells that it is only locked."""

    sentence: str
    way_out: str
    password: bool = False


_SAVE_AS_WORD = "Open it in the program that made it and save it as a Word document (.docx)."
_CHOOSE = "Choose a file that ends in .docx."
_UNPACK = "Unpack it first, and choose the Word file that is in it."

UNKNOWN = Format("This is not a Word document.", _CHOOSE)
NO_DOCUMENT = Format("There is no Word document in this file.", _CHOOSE)
_OLD_WORD = Format("This is a Word file of the old kind (.doc).", _SAVE_AS_WORD)
_OPEN_DOCUMENT = Format("This is an OpenDocument file: save it as Word first.", _SAVE_AS_WORD)
_SPREADSHEET = Format("This is a spreadsheet, not a Word document.", _CHOOSE)
_PRESENTATION = Format("This is a presentation, not a Word document.", _CHOOSE)
_DRAWING = Format("This is a drawing of Visio, not a Word document.", _CHOOSE)
_PACKED = Format("This is a packed folder, not a Word document.", _UNPACK)
_BOOK = Format("This is an electronic book, not a Word document.", "Ask the author for the Word file of it.")
_IWORK = Format(
    "This is a document of Pages, Numbers or Keynote: export it as Word first.",
    "In Pages, choose File, Export To, Word.",
)
_EMAIL = Format("This is an e-mail, not a Word document.", "Open it in your mail program and save what is attached.")
_LINK = Format("This is only a link to a file, not the file.", "Open the link and download the Word file.")

# In small letters, blanks and marks of the byte order left out, UTF-16 as if it were ASCII.
_BEGINNINGS = (
    (rb"[\xdb\xdc]\xa5|1\xbe\0\0", _OLD_WORD),
    (rb"\{\\rtf", Format("This is a Rich Text file, not a Word document.", _SAVE_AS_WORD)),
    (
        rb"%pdf|%!ps-adobe",
        Format("This is a PDF file, not a Word document.", "Ask the author for the Word file that it was made from."),
    ),
    (rb"\xffwpc", Format("This is a WordPerfect file, not a Word document.", _SAVE_AS_WORD)),
    (rb"<.*<pkg:package", Format("This is a Word document kept as one XML file.", _SAVE_AS_WORD)),
    (rb"<.*<w:worddocument", Format("This is a Word XML file of 2003, not a Word document.", _SAVE_AS_WORD)),
    (rb"<.*<office:document", _OPEN_DOCUMENT),
    (
        rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype html|html|head|title|body|meta)\b",
        Format("This is a web page, not a Word document.", _SAVE_AS_WORD),
    ),
    (
        rb"(?:[^\n]*\n){0,20}content-type: *multipart/related",
        Format("This is a web page kept as one file, not a Word document.", _SAVE_AS_WORD),
    ),
    (rb"(?=(?:[^\0]*\n)?(?:message-id|mime-version|received|return-path):)[a-z-]+:[^\n]*\n(?:[a-z-]+:|[ \t])", _EMAIL),
    (
        rb'\{[^}]*"(?:doc_id|resource_id|url)":',
        Format(
            "This is only a link to a document in Google Drive, not the document.",
            "Open it in Google Docs, choose File, Download, Microsoft Word (.docx), and take that file.",
        ),
    ),
    (rb"\[internetshortcut\]|l\0\0\0\x01\x14\x02|bplist00|<.*<plist|book\0\0\0\0mark", _LINK),
    (
        rb"\0\x05\x16[\0\x07]",
        Format(
            "This is only a Mac's note about a file, not the file.",
            "Choose the file of the same name without '._' before it.",
        ),
    ),
    (
        rb"\xff\xd8\xff|\x89png|gif8|ii\*\0|mm\0\*|riff....webp|....ftyp|\x01\0\0\0.{36} emf",
        Format("This is a picture, not a Word document.", _CHOOSE),
    ),
    (rb"7z\xbc\xaf'\x1c|rar!\x1a|\x1f\x8b", _PACKED),
)

# Of an OLE2 file: the name of a stream that only such files have.
_STREAMS = {
    "EncryptedPackage": Format(
        "This file is protected by a password.",
        "Open it in Word, remove the password, and save it again.",
        password=True,
    ),
    "WordDocument": _OLD_WORD,
    "Workbook": _SPREADSHEET,
    "Book": _SPREADSHEET,
    "PowerPoint Document": _PRESENTATION,
    "VisioDocument": _DRAWING,
    "Quill": Format("This is a document of Publisher, not a Word document.", _SAVE_AS_WORD),
    "MatOST": Format("This is a document of Microsoft Works, not a Word document.", _SAVE_AS_WORD),
    "__properties_version1.0": _EMAIL,
}
_FIRST_ASKED = ("__properties_version1.0", "EncryptedPackage")  # other streams beside these say nothing
_KINDS_OF_ARCHIVE = (("application/vnd.oasis.", _OPEN_DOCUMENT), ("application/epub", _BOOK))
# Of an archive: a folder or a file at its top that only such archives have.
_TOPS = {
    "xl": _SPREADSHEET,
    "ppt": _PRESENTATION,
    "visio": _DRAWING,
    "index": _IWORK,
    "index.zip": _IWORK,
    "index.xml": _IWORK,
    "index.apxl": _IWORK,
}


def of_bytes(data: bytes) -> Format:
    """Return what a file is that is no zip archive."""
    if data.startswith(OLE2):
        return _of_streams(data)
    beginning = data[:_LOOKED_AT]
    if len(data) == _NOTE_OF_WORD and data[0] < _NOTE_OF_WORD // 3:
        return Format(
            "This is only Word's note that a file is open, not the file.",
            "Choose the file whose name does not begin with '~$'.",
        )
    for mark in _MARKS:
        beginning = beginning.removeprefix(mark)
    plain = beginning.replace(b"\0", b"") if data.startswith(_MARKS[1:]) else beginning
    for pattern, found in _BEGINNINGS:
        if re.match(pattern, plain.lstrip(b" \t\r\n").lower(), re.DOTALL):
            return found
    return UNKNOWN


def is_certainly_other(data: bytes) -> bool:
    """Tell whether a file that does not begin as a zip archive is of a kind known here, whatever is packed into it."""
    return not data.startswith(b"PK") and (data.startswith(OLE2) or of_bytes(data) is not UNKNOWN)


def of_archive(names: Iterable[str], mimetype: bytes) -> Format:
    """Return what a sound zip archive is in which there is no Word document; `mimetype` is its member of that name."""
    told = mimetype.decode("ascii", "replace")
    for beginning, found in _KINDS_OF_ARCHIVE:
        if told.startswith(beginning):
            return found
    lowered = [name.lower() for name in names]
    for top in (name.split("/")[0] for name in lowered):
        if top in _TOPS:
            return _TOPS[top]
    return _PACKED if any(name.endswith(".docx") for name in lowered) else NO_DOCUMENT


def _of_streams(data: bytes) -> Format:
    """Return what an OLE2 file is: its own streams are named before those of what is embedded in it."""
    lowered = data.lower()  # some programs spell them in capitals
    places = {name: lowered.find(f"{name}\0".lower().encode("utf-16-le")) for name in _STREAMS}
    found = {name: place for name, place in places.items() if place >= 0}
    for name in _FIRST_ASKED:
        if name in found:
            return _STREAMS[name]
    return _STREAMS[min(found, key=found.__getitem__)] if found else UNKNOWN
