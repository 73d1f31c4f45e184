"""A receipt for what left: which files, for whom, what was decided; one changed byte makes it invalid."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from carfacilitator.errors import KnownError
from carfacilitator.sharing.door import Parcel

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class ReceiptNote:
    """What a receipt says beside the files."""

    code: str
    recipient: str
    audience: str
    made_at: datetime
    counts: Mapping[str, int]  # what went out and what stayed, by name
    decisions: Sequence[str] = ()


def receipt(note: ReceiptNote, parcels: Sequence[Parcel]) -> bytes:
    """Return a receipt for parcels as UTF-8 JSON."""
    files = [{"name": p.name, "sha256": p.sha256, "bytes": len(p.data)} for p in parcels]
    content = {
        "format": FORMAT,
        "code": note.code,
        "recipient": note.recipient,
        "audience": note.audience,
        "made_at": note.made_at.isoformat(),
        "counts": dict(note.counts),
        "decisions": list(note.decisions),
        "files": files,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")


def still_true(kept: bytes, files: Mapping[str, bytes]) -> bool:
    """Tell whether every file that a receipt names is there, byte for byte.

    Raises:
        KnownError: that is no receipt.
    """
    try:
        named = {entry["name"]: entry["sha256"] for entry in json.loads(kept)["files"]}
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError("That file is not a receipt of this program.") from error
    return all(name in files and hashlib.sha256(files[name]).hexdigest() == digest for name, digest in named.items())
