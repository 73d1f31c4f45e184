"""A workspace of 100,000 notes and 2,000 drafts: opening, searching, every list, and the room that texts take.

`python -m tests.bench.bench_workspace [notes] [drafts] [folder]` prints seconds of the processor and ratios to an empty
workspace; a folder is kept and used again.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from carfacilitator.services.workspace import Circumstances, Services, open_workspace
from carfacilitator.store import cipher, keys, search_index
from tests.bench.made_workspace import CHEAP, Speech, make
from tests.builders import PASSPHRASE

LISTS: dict[str, Callable[[Services], object]] = {
    "today": lambda s: s.today.view(),
    "partnerships": lambda s: s.partnerships.rows(),
    "groups": lambda s: s.groups.rows(),
    "people": lambda s: s.people.rows(),
    "meetings": lambda s: s.meetings.rows(),
    "gatekeepers": lambda s: s.gatekeepers.rows(),
    "case studies": lambda s: s.case_studies.rows(),
    "a person's notes": lambda s: s.mentoring.rows(person_id=s.people.rows()[0].id),
    "all drafts": lambda s: s.drafts.rows(),
    "a timeline": lambda s: s.drafts.timeline(s.case_studies.rows()[0].id),
    "a draft's text": lambda s: s.drafts.document(s.case_studies.rows()[0].latest.id),  # type: ignore[union-attr]  # each has one
    "packs": lambda s: s.packs.rows(),
    "events": lambda s: s.history.events(),
    "bin": lambda s: s.bin.rows(),
    "unsaved": lambda s: s.unsaved.recovered(),
}


def spent(run: Callable[[], object], rounds: int = 5) -> float:
    """Return the least milliseconds of the processor that `run` takes."""
    times = []
    for _ in range(rounds):
        before = time.process_time()
        run()
        times.append(time.process_time() - before)
    return min(times) * 1000


def opened(folder: Path) -> Services:
    return open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))


def open_to_today(folder: Path) -> None:
    services = opened(folder)
    services.today.view()
    services.close()


def searches(speech: Speech) -> list[str]:
    """Return what is looked for: rare and common words, two words, phrases, beginnings; as often as people type it."""
    words = speech.words
    rare, middle, common = words[3000:3020], words[200:220], words[:4]
    pairs = [f"{one} {two}" for one, two in zip(middle, rare, strict=True)]
    phrases = [f'"{one} {two}"' for one, two in zip(common, words[4:8], strict=True)]
    begun = [word[:4] for word in rare] + [word[:3] for word in middle[:6]] + ["ba", "s"]
    return [*rare, *middle, *common, *pairs, *phrases, *begun]


def measure(folder: Path, empty: Path) -> None:
    alone, full = spent(lambda: open_to_today(empty), 9), spent(lambda: open_to_today(folder), 9)
    print(f"open to Today: {full:.0f} ms, empty {alone:.0f} ms, ratio {full / alone:.2f}")
    services = opened(folder)
    for name, ask in LISTS.items():
        print(f"{name}: {spent(lambda ask=ask: ask(services), 3):.1f} ms")  # type: ignore[misc]  # bound now
    taken = {
        words: spent(lambda words=words: services.search.hits(words, confidential=True), 2)  # type: ignore[misc]  # likewise
        for words in searches(Speech(7))
    }
    worst = sorted(taken, key=lambda words: -taken[words])[:6]
    print(f"search: median {statistics.median(taken.values()):.1f} ms, worst {max(taken.values()):.1f} ms;", end=" ")
    print(", ".join(f"{words} {taken[words]:.0f}" for words in worst))
    services.close()
    print(f"texts of drafts: {texts_of(folder) / 1e6:.1f} MB")


def texts_of(folder: Path) -> int:
    """Return the bytes by which the database grows through the texts of drafts, without the index of the search."""
    key = keys.unlock(folder, PASSPHRASE)
    with tempfile.TemporaryDirectory() as scratch:
        sizes = []
        copy = Path(scratch) / "copy.db"
        connection = cipher.connect(folder / "workspace.db", key)
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()
        connection = cipher.connect(copy, key)
        search_index.drop(connection.execute)
        for statement in ("DELETE FROM mentoring_notes", "DELETE FROM passages"):
            connection.execute(statement)
            if statement.endswith("passages"):
                connection.execute("UPDATE drafts SET frame = x'', passages = x'', lineage = x''")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            sizes.append(copy.stat().st_size)
        connection.close()
    return sizes[0] - sizes[1]


def main(notes: int, drafts: int, kept: Path | None) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = kept or Path(scratch) / "Large.car"
        if not folder.exists():
            before = time.process_time()
            make(folder, notes, drafts).close()
            print(f"made in {time.process_time() - before:.0f} s of the processor")
        make(Path(scratch) / "Empty.car", 0, 0).close()
        measure(folder, Path(scratch) / "Empty.car")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 100_000,
        int(given[1]) if len(given) > 1 else 2_000,
        Path(given[2]) if len(given) > 2 else None,
    )
