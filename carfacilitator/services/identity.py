"""By what a file that comes back is known to be one of our packs: its properties, its bookmarks, its printed code."""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from carfacilitator.document.blocks import Document
from carfacilitator.document.covers import OURS

_BOOKMARK = re.compile(rf"{OURS}.+_(?P<code>[0-9A-Z]{{6}})(?:_Copy_\d+)?\Z")  # LibreOffice's name for a second one
_PRINTED = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b")


class KnownBy(StrEnum):
    """By what a return was recognised."""

    IDENTITY = "identity"  # in its properties
    BOOKMARKS = "bookmarks"
    CODE = "printed code"
    TEXT = "text"
    ASKED = "asked"  # the facilitator said which pack it is


def known_pack(document: Document, packs: Mapping[UUID, str]) -> tuple[UUID, KnownBy] | None:
    """Return which of our packs, given with their codes, a file says that it is; None if it says nothing.

    Several copied together are the one from which most was taken.
    """
    by_code = {code: pack for pack, code in packs.items()}
    by_id = {str(pack): pack for pack in packs}
    said = document.properties
    for pack in (by_id.get(said.get("identity", "")), by_id.get(said.get("identifier", ""))):
        if pack is not None:
            return pack, KnownBy.IDENTITY
    if said.get("code") in by_code:
        return by_code[said["code"]], KnownBy.IDENTITY
    for codes, by in ((_bookmarked(document), KnownBy.BOOKMARKS), (_printed(document), KnownBy.CODE)):
        found = next((by_code[code] for code, _ in codes.most_common() if code in by_code), None)
        if found is not None:
            return found, by
    return None


def _bookmarked(document: Document) -> Counter[str]:
    found = (_BOOKMARK.match(mark.name) for mark in document.bookmarks)
    return Counter(f"{match['code'][:3]}-{match['code'][3:]}" for match in found if match)


def _printed(document: Document) -> Counter[str]:
    return Counter(code for text in document.texts() for code in _PRINTED.findall(text))
