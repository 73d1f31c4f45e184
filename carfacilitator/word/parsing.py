"""Parses the XML of a part from outside: nothing is fetched, nothing is expanded, and nothing is endless."""

import re

from lxml import etree

from carfacilitator.word import foreign
from carfacilitator.word.limits import LIMITS, Limits
from carfacilitator.word.names import Element

_DECLARES = "it declares entities, which Word files never do"
_LIMIT_REACHED = 114  # XML_ERR_RESOURCE_LIMIT of libxml2: 256 levels, or ten million characters in one piece
# What may stand before the root: a mark of the byte order, instructions (`<?xml … ?>` is one), comments, blanks.
_BEFORE_ROOT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*+(?:(?:<\?.*?\?>|<!--.*?-->)\s*+)*+", re.DOTALL)
_ENCODING = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
# UTF-8 and UTF-16 are what the standard allows; the others are written by mistake and hide nothing.
_HARMLESS = re.compile(rb"utf-?(8|16)|utf-16[lb]e|(us-)?ascii|iso-8859-\d+|windows-125\d|cp125\d", re.IGNORECASE)


def parse(data: bytes, limits: Limits = LIMITS) -> Element:
    """Return the root of a part's XML, without comments and instructions.

    Raises:
        UnreadableFileError: it is malformed, too large, or declares entities.
    """
    check_start(data)
    if len(data) > limits.xml or _elements(data) > limits.elements:
        raise foreign.too_large("it is longer than any document that this program reads")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as broken:
        raise _reason(broken) from broken
    except ValueError as broken:
        raise foreign.damaged() from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise foreign.hostile(_DECLARES)
    return root


def is_start_whole(data: bytes) -> bool:
    """Tell whether the beginning of a part goes on to its root, so that `check_start` can judge it."""
    plain = _without_zeros(data)
    end = _end_of_start(plain)
    return end < len(plain) and not plain.startswith((b"<?", b"<!--"), end) and len(plain) - end > len("<!DOCTYPE")


def check_start(data: bytes) -> None:
    """Refuse XML, whole or its beginning only, that declares a document type or hides its text in an odd encoding.

    Raises:
        UnreadableFileError: it does.
    """
    plain = _without_zeros(data)
    end = _end_of_start(plain)
    if plain.startswith(b"<!DOCTYPE", end):
        raise foreign.hostile(_DECLARES)
    named = _ENCODING.match(plain[:end].lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if named and not _HARMLESS.fullmatch(named[1]):
        raise foreign.hostile("it is written in a code that Word does not use")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,  # a comment inside a text would hide what follows it
        remove_pis=True,
    )


def _reason(broken: etree.XMLSyntaxError) -> Exception:
    code = getattr(broken, "code", None)
    if code == etree.ErrorTypes.ERR_NO_MEMORY:
        return MemoryError()
    if code == _LIMIT_REACHED:
        return foreign.hostile("a piece of it is longer or more deeply nested than any text")
    return foreign.damaged()


def _elements(data: bytes) -> int:
    plain = _without_zeros(data)
    return plain.count(b"<") - plain.count(b"</")


def _end_of_start(plain: bytes) -> int:
    found = _BEFORE_ROOT.match(plain)
    return found.end() if found else 0


def _without_zeros(data: bytes) -> bytes:
    """Return UTF-16 and UTF-32 as if they were ASCII, for looking only; other bytes as they are."""
    return data.replace(b"\0", b"") if b"\0" in data[:4] else data
