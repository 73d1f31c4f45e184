"""The key ring of a workspace: slots that give its random 32-byte key, in a file with a copy beside it."""

import hashlib
import json
import os
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from carfacilitator.errors import KnownError, WrongPassphraseError
from carfacilitator.store import slots
from carfacilitator.store.slots import Cost, Opener, Slot

FILE, COPY = "keys.json", "keys.copy.json"
FORMAT = 1
_TURN = threading.RLock()  # who reads between the writing of file and copy would take one of them for damaged


class DamagedKeysError(KnownError):
    """Neither the key file nor its copy can be read."""

    def __init__(self) -> None:
        super().__init__(
            "The key file of this workspace is missing or damaged.", "Restore the workspace from a backup."
        )


class WrongCodeError(KnownError):
    """A recovery code, rightly typed, that is not the one of this workspace (any more)."""

    def __init__(self) -> None:
        super().__init__(
            "That recovery code does not open this workspace.",
            "Only the code that was made last does; nothing changed.",
        )


class NotRememberedError(KnownError):
    """This computer does not (any more) keep what opens the workspace without its passphrase."""

    def __init__(self) -> None:
        super().__init__("This computer does not remember the workspace.", "Type its passphrase.")


@dataclass(frozen=True)
class Ring:
    """The slots of one workspace, which are bound to its id and to nothing else."""

    workspace: str
    slots: tuple[Slot, ...] = ()

    def keys(self, opener: Opener) -> tuple[bytes, ...]:
        """Return the keys that `opener` gives: one, or two where a change of the key was cut off.

        Raises:
            WrongPassphraseError, WrongCodeError, NotRememberedError: no slot opens.
        """
        opened = (slots.open_slot(self.workspace, slot, opener) for slot in self.slots)
        found = tuple(dict.fromkeys(key for key in opened if key is not None))
        if not found:
            raise _refusal(opener)
        return found

    def holds(self, kind: str) -> bool:
        """Tell whether there is a slot of a kind."""
        return any(slot["kind"] == kind for slot in self.slots)

    def fits(self, key: bytes) -> bool:
        """Tell whether the slots give this key (and not that of another time)."""
        return any(slot.get("key") in {None, slots.name_of(key)} for slot in self.slots)

    def with_slot(self, key: bytes, opener: Opener, cost: Cost) -> "Ring":
        """Return the ring with a slot for `opener`, in place of those of its kind that give the same key."""
        others = [slot for slot in self.slots if slot["kind"] != opener.kind or _is_of_another(slot, key)]
        return replace(self, slots=(slots.close(self.workspace, key, opener, cost), *others))

    def without(self, kind: str) -> "Ring":
        """Return the ring without the slots of a kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot["kind"] != kind))

    def settled(self, key: bytes) -> "Ring":
        """Return the ring with the slots of one key only, when it is known which key the database has."""
        return replace(self, slots=tuple(slot for slot in self.slots if not _is_of_another(slot, key)))


def create(folder: Path, passphrase: str, cost: Cost) -> bytes:
    """Make a new key that `passphrase` opens, keep it in `folder`, and return it."""
    key = secrets.token_bytes(slots.KEY_LENGTH)
    keep(folder, Ring(str(uuid4())).with_slot(key, slots.by_passphrase(passphrase), cost))
    return key


def unlock(folder: Path, passphrase: str) -> bytes:
    """Return the key that `passphrase` opens; a damaged key file is made good from its copy.

    Raises:
        WrongPassphraseError: no slot opens.
        DamagedKeysError: neither file can be read.
    """
    return read(folder).keys(slots.by_passphrase(passphrase))[0]


def change_passphrase(folder: Path, old: str, new: str, cost: Cost) -> None:
    """Let `new` open what `old` opened; the key stays the same, so backups made before still open with `old`."""

    def changed(ring: Ring) -> Ring:
        for key in ring.keys(slots.by_passphrase(old)):
            ring = ring.with_slot(key, slots.by_passphrase(new), cost)
        return ring

    alter(folder, changed)


def read(folder: Path) -> Ring:
    """Return the key ring of a workspace; if one of its two files is damaged, it is made good from the other.

    Raises:
        DamagedKeysError: neither can be read.
    """
    with _TURN:
        rings = {name: _in_file(folder / name) for name in (FILE, COPY)}
        ring = rings[FILE] or rings[COPY]
        if ring is None:
            raise DamagedKeysError
        if rings[COPY] != ring or rings[FILE] != ring:
            with suppress(OSError):  # a full drive must not keep anybody out
                keep(folder, ring)
        return ring


def keep(folder: Path, ring: Ring) -> None:
    """Write a key ring and its copy, one after the other: at every moment one of them is whole."""
    with _TURN:
        for name in (FILE, COPY):
            replace_file(folder / name, packed(ring))


def alter(folder: Path, change: Callable[[Ring], Ring]) -> None:
    """Keep what `change` makes of the key ring of a workspace; nobody else reads or alters it meanwhile.

    Raises:
        DamagedKeysError: neither of its files can be read.
    """
    with _TURN:
        keep(folder, change(read(folder)))


def packed(ring: Ring) -> bytes:
    """Return a key ring as a file has it."""
    content = {"format": FORMAT, "workspace": ring.workspace, "slots": list(ring.slots)}
    return json.dumps({**content, "sum": _sum(content)}, indent=1).encode()


def unpacked(content: bytes) -> Ring | None:
    """Return the key ring that a file holds, or None if it is damaged."""
    try:
        ring = json.loads(content)
        sum_kept = ring.pop("sum")
        sound = sum_kept == _sum(ring) and ring["format"] == FORMAT and all(map(slots.is_sound, ring["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return Ring(ring["workspace"], tuple(ring["slots"])) if sound else None


def replace_file(file: Path, content: bytes) -> None:
    """Write `file` so that after any interruption it holds either what it held or all of `content`."""
    fresh = file.with_suffix(".new")
    with fresh.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
    flush_folder(file.parent)


def flush_folder(folder: Path) -> None:
    """See to it that the names in a folder outlive a power cut, where the system lets one ask for that."""
    with suppress(OSError):  # Windows does not open folders, and keeps names by itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _in_file(file: Path) -> Ring | None:
    try:
        return unpacked(file.read_bytes())
    except OSError:
        return None


def _is_of_another(slot: Slot, key: bytes) -> bool:
    name: str = slot.get("key", slots.name_of(key))
    return name != slots.name_of(key)


def _refusal(opener: Opener) -> KnownError:
    if opener.kind == slots.PASSPHRASE:
        return WrongPassphraseError()
    return WrongCodeError() if opener.kind == slots.RECOVERY else NotRememberedError()


def _sum(content: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
