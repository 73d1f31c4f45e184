"""What a database holds, in counts and hashes: enough to tell that a copy is the same, and nothing of its words."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carfacilitator.store import cipher

_KEY_LENGTH, _NONCE_LENGTH = 32, 12
_TABLES = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'"


@dataclass(frozen=True)
class Summary:
    """The rows of every table of ours, counted and hashed."""

    counts: dict[str, int]
    hashes: dict[str, str]


def counts(connection: cipher.Connection) -> dict[str, int]:
    """Return how many rows every table has; what an index for searching keeps for itself is no table of ours."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  names from the schema itself
        for name in _tables(connection)
    }


def summary(connection: cipher.Connection, report: Callable[[float], object] = lambda _: None) -> Summary:
    """Return counts and hashes of a whole database; takes about a second for 100 MB."""
    tables = _tables(connection)
    counted, hashed = {}, {}
    for number, name in enumerate(tables):
        rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608  as above
        counted[name], hashed[name] = _digest(rows)
        report((number + 1) / len(tables))
    return Summary(counted, hashed)


def seal(found: Summary, key: bytes) -> bytes:
    """Return a summary that only the key opens: even counts are nobody else's business."""
    nonce = os.urandom(_NONCE_LENGTH)
    plain = json.dumps({"counts": found.counts, "hashes": found.hashes}, sort_keys=True).encode()
    return nonce + AESGCM(_derived(key)).encrypt(nonce, plain, None)


def unseal(sealed: bytes, key: bytes) -> Summary | None:
    """Return a sealed summary, or None if it was not sealed with this key."""
    try:
        plain = AESGCM(_derived(key)).decrypt(sealed[:_NONCE_LENGTH], sealed[_NONCE_LENGTH:], None)
    except InvalidTag:
        return None
    return Summary(**json.loads(plain))


def _tables(connection: cipher.Connection) -> list[str]:
    return sorted(row[0] for row in connection.execute(_TABLES))


def _digest(rows: Iterable[tuple[object, ...]]) -> tuple[int, str]:
    digest, count = hashlib.sha256(), 0
    for row in rows:
        count += 1
        for value in row:
            content = value if isinstance(value, bytes) else repr(value).encode()
            digest.update(b"%s:%d:" % (type(value).__name__.encode(), len(content)))
            digest.update(content)
    return count, digest.hexdigest()


def _derived(key: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_LENGTH, None, b"summary of a backup").derive(key)
