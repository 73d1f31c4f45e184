"""How safe the workspace is now: the proof that it is encrypted, and what deserves the facilitator's attention."""

import math
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from carfacilitator.model.clock import Clock
from carfacilitator.model.events import Event
from carfacilitator.services.backups import Backups
from carfacilitator.services.keyring import Keyring
from carfacilitator.services.rehearsals import Rehearsals
from carfacilitator.store import cipher
from carfacilitator.store.database import Database

LOW_SPACE = 500 * 1024 * 1024  # bytes
STALE_BACKUP, STALE_PROOF = timedelta(days=7), timedelta(days=35)
_LEEWAY = timedelta(minutes=5)  # by which a clock may be corrected without a word
_LOOKED_AT = 256 * 1024  # bytes of the file
_PLAIN = b"SQLite format 3\x00"
_RANDOM = 7.9  # bits a byte; a plain database has 2 to 6, encrypted or random bytes almost 8


@dataclass(frozen=True, kw_only=True)
class EncryptionProof:
    """What the file on the drive looks like to somebody without the key."""

    version: str  # of SQLCipher
    first_bytes: str  # in hexadecimal
    entropy: float  # bits a byte, of at most 8
    is_encrypted: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something to see to; `about` is space, clock, backup, proof, recovery or second-place."""

    about: str
    sentence: str


class Safety:
    """Looks at the workspace as a whole, quickly: nothing here takes longer than reading a few small files."""

    def __init__(self, database: Database, file: Path, clock: Clock, made: Backups, keyring: Keyring) -> None:
        self._database = database
        self._file = file
        self._clock = clock
        self._backups = made
        self._keyring = keyring
        self._rehearsals = Rehearsals(made, keyring, clock)

    def encryption(self) -> EncryptionProof:
        """Look at the database's file as a thief would, and say what is seen."""
        with self._file.open("rb") as opened:
            seen = opened.read(_LOOKED_AT)
        version, entropy = cipher.version(), _entropy(seen)
        encrypted = bool(version) and not seen.startswith(_PLAIN) and entropy > _RANDOM
        said = (
            "The file on the drive is encrypted: without the key it cannot be told from chance."
            if encrypted
            else "The file on the drive is not encrypted as it should be. Stop working and ask for help."
        )
        return EncryptionProof(
            version=version, first_bytes=seen[:16].hex(" "), entropy=entropy, is_encrypted=encrypted, sentence=said
        )

    def notices(self) -> list[Notice]:
        """Return what deserves attention, the most urgent first; mostly nothing."""
        found = (
            ("space", self._space()),
            ("clock", self._set_back()),
            ("backup", self._backup()),
            ("recovery", self._recovery()),
            ("second-place", self._second_place()),
            ("proof", self._proof()),
        )
        return [Notice(about=about, sentence=sentence) for about, sentence in found if sentence]

    def _space(self) -> str:
        if shutil.disk_usage(self._file.parent).free >= LOW_SPACE:
            return ""
        return "The drive is nearly full. Free some space, so that everything can go on being saved."

    def _set_back(self) -> str:
        with self._database.reading() as session:
            last = session.scalar(select(func.max(Event.at)))
        if last is None or last <= self._clock.now() + _LEEWAY:
            return ""
        return "This computer's clock is earlier than the last entry. Set it right, or dates will mislead."

    def _backup(self) -> str:
        last = self._backups.newest()
        if last is None or last.made_at is None:
            return "There is no backup yet."
        days = (self._clock.now() - last.made_at).days
        return f"The last backup is {days} days old." if self._clock.now() - last.made_at > STALE_BACKUP else ""

    def _recovery(self) -> str:
        if self._keyring.has_recovery_code():
            return ""
        return "There is no recovery code: if the passphrase is forgotten, nobody can open the workspace."

    def _second_place(self) -> str:
        place = self._backups.second_place()
        if place is None or not place.waiting:
            return ""
        if place.is_there:
            return "The newest backup is not in the second place yet; is that full or read-only?"
        return "The second place for backups is not connected; the newest backup waits for it."

    def _proof(self) -> str:
        last = self._rehearsals.last()
        if last is None or self._clock.now() - last.at <= STALE_PROOF:
            return ""
        return f"Restoring a backup was last rehearsed {(self._clock.now() - last.at).days} days ago."


def _entropy(content: bytes) -> float:
    total = len(content) or 1
    return -sum(count / total * math.log2(count / total) for count in Counter(content).values())
