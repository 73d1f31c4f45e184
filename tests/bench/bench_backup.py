"""What a backup costs whoever works meanwhile, and what encryption costs a commit.

Run it by `python -m tests.bench.bench_backup [megabytes]`. While a worker backs a workspace up, the main thread plays
the window: every few milliseconds it reads, now and then it types and saves. Waits are wall time; beside each stands
the same work with nobody backing up. A commit is compared with the same statements on the same driver without a key.
"""

import hashlib
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.people import Person
from carfacilitator.model.schema import METADATA
from carfacilitator.services.workspace import Services
from carfacilitator.store import cipher
from tests.builders import a_person, a_workspace

MEGABYTES, PIECE = 200, 400_000
COMMITS, ROUNDS, PAUSE = 100, 5, 0.004


def fill(services: Services, megabytes: int) -> None:
    """Put originals of drafts into a workspace until it has that size, and some hundred people."""
    for _ in range(megabytes // 20):
        with services.database.transaction(None) as session:
            for _ in range(20_000_000 // PIECE):
                content = os.urandom(PIECE)
                session.add(StoredFile(sha256=hashlib.sha256(content).hexdigest(), size=PIECE, content=content))
    with services.database.transaction(None) as session:
        session.add_all(Person(name=f"Person {n}", notes="of many words " * 40) for n in range(300))


def waits(services: Services, go_on: Callable[[int], bool]) -> dict[str, list[float]]:
    """Return how long the window waited (milliseconds) for each tick, read and save, for as long as `go_on` says."""
    found: dict[str, list[float]] = {"tick": [], "read": [], "save": []}
    turn = 0
    while go_on(turn):
        turn += 1
        began = time.perf_counter()
        time.sleep(PAUSE)
        found["tick"].append((time.perf_counter() - began - PAUSE) * 1000)
        kind = "save" if turn % 10 == 0 else "read"
        began = time.perf_counter()
        if kind == "save":
            services.unsaved.keep("a field", f"sentence {turn} " * 20)
        else:
            services.unsaved.text("a field")
        found[kind].append((time.perf_counter() - began) * 1000)
    return found


def told(found: dict[str, list[float]]) -> str:
    return ", ".join(f"{kind} {median(ms):.1f} / {max(ms):.1f}" for kind, ms in found.items() if ms)


def backing_up(folder: Path, megabytes: int) -> None:
    """Print the waits of the window with and without a backup under way."""
    services = a_workspace(folder)
    fill(services, megabytes)
    size = (services.folder / "workspace.db").stat().st_size / 1e6
    print(f"workspace of {size:.0f} MB; waits of the window in ms, median / longest")
    print("  alone:           ", told(waits(services, lambda turn: turn < 500)))
    worker = threading.Thread(target=services.backups.make)
    began = time.perf_counter()
    worker.start()
    found = waits(services, lambda _: worker.is_alive())
    print("  during a backup: ", told(found), f"({time.perf_counter() - began:.1f} s)")
    longest = max(max(ms) for ms in found.values() if ms)
    print(f"  longest wait {longest:.0f} ms (goal: 50)")
    services.close()


def commits(key: bytes | None, file: Path) -> float:
    """Return the median CPU milliseconds of one edit of a person and its commit, with or without a key."""

    def connect() -> cipher.Connection:
        if key is not None:
            return cipher.connect(file, key)
        connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "cache_size=-65536",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    METADATA.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        people = [Person(name=f"Person {n}", notes="of many words " * 40) for n in range(COMMITS)]
        session.add_all(people)
        session.commit()
        spent = []
        for number, person in enumerate(people):
            began = time.process_time()
            person.notes = f"edited {number} " * 40
            session.commit()
            spent.append((time.process_time() - began) * 1000)
    engine.dispose()
    return median(spent)


def committing(folder: Path) -> None:
    """Print what encryption costs a commit, as the median of several rounds in turn."""
    plain, closed = [], []
    for number in range(ROUNDS):
        plain.append(commits(None, folder / f"plain{number}.db"))
        closed.append(commits(bytes(range(32)), folder / f"closed{number}.db"))
    ratio = median(closed) / median(plain)
    print(f"a commit: {median(closed):.2f} ms CPU, unencrypted {median(plain):.2f} ms: {ratio:.2f} times (goal: 1.3)")


def a_small_one(folder: Path) -> None:
    """Print how long a small workspace's backup takes: what somebody waits for at the start."""
    services = a_workspace(folder, "Small.car")
    a_person(services)
    began = time.perf_counter()
    services.backups.make()
    print(f"a backup of an almost empty workspace: {(time.perf_counter() - began) * 1000:.0f} ms")
    services.close()


def main() -> None:
    """Measure all."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    with tempfile.TemporaryDirectory() as folder:
        committing(Path(folder))
        a_small_one(Path(folder))
        backing_up(Path(folder), megabytes)


if __name__ == "__main__":
    main()
