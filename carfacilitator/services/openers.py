"""What a person opens a workspace or a backup with; and which key that gives, also after a change that was cut off."""

from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.store import cipher, keys, slots
from carfacilitator.store.keys import Ring

Opener = slots.Opener  # the window and the command line hand it on


def by_passphrase(words: str) -> Opener:
    """Open with a passphrase."""
    return slots.by_passphrase(words)


def by_code(typed: str) -> Opener:
    """Open with the printed recovery code, typed with or without gaps, in small or capital letters.

    Raises:
        MistypedCodeError: it cannot be one; its `group` says where the slip is, counted from 0.
    """
    return slots.by_code(typed)


def is_remembered(folder: Path) -> bool:
    """Tell whether a workspace may be opened by whoever is logged in on the computer that remembers it."""
    try:
        return keys.read(folder).holds(slots.REMEMBERED)
    except KnownError:
        return False  # whoever opens it is told


def key_of(folder: Path, database: Path, opener: Opener) -> bytes:
    """Return the key of the database in a workspace's folder.

    Where a change of the key was cut off the ring still gives two; then the one that fits is settled on.

    Raises:
        WrongPassphraseError, WrongCodeError, NotRememberedError: the opener opens nothing.
        DamagedKeysError: the key file and its copy are gone.
    """
    ring = keys.read(folder)
    found = ring.keys(opener)
    if len(found) == 1:
        return found[0]
    fitting = [key for key in found if cipher.fits(database, key)]
    if not fitting:
        return found[0]  # whoever opens the database says what is wrong with it
    keys.keep(folder, _settled(ring, fitting[0], opener))
    return fitting[0]


def _settled(ring: Ring, key: bytes, opener: Opener) -> Ring:
    """Keep of each key's two passphrases only the one that was typed."""
    settled = ring.settled(key)
    if opener.kind != slots.PASSPHRASE:
        return settled
    kept = (slot for slot in settled.slots if slot["kind"] != opener.kind or _opens(ring, slot, opener))
    return Ring(ring.workspace, tuple(kept))


def _opens(ring: Ring, slot: slots.Slot, opener: Opener) -> bool:
    return slots.open_slot(ring.workspace, slot, opener) is not None
