"""Cuts the power at 300 points of what the program asked of its drive, and looks whether anything acknowledged is lost.

`python -m tests.stress.power_cut [300]`. The real program works on its real encrypted database under strace; then each
cut is played on a model of the drive (see drive_traces), the folder that would be left is written out, and opened.
"""

import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import open_workspace
from tests.builders import PASSPHRASE, a_setting
from tests.stress import drive_traces, life
from tests.stress.drive_traces import Call, Drive
from tests.stress.life import Life, Told

CUTS, DEEDS = 300, 120


def live(folder: Path, said: Path, deeds: int) -> None:
    """Work in a workspace and say in a file what is done; this is what runs under strace."""
    ear = os.open(said, os.O_WRONLY | os.O_CREAT)
    services = open_workspace(folder, PASSPHRASE, a_setting())
    Life(services, PASSPHRASE, 7, lambda line: os.write(ear, f"{line}\n".encode())).go_on(deeds)
    services.close()


def trace(folder: Path, deeds: int) -> Path:
    """Let the program live in `folder` and return the file with its calls."""
    written, said = folder.with_suffix(".trace"), folder.with_suffix(".said")
    command = ["strace", "-f", "-xx", "-s", "8000000", "-e", f"trace={drive_traces.CALLS}", "-o", str(written)]
    subprocess.run(
        [*command, sys.executable, "-m", "tests.stress.power_cut", "--live", str(folder), str(said), str(deeds)],
        check=True,
    )
    return written


def cuts_in(folder: Path, kept: Path, written: Path, count: int) -> tuple[int, int]:
    """Cut the power `count` times; return how many deeds were acknowledged at the last cut, and the faulty cuts."""
    chance = random.Random(11)  # noqa: S311  moments, not secrets
    seen = list(drive_traces.calls(written))
    points = set(chance.sample(changing(folder, kept, seen), count))
    drive, faulty = fresh(folder, kept), 0
    for number, call in enumerate(seen):
        drive.obey(call)
        if number in points:
            faults = after_a_cut(drive, folder, chance)
            faulty += bool(faults)
            if faults:
                print(f"cut after call {number} ({call.name}): {faults}", flush=True)
    return len(drive.said), faulty


def changing(folder: Path, kept: Path, seen: list[Call]) -> list[int]:
    """Return the calls that change something on the drive."""
    drive = fresh(folder, kept)
    return [number for number, call in enumerate(seen) if drive.obey(call)]


def fresh(folder: Path, kept: Path) -> Drive:
    """Return the drive as it was before the program lived on it."""
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    drive = Drive(str(folder))
    drive.load()
    return drive


def after_a_cut(drive: Drive, folder: Path, chance: random.Random) -> list[str]:
    """Write out what a cut leaves, open it, and return what is wrong."""
    shutil.rmtree(folder)
    for name, content in drive.after_a_cut(chance).items():
        if not name.endswith("-shm"):  # shared memory, which no drive keeps
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(content)
    told = Told()
    told.hear(copy.copy(drive.said))
    try:
        return life.inspect(folder, told)
    except KnownError as error:
        return [str(error)]


def run(cuts: int, deeds: int) -> tuple[int, int]:
    """Live through so many deeds, and cut the power so many times."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = life.begin(Path(scratch))
        kept = Path(shutil.copytree(folder, Path(scratch) / "kept"))
        written = trace(folder, deeds)
        return cuts_in(folder, kept, written, cuts)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--live"]:
        live(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CUTS
        deeds_said, wrong = run(wanted, DEEDS)
        print(f"{wanted} power cuts in {deeds_said} acknowledged deeds; anything lost or unsound: {wrong}")
