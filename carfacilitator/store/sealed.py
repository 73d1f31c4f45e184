"""Bytes closed with a passphrase into one file, to be handed to somebody: one line in the open, then what it covers.

The line is JSON: what kind of file it is, how to open it, and the slot that gives its key to the passphrase (Argon2id).
What follows is a nonce and AES-256-GCM over the content and that line, so that no bit of either can be altered.
"""

import json
import os
import secrets
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from carfacilitator.errors import KnownError
from carfacilitator.store import slots
from carfacilitator.store.slots import Cost

FORMAT = 1
_LONGEST_LINE = 10_000  # bytes
_PROGRAM = "CAR Facilitator"


class DamagedSealError(KnownError):
    """A file that is none of ours, or of which something was altered or is missing."""

    def __init__(self) -> None:
        super().__init__(
            "This file is damaged, or was not made for this by CAR Facilitator.", "Ask for it again; nothing changed."
        )


class NewerSealError(KnownError):
    """A file in a form that this program does not know yet."""

    def __init__(self) -> None:
        super().__init__("This file was made with a newer version of the program.", "Install that version here.")


class WrongSealError(KnownError):
    """A passphrase that does not open a file."""

    def __init__(self) -> None:
        super().__init__("That passphrase does not open this file.", "Try again; nothing was changed.")


def seal(kind: str, content: bytes, passphrase: str, cost: Cost) -> bytes:
    """Return a file of a kind ("hand-over") whose content only `passphrase` opens.

    Raises:
        KnownError: the passphrase is empty.
    """
    if not passphrase.strip():
        raise KnownError("That needs a passphrase.", "Agree one with the person who is to open it.")
    key, file_id = secrets.token_bytes(slots.KEY_LENGTH), str(uuid4())
    slot = slots.close(file_id, key, slots.by_passphrase(passphrase), cost)
    about = f"Open it with {_PROGRAM}. Nobody can read it without the passphrase."
    head = {"program": _PROGRAM, "format": FORMAT, "kind": kind, "about": about, "id": file_id, "slot": slot}
    line = json.dumps(head).encode() + b"\n"
    nonce = os.urandom(slots.NONCE_LENGTH)
    return line + nonce + AESGCM(key).encrypt(nonce, content, line)


def kind_of(data: bytes) -> str:
    """Return of which kind a file says that it is, without its passphrase.

    Raises:
        DamagedSealError, NewerSealError: it is none that this program knows.
    """
    return str(_head(_line(data))["kind"])


def unseal(kind: str, data: bytes, passphrase: str) -> bytes:
    """Return the content of a file of this kind, exactly as it was sealed.

    Raises:
        WrongSealError: the passphrase is another.
        DamagedSealError, NewerSealError: it is damaged, of another kind, or of a newer program.
    """
    line = _line(data)
    head = _head(line)
    if head["kind"] != kind:
        raise DamagedSealError
    key = _key(head, passphrase)
    if key is None:
        raise WrongSealError
    nonce, closed = data[len(line) :][: slots.NONCE_LENGTH], data[len(line) + slots.NONCE_LENGTH :]
    try:
        return AESGCM(key).decrypt(nonce, closed, line)
    except (InvalidTag, ValueError):
        raise DamagedSealError from None


def _line(data: bytes) -> bytes:
    end = data.find(b"\n", 0, _LONGEST_LINE)
    if end < 0:
        raise DamagedSealError
    return data[: end + 1]


def _head(line: bytes) -> dict[str, Any]:
    try:
        head: dict[str, Any] = json.loads(line)
        if head["program"] != _PROGRAM or not isinstance(head["kind"], str):
            raise DamagedSealError
        if head["format"] > FORMAT:
            raise NewerSealError
    except (ValueError, KeyError, TypeError):
        raise DamagedSealError from None
    return head


def _key(head: dict[str, Any], passphrase: str) -> bytes | None:
    try:
        if not slots.is_sound(head["slot"]):
            raise DamagedSealError
        return slots.open_slot(head["id"], head["slot"], slots.by_passphrase(passphrase))
    except (ValueError, KeyError, TypeError):
        raise DamagedSealError from None
