"""Fills the drive up to 100 different points, works on, frees space, and looks whether anything is lost.

`python -m tests.stress.disk_full [100]`. The drive is a small one in memory (needs the right to mount one). While it is
full each deed either is done or says in one sentence why not; when there is space again, work goes on in the same
window, without a new start.
"""

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import open_workspace
from tests.builders import PASSPHRASE, a_setting
from tests.stress import life
from tests.stress.life import Life, Told

POINTS, DEEDS, MEGABYTES = 100, 25, 48


@contextmanager
def a_small_drive(megabytes: int) -> Iterator[Path]:
    """Give a drive of that size."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@dataclass
class Outcome:
    """What became of a life on a full drive."""

    refused: dict[str, int] = field(default_factory=dict)  # sentences
    faults: list[str] = field(default_factory=list)


def fill(drive: Path, leave: int) -> Path:
    """Leave only so many bytes free."""
    ballast = drive / "ballast"
    with ballast.open("wb", buffering=0) as out, suppress(OSError):
        while True:
            out.write(bytes(4096))
    size = ballast.stat().st_size
    with ballast.open("rb+") as out:
        out.truncate(max(0, size - leave))
    return ballast


def live_through(drive: Path, leave: int, seed: int, outcome: Outcome) -> None:
    """Work until the drive is full and beyond, then free it and work on."""
    folder, told = life.begin(drive), Told()
    services = open_workspace(folder, PASSPHRASE, a_setting())
    said: list[str] = []
    in_a_hurry = Life(services, PASSPHRASE, seed, said.append)
    in_a_hurry.go_on(10)
    ballast = fill(drive, leave)
    for _ in range(DEEDS):
        try:
            in_a_hurry.go_on(1)
        except KnownError as error:
            outcome.refused[str(error)] = outcome.refused.get(str(error), 0) + 1
            told.hear(said)
            said.clear()
            in_a_hurry = Life(services, told.passphrases[0], seed + len(outcome.refused), said.append)
    ballast.unlink()
    in_a_hurry.go_on(10)
    services.close()
    told.hear(said)
    outcome.faults += life.inspect(folder, told)


def run(points: int, most: int = 900_000) -> Outcome:
    """Fill a drive up to so many points, from nothing free to `most` bytes free."""
    outcome = Outcome()
    chance = random.Random(3)  # noqa: S311  moments, not secrets
    for point in range(points):
        with a_small_drive(MEGABYTES) as drive:
            before = len(outcome.faults)
            live_through(drive, most * point // points, chance.randrange(10**6), outcome)
            if len(outcome.faults) > before:
                print(f"point {point}: {outcome.faults[before:]}", flush=True)
    return outcome


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else POINTS
    found = run(wanted)
    for sentence, count in found.refused.items():
        print(f"  {count} times: {sentence}")
    print(f"{wanted} points at which the drive was full; anything lost or unsound: {len(found.faults)}")
