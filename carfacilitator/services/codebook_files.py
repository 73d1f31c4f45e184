"""The codebook as a file, to keep or to hand on: JSON, or a table that a spreadsheet opens."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from carfacilitator.errors import KnownError
from carfacilitator.services import tables

FORMAT = 1
_COLUMNS = ("name", "letter", "colour", "question")
_LARGEST = 1_000_000  # bytes; a codebook has a page or two
_NO_CODEBOOK = "That file is no codebook that can be read here."


class CodebookForm(StrEnum):
    """How a codebook is written."""

    JSON = "json"
    TABLE = "csv"

    @property
    def media_type(self) -> str:
        """Return what a file of this form is called among programs."""
        return tables.CSV if self is CodebookForm.TABLE else "application/json"


@dataclass(frozen=True, kw_only=True)
class KindText:
    """A kind of comment as a file has it."""

    name: str
    letter: str = ""
    colour: str = ""
    question: str = ""


def written(kinds: Iterable[KindText], form: CodebookForm) -> bytes:
    """Return a codebook as a file of that form."""
    if form is CodebookForm.TABLE:
        return tables.written(_COLUMNS, ([getattr(kind, column) for column in _COLUMNS] for kind in kinds))
    content = {"format": FORMAT, "kinds": [asdict(kind) for kind in kinds]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")


def read(data: bytes) -> tuple[KindText, ...]:
    """Return the kinds of a codebook, of either form, in its order.

    Raises:
        KnownError: it is none, or there is no kind in it.
    """
    if len(data) > _LARGEST:
        raise KnownError(_NO_CODEBOOK)
    looks_like_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}
    entries = _from_json(data) if looks_like_json else tables.read(data, ["name"])
    kinds = tuple(_kind(entry) for entry in entries if str(entry.get("name", "")).strip())
    if not kinds:
        raise KnownError("There is no kind of comment in that file.")
    return kinds


def _from_json(data: bytes) -> list[Mapping[str, Any]]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
        kinds = content["kinds"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise KnownError(_NO_CODEBOOK) from None
    if content.get("format") != FORMAT or not isinstance(kinds, list):
        raise KnownError(_NO_CODEBOOK, "It may be of a newer program.")
    if not all(isinstance(kind, dict) for kind in kinds):
        raise KnownError(_NO_CODEBOOK)
    return kinds


def _kind(entry: Mapping[str, Any]) -> KindText:
    texts = {column: " ".join(str(entry.get(column) or "").split()) for column in _COLUMNS}
    return KindText(**texts)
