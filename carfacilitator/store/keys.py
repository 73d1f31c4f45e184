"""The key of a workspace: 32 random bytes, kept in slots that a passphrase opens, in a file with a copy beside it."""

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from carfacilitator.errors import KnownError, WrongPassphraseError

FILE, COPY = "keys.json", "keys.copy.json"
FORMAT = 1
KEY_LENGTH, SALT_LENGTH, NONCE_LENGTH = 32, 16, 12  # bytes; AES-256-GCM as in NIST SP 800-38D
_MOST_ITERATIONS, _MOST_LANES, _MOST_MEMORY = 64, 64, 4 * 1024 * 1024  # what a damaged file may ask of us

Slot = dict[str, Any]
Ring = dict[str, Any]


class DamagedKeysError(KnownError):
    """Neither the key file nor its copy can be read."""

    def __init__(self) -> None:
        super().__init__(
            "The key file of this workspace is missing or damaged.", "Restore the workspace from a backup."
        )


@dataclass(frozen=True)
class Cost:
    """What deriving a key from a passphrase costs (Argon2id, RFC 9106): memory in kibibytes."""

    iterations: int = 3
    lanes: int = 4
    memory: int = 64 * 1024


def create(folder: Path, passphrase: str, cost: Cost) -> bytes:
    """Make a new key that `passphrase` opens, keep it in `folder`, and return it."""
    key = secrets.token_bytes(KEY_LENGTH)
    ring: Ring = {"format": FORMAT, "workspace": str(uuid4())}
    _keep(folder, ring | {"slots": [_close(ring["workspace"], key, passphrase, cost)]})
    return key


def unlock(folder: Path, passphrase: str) -> bytes:
    """Return the key that `passphrase` opens; a damaged key file is made good from its copy.

    Raises:
        WrongPassphraseError: no slot opens.
        DamagedKeysError: neither file can be read.
    """
    ring = _read(folder)
    for slot in ring["slots"]:
        key = _open(ring["workspace"], slot, passphrase)
        if key is not None:
            return key
    raise WrongPassphraseError


def change_passphrase(folder: Path, old: str, new: str, cost: Cost) -> None:
    """Let `new` open what `old` opened; the key stays the same, so backups made before still open with `old`."""
    key = unlock(folder, old)
    ring = _read(folder)
    others = [slot for slot in ring["slots"] if slot["kind"] != "passphrase"]
    ring["slots"] = [_close(ring["workspace"], key, new, cost), *others]
    _keep(folder, ring)


def _close(workspace: str, key: bytes, passphrase: str, cost: Cost) -> Slot:
    head = {
        "kind": "passphrase",
        "kdf": "argon2id",
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "memory": cost.memory,
        "salt": _text(os.urandom(SALT_LENGTH)),
    }
    nonce = os.urandom(NONCE_LENGTH)
    wrapped = AESGCM(_derive(head, passphrase)).encrypt(nonce, key, _bound(workspace, head))
    return {**head, "nonce": _text(nonce), "wrapped": _text(wrapped)}


def _open(workspace: str, slot: Slot, passphrase: str) -> bytes | None:
    head = {name: value for name, value in slot.items() if name not in {"nonce", "wrapped"}}
    cipher = AESGCM(_derive(head, passphrase))
    try:
        return cipher.decrypt(_raw(slot["nonce"]), _raw(slot["wrapped"]), _bound(workspace, head))
    except InvalidTag:
        return None


def _derive(head: Slot, passphrase: str) -> bytes:
    same_everywhere = unicodedata.normalize("NFC", passphrase).encode()  # keyboards spell é in two ways
    derivation = Argon2id(
        salt=_raw(head["salt"]),
        length=KEY_LENGTH,
        iterations=head["iterations"],
        lanes=head["lanes"],
        memory_cost=head["memory"],
    )
    return derivation.derive(same_everywhere)


def _bound(workspace: str, head: Slot) -> bytes:
    """Return what the seal covers besides the key: whose slot it is, and how it was closed."""
    return json.dumps({"workspace": workspace, **head}, sort_keys=True).encode()


def _read(folder: Path) -> Ring:
    rings = {name: _sound_ring(folder / name) for name in (FILE, COPY)}
    ring = rings[FILE] or rings[COPY]
    if ring is None:
        raise DamagedKeysError
    if None in rings.values():
        with suppress(OSError):  # a full drive must not keep anybody out
            _keep(folder, ring)
    return ring


def _sound_ring(file: Path) -> Ring | None:
    try:
        ring = json.loads(file.read_bytes())
        sum_kept = ring.pop("sum")
        sound = sum_kept == _sum(ring) and ring["format"] == FORMAT and all(_sound_slots(ring))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return ring if sound else None


def _sound_slots(ring: Ring) -> Iterator[bool]:
    for slot in ring["slots"]:
        yield 1 <= slot["iterations"] <= _MOST_ITERATIONS
        yield 1 <= slot["lanes"] <= _MOST_LANES
        yield 8 * slot["lanes"] <= slot["memory"] <= _MOST_MEMORY


def _keep(folder: Path, ring: Ring) -> None:
    whole = json.dumps({**ring, "sum": _sum(ring)}, indent=1).encode()
    for name in (FILE, COPY):  # one after the other: at every moment one of them is whole
        replace_file(folder / name, whole)


def replace_file(file: Path, content: bytes) -> None:
    """Write `file` so that after any interruption it holds either what it held or all of `content`."""
    fresh = file.with_suffix(".new")
    with fresh.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


def _sum(ring: Ring) -> str:
    return hashlib.sha256(json.dumps(ring, sort_keys=True).encode()).hexdigest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
