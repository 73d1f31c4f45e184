"""A new key for a workspace whose passphrase others may know: everything is encrypted anew."""

import secrets
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.services import backups, openers
from carfacilitator.services.keyring import Keyring
from carfacilitator.store import calibration, cipher, drives, keys, slots
from carfacilitator.store.backups import Occasion, nothing
from carfacilitator.store.drives import Report
from carfacilitator.store.lock import Lock
from carfacilitator.store.slots import Cost


def renew(
    folder: Path, passphrases: tuple[str, str], clock: Clock, cost: Cost | None, report: Report = nothing
) -> None:
    """Encrypt the workspace in `folder`, which nobody has open, anew; `passphrases` are the old and the new one.

    A checked backup is made first. Whatever interrupts it, one of the two passphrases opens the workspace. Afterwards
    there is no recovery code: make a new one. Backups from before still open with the old passphrase.

    Raises:
        WrongPassphraseError: the old one is another; nothing was changed.
        WorkspaceBusyError: it is open in a window.
        KnownError: there is no room for the backup, or the new passphrase is empty.
    """
    old, new = (slots.by_passphrase(words) for words in passphrases)
    if not passphrases[1]:
        raise KnownError("A workspace needs a passphrase.")
    database = folder / "workspace.db"
    lock = Lock(folder)
    try:
        key = openers.key_of(folder, database, old)
        occasion = Occasion(clock.now(), backups.BEFORE_NEW_KEY)
        backups.back_up(folder, database, Keyring(folder, key), occasion, lambda share: report(share * 0.5))
        _exchange(folder, key, (old, new), cost or calibration.cost_here())
        report(1)
    finally:
        lock.release()


def _exchange(folder: Path, key: bytes, passphrases: tuple[slots.Opener, slots.Opener], cost: Cost) -> None:
    old, new = passphrases
    fresh = secrets.token_bytes(slots.KEY_LENGTH)
    ring = keys.read(folder)
    for_now = [slots.close(ring.workspace, one, opener, cost) for one, opener in ((key, new), (fresh, old))]
    settled = keys.Ring(ring.workspace).with_slot(fresh, new, cost)
    with drives.spoken_plainly(folder):
        keys.keep(folder, keys.Ring(ring.workspace, (*ring.slots, *for_now, *settled.slots)))
        try:
            cipher.rekey(folder / "workspace.db", key, fresh)
        except cipher.ENGINE_ERRORS as error:
            keys.keep(folder, ring)
            raise cipher.known(error) or error from None
        keys.keep(folder, settled)
