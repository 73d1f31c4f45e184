"""The keys of an open workspace: its passphrase, its printed recovery code, and what this computer may remember."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.store import calibration, drives, keys, recovery_codes, slots
from carfacilitator.store.keys import Ring
from carfacilitator.store.secret_stores import SecretStore
from carfacilitator.store.slots import Cost, Opener

_SECRET_LENGTH = 32  # bytes


@dataclass(frozen=True)
class Keyring:
    """What opens the workspace. Each change is a few hundred bytes; the database stays as it is.

    Backups that were made before a change still open with what opened them then.
    """

    folder: Path
    key: bytes = field(repr=False)
    cost: Cost | None = None  # None: measured on this machine
    store: SecretStore = field(default_factory=SecretStore)

    def ring(self) -> Ring:
        """Return the slots as they are now."""
        return keys.read(self.folder)

    def verify(self, passphrase: str) -> None:
        """Make sure that whoever is at the computer knows the passphrase.

        Raises:
            WrongPassphraseError: it is another one.
        """
        self.ring().keys(slots.by_passphrase(passphrase))

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` open the workspace, and no longer `old`.

        Raises:
            WrongPassphraseError: `old` is not the passphrase; nothing was changed.
            KnownError: the new one is empty, or the drive does not take the change.
        """
        self.verify(old)
        self.set_passphrase(new)

    def set_passphrase(self, new: str) -> None:
        """Let `new` open the workspace: for who came in with the recovery code and has no old one.

        Raises:
            KnownError: the new one is empty, or the drive does not take the change.
        """
        if not new:
            raise KnownError("A workspace needs a passphrase.")
        self._add(slots.by_passphrase(new))

    def make_recovery_code(self) -> str:
        """Return a new recovery code, to be printed and shown this once; the one before it no longer opens anything."""
        bits = recovery_codes.make()
        code = recovery_codes.written(bits)
        self._add(slots.by_code(code))
        return code

    def drop_recovery_code(self) -> None:
        """Let no recovery code open the workspace any more: the one that was made is on no paper."""
        with drives.spoken_plainly(self.folder):
            keys.alter(self.folder, lambda ring: ring.without(slots.RECOVERY))

    def has_recovery_code(self) -> bool:
        """Tell whether a recovery code was made; which one is not known to the program."""
        return self.ring().holds(slots.RECOVERY)

    def can_remember(self) -> bool:
        """Tell whether this computer has a safe place for secrets."""
        return self.store.is_there()

    def is_remembered(self) -> bool:
        """Tell whether whoever is logged in on this computer can open the workspace without its passphrase."""
        return self.ring().holds(slots.REMEMBERED)

    def remember(self) -> None:
        """Let this computer open the workspace for whoever is logged in.

        Raises:
            KnownError: it has no safe place for secrets.
        """
        secret = secrets.token_bytes(_SECRET_LENGTH)
        self.store.keep(self.ring().workspace, secret)
        self._add(slots.by_this_computer(secret))

    def forget(self) -> None:
        """Ask for the passphrase again from now on."""
        with drives.spoken_plainly(self.folder):
            keys.alter(self.folder, lambda ring: ring.without(slots.REMEMBERED))
        self.store.forget(self.ring().workspace)

    def _add(self, opener: Opener) -> None:
        cost = self.cost or calibration.cost_here()
        with drives.spoken_plainly(self.folder):
            keys.alter(self.folder, lambda ring: ring.with_slot(self.key, opener, cost))


def is_group_of(code: str, group: int, typed: str) -> bool:
    """Tell whether `typed` is a group (counted from 0) of a code that was shown, as proof that it was written down."""
    plain = "".join(typed.upper().split()).translate(str.maketrans("OILU", "011V"))
    return code.split("-")[group] == plain
