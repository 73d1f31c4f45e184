"""A slot: the key of a workspace, wrapped so that one secret opens it (a passphrase, a printed code, this computer)."""

import base64
import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carfacilitator.store import recovery_codes

PASSPHRASE, RECOVERY, REMEMBERED = "passphrase", "recovery code", "this computer"
KEY_LENGTH, SALT_LENGTH, NONCE_LENGTH = 32, 16, 12  # bytes; AES-256-GCM as in NIST SP 800-38D
_MOST_ITERATIONS, _MOST_LANES, _MOST_MEMORY = 64, 64, 1024 * 1024  # what a damaged file may ask of us
_SEAL = {"nonce", "wrapped"}

Slot = dict[str, Any]


@dataclass(frozen=True)
class Cost:
    """What deriving a key from a passphrase costs (Argon2id, RFC 9106): memory in kibibytes. This is also the floor."""

    iterations: int = 3
    lanes: int = 4
    memory: int = 64 * 1024


@dataclass(frozen=True)
class Opener:
    """A secret that opens the slots of its kind."""

    kind: str
    secret: bytes = field(repr=False)


def by_passphrase(words: str) -> Opener:
    """Return what a passphrase opens with; keyboards spell é in two ways, so both are one."""
    return Opener(PASSPHRASE, unicodedata.normalize("NFC", words).encode())


def by_code(typed: str) -> Opener:
    """Return what a recovery code opens with, as somebody typed it.

    Raises:
        MistypedCodeError: it is no recovery code.
    """
    return Opener(RECOVERY, recovery_codes.read(typed))


def by_this_computer(secret: bytes) -> Opener:
    """Return what a secret opens with that the operating system keeps for the person who is logged in."""
    return Opener(REMEMBERED, secret)


def close(workspace: str, key: bytes, opener: Opener, cost: Cost) -> Slot:
    """Return a slot of `workspace` that gives `key` to `opener` only."""
    head = {"kind": opener.kind, "key": name_of(key), **_derivation(opener, cost)}
    nonce = os.urandom(NONCE_LENGTH)
    wrapped = AESGCM(_derive(head, opener.secret)).encrypt(nonce, key, _bound(workspace, head))
    return {**head, "nonce": text(nonce), "wrapped": text(wrapped)}


def open_slot(workspace: str, slot: Slot, opener: Opener) -> bytes | None:
    """Return the key in a slot, or None if this is not the secret for it."""
    if slot["kind"] != opener.kind:
        return None
    head = {name: value for name, value in slot.items() if name not in _SEAL}
    cipher = AESGCM(_derive(head, opener.secret))
    try:
        return cipher.decrypt(raw(slot["nonce"]), raw(slot["wrapped"]), _bound(workspace, head))
    except InvalidTag:
        return None


def name_of(key: bytes) -> str:
    """Return what a key is called in the open: it tells two keys apart and gives nothing of them away."""
    return hashlib.sha256(b"name of a key of a workspace" + key).hexdigest()[:16]


def is_sound(slot: Slot) -> bool:
    """Tell whether a slot, as a file has it, asks for something that can be done.

    Raises:
        KeyError, TypeError: something that every slot has is missing or of another type.
    """
    return all(_questions(slot))


def _questions(slot: Slot) -> Iterator[bool]:
    if slot["kind"] == PASSPHRASE:
        yield 1 <= slot["iterations"] <= _MOST_ITERATIONS
        yield 1 <= slot["lanes"] <= _MOST_LANES
        yield 8 * slot["lanes"] <= slot["memory"] <= _MOST_MEMORY


def _derivation(opener: Opener, cost: Cost) -> Slot:
    salt = {"salt": text(os.urandom(SALT_LENGTH))}
    if opener.kind != PASSPHRASE:  # the secret is random already, so nothing is gained by making guesses slow
        return {"kdf": "hkdf-sha256", **salt}
    return {"kdf": "argon2id", "iterations": cost.iterations, "lanes": cost.lanes, "memory": cost.memory, **salt}


def _derive(head: Slot, secret: bytes) -> bytes:
    salt = raw(head["salt"])
    if head["kind"] != PASSPHRASE:
        return HKDF(SHA256(), KEY_LENGTH, salt, b"slot of a workspace").derive(secret)
    derivation = Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=head["iterations"],
        lanes=head["lanes"],
        memory_cost=head["memory"],
    )
    return derivation.derive(secret)


def _bound(workspace: str, head: Slot) -> bytes:
    """Return what the seal covers besides the key: whose slot it is, and how it was closed."""
    return json.dumps({"workspace": workspace, **head}, sort_keys=True).encode()


def text(content: bytes) -> str:
    """Return bytes as they stand in a key file."""
    return base64.b64encode(content).decode()


def raw(written: str) -> bytes:
    """Return the bytes that stand in a key file."""
    return base64.b64decode(written, validate=True)
