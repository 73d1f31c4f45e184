"""Kills the program at random moments and looks whether anything that it had said was done is lost.

`python -m tests.stress.kill9 [1000]`. Each round is a process of its own, forked, so that starting costs nothing; it
is ended by SIGKILL, which no program can prepare for. Nothing of an interrupted start may stay behind but what is done.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from carfacilitator.services import new_keys
from carfacilitator.services.workspace import open_workspace
from tests.builders import CHEAP, a_setting
from tests.stress import life
from tests.stress.life import Life, Told

MEMORY = Path("/dev/shm")  # noqa: S108  a kill does not ask whether the drive is real, and so more happens in a round
RENEWING = 0.1
KILLS, FRESH_AFTER, LONGEST = 1000, 50, 1.0  # rounds; rounds until a new workspace; seconds of a life


def in_a_process(work: Callable[[int], object]) -> tuple[int, int]:
    """Start `work` with the writing end of a pipe in a process of its own; return its id and the reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    code = 1
    try:
        work(writing)
        code = 0
    finally:
        os._exit(code)


def all_from(reading: int) -> bytes:
    """Return everything that comes through a pipe until its other end is closed."""
    with os.fdopen(reading, "rb") as opened:
        return opened.read()


def live(folder: Path, told: Told, seed: int) -> Callable[[int], None]:
    """Return the life of one process."""

    def work(writing: int) -> None:
        passphrase = told.passphrases[0]
        services = open_workspace(folder, passphrase, a_setting())
        Life(services, passphrase, seed, lambda line: os.write(writing, f"{line}\n".encode())).go_on()

    return work


def renew(folder: Path, told: Told, seed: int) -> Callable[[int], None]:
    """Return the change of the key in one process: everything is encrypted anew."""

    def work(writing: int) -> None:
        new = f"passphrase {seed}"
        os.write(writing, f"trying {new}\n".encode())
        new_keys.renew(folder, (told.passphrases[0], new), a_setting().clock, CHEAP)
        os.write(writing, f"changed {new}\n".encode())

    return work


def examine(folder: Path, told: Told) -> list[str]:
    """Inspect a workspace in a process of its own, and keep what was found in `told`."""

    def work(writing: int) -> None:
        faults = life.inspect(folder, told)
        os.write(writing, json.dumps([faults, told.passphrases, told.counts]).encode())

    child, reading = in_a_process(work)
    answer = all_from(reading)
    os.waitpid(child, 0)
    if not answer:
        return ["it cannot be opened and inspected"]
    faults, passphrases, told.counts = json.loads(answer)
    told.passphrases = tuple(passphrases)
    return list(faults)


def kill(folder: Path, told: Told, chance: random.Random) -> list[str]:
    """Live, or once in ten times change the key; be killed, and return what is wrong afterwards."""
    what = renew if chance.random() < RENEWING else live
    child, reading = in_a_process(what(folder, told, chance.randrange(10**9)))
    time.sleep(chance.uniform(0.02, LONGEST))
    os.kill(child, signal.SIGKILL)
    told.hear(all_from(reading).decode().splitlines())
    os.waitpid(child, 0)
    return examine(folder, told)


def run(kills: int, seed: int = 5) -> tuple[int, int]:
    """Kill so many times; return how many deeds were said to be done, and how many rounds had a fault."""
    chance, said, faulty = random.Random(seed), 0, 0  # noqa: S311  moments, not secrets
    folder, told = Path(), Told()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        for number in range(kills):
            if number % FRESH_AFTER == 0:
                said += told.said
                folder, told = life.begin(Path(tempfile.mkdtemp(dir=scratch))), Told()
            faults = kill(folder, told, chance)
            if faults:
                faulty += 1
                print(f"round {number}: {faults}", flush=True)
    return said + told.said, faulty


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    deeds, wrong = run(rounds)
    print(f"{rounds} kills, {deeds} deeds said to be done, rounds with anything lost or unsound: {wrong}")
