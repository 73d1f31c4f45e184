"""A facilitator in a great hurry: types, notes, receives drafts, backs up and changes the passphrase without end.

Whatever is done is said afterwards, in one line; whatever was said must be there after any interruption.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from carfacilitator.errors import WrongPassphraseError
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.store import cipher, containers, keys, slots
from tests.builders import PASSPHRASE, a_case_study, a_draft, a_file, a_setting, a_workspace

if TYPE_CHECKING:
    from uuid import UUID

FIELD = "a field"
Say = Callable[[str], object]


def begin(folder: Path) -> Path:
    """Make the workspace that all this happens in, and return its folder."""
    services = a_workspace(folder)
    a_case_study(services)
    services.close()
    return services.folder


class Life:
    """What one start of the program does until it is interrupted."""

    def __init__(self, services: Services, passphrase: str, seed: int, say: Say) -> None:
        self._services = services
        self._passphrase = passphrase
        self._chance = random.Random(seed)  # noqa: S311  moments, not secrets
        self._say = say
        self._person: UUID = services.people.rows()[0].id
        self._study: UUID = services.case_studies.rows()[0].id
        self._notes = len(services.mentoring.rows())
        self._drafts = len(services.drafts.timeline(self._study))
        self._typed = int((services.unsaved.text(FIELD) or "0").split()[0])

    def go_on(self, deeds: int = 10**9) -> None:
        """Do one thing after the other."""
        often = [self.type_something] * 12 + [self.take_a_note] * 8 + [self.receive_a_draft] * 3
        for _ in range(deeds):
            self._chance.choice([*often, self.change_the_passphrase, self.back_up])()

    def type_something(self) -> None:
        self._typed += 1
        self._services.unsaved.keep(FIELD, f"{self._typed} {'words ' * self._chance.randrange(200)}")
        self._say(f"typed {self._typed}")

    def take_a_note(self) -> None:
        self._notes += 1
        words = "whispered " * self._chance.randrange(400)
        self._services.mentoring.add(self._person, shared_part=f"note {self._notes}", private_part=words)
        self._say(f"note {self._notes}")

    def receive_a_draft(self) -> None:
        self._drafts += 1
        paragraphs = [f"Paragraph {n} of draft {self._drafts}." for n in range(self._chance.randrange(1, 60))]
        a_draft(self._services, self._study, a_file(*paragraphs, name=f"draft {self._drafts}.docx"))
        self._say(f"draft {self._drafts}")

    def change_the_passphrase(self) -> None:
        new = f"passphrase {self._chance.random()}"
        self._say(f"trying {new}")
        self._services.keyring.change_passphrase(self._passphrase, new)
        self._passphrase = new
        self._say(f"changed {new}")

    def back_up(self) -> None:
        made = self._services.backups.make()
        self._say(f"backup {made.name}")


@dataclass
class Told:
    """What was said so far, and so must be there."""

    counts: dict[str, int] = field(default_factory=lambda: {"typed": 0, "note": 0, "draft": 0})
    passphrases: tuple[str, ...] = (PASSPHRASE,)  # one of these opens it
    said: int = 0

    def hear(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.said += 1
            what, _, rest = line.partition(" ")
            if what in self.counts:
                self.counts[what] = int(rest)
            elif what != "backup":  # old ones go in time; those that are there must be sound
                self.passphrases = (*self.passphrases, rest) if what == "trying" else (rest,)


def inspect(folder: Path, told: Told) -> list[str]:
    """Open a workspace after an interruption, and return everything that is not as it must be."""
    opened = _opened(folder, told.passphrases)
    if opened is None:
        return ["no passphrase opens it"]
    services, passphrase = opened
    found = {
        "typed": int((services.unsaved.text(FIELD) or "0").split()[0]),
        "note": len(services.mentoring.rows()),
        "draft": len(services.drafts.timeline(services.case_studies.rows()[0].id)),
    }
    key = keys.read(folder).keys(slots.by_passphrase(passphrase))[0]
    services.close()
    faults = [f"{what}: {found[what]} of {count}" for what, count in told.counts.items() if found[what] < count]
    faults += _faults_of_files(folder, key)
    told.passphrases = (passphrase,)
    told.counts = found
    return faults


def _faults_of_files(folder: Path, key: bytes) -> list[str]:
    connection = cipher.open_with_key(folder / "workspace.db", key)
    faults = cipher.faults_in(connection)
    connection.close()
    if (folder / keys.FILE).read_bytes() != (folder / keys.COPY).read_bytes():
        faults.append("the key file and its copy differ")
    present = sorted((folder / "backups").glob("*"))
    faults += [f"left behind: {file.name}" for file in present if file.name.startswith(".")]
    for file in present:
        containers.check(file)
    return faults


def _opened(folder: Path, passphrases: tuple[str, ...]) -> tuple[Services, str] | None:
    for passphrase in passphrases:
        try:
            return open_workspace(folder, passphrase, a_setting()), passphrase
        except WrongPassphraseError:
            continue
    return None
