"""Reads, patches and settles spoilt Word files by the thousand: nothing but a refusal in a sentence may come of it.

Run it by `python -m tests.fuzz.fuzz_reader --count 100000 --seed 1 [--folder FILES]`. Every input is known again by its
seed and number, and `--only NUMBER -o FILE` writes one out.
"""

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.errors import KnownError, UnreadableFileError
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import PackOrder, make_pack
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict
from tests.alarms import no_longer_than
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import seeds

LONGEST = 5.0  # seconds that one file may take
_WRITTEN = 8  # every so many readable files are written as well, unless it is said otherwise
_TOLD = 5_000
_NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
_COVER = CoverNote(title="A pack", greeting="Dear Alan,", paragraphs=("What to look at",))


@dataclass
class Outcome:
    """What came of all files, and each failure with the number that makes its file again."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0
    write_every: int = _WRITTEN  # 0: never

    def told(self) -> str:
        counted = ", ".join(f"{what} {count}" for what, count in sorted(self.counts.items()))
        return f"{counted}; slowest {self.slowest:.1f} s; failures {len(self.failures)}"


def fuzz(numbers: range, seed: int, folder: Path | None = None, write_every: int = _WRITTEN) -> Outcome:
    """Mutate, read and now and then write; `numbers` say which of the endless row of files."""
    files = seeds(folder)
    outcome = Outcome(write_every=write_every)
    for number in numbers:
        _try(made(files, seed, number), number, outcome)
        if outcome.counts["all"] % _TOLD == 0:
            print(outcome.told(), file=sys.stderr, flush=True)
    return outcome


def made(files: list[bytes], seed: int, number: int) -> bytes:
    """Return one spoilt file: the same for the same seed and number."""
    rng = random.Random(f"{seed}/{number}")  # noqa: S311  chance that can be repeated
    data = rng.choice(files)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        try:
            data = mutated(data, rng)
        except Exception:  # noqa: BLE001  it was spoilt so far that it cannot be spoilt any further
            return data
    return data


def _try(data: bytes, number: int, outcome: Outcome) -> None:
    begun = time.perf_counter()
    outcome.counts["all"] += 1
    try:
        with no_longer_than(LONGEST):
            document = read(data)
            outcome.counts["read"] += 1
            if outcome.write_every and outcome.counts["read"] % outcome.write_every == 0:
                _write(data, document, outcome)
    except UnreadableFileError as refusal:
        outcome.counts[f"refused ({refusal.kind})"] += 1
    except Exception as failure:  # noqa: BLE001  whatever it is, it is what this looks for
        frame = traceback.extract_tb(failure.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        outcome.failures.append((number, f"{type(failure).__name__} {where}"))
        print(f"{number}: {type(failure).__name__} {where}", file=sys.stderr, flush=True)
    outcome.slowest = max(outcome.slowest, time.perf_counter() - begun)


def _write(data: bytes, document: Document, outcome: Outcome) -> None:
    for what, write in _WRITERS:
        try:
            write(data, document)
            outcome.counts[what] += 1
        except KnownError as refusal:
            outcome.counts[f"{what} refused ({type(refusal).__name__})"] += 1


def _pack(data: bytes, document: Document) -> None:
    texts = document.texts()
    places = [Anchor(leaf, 0, leaf, len(text)) for leaf, text in enumerate(texts) if text][:3]
    comments = tuple(NewComment(anchor=one, author="IM", initials="IM", text="Why?", made=_NOON) for one in places)
    make_pack(PackOrder(original=data, cover=_COVER, code="K7QF-2M9X", identity="pack", comments=comments))


def _settle(verdict: Verdict) -> Callable[[bytes, Document], None]:
    def settle(data: bytes, _document: Document) -> None:
        settle_some(data, {}, verdict)

    return settle


_WRITERS: tuple[tuple[str, Callable[[bytes, Document], None]], ...] = (
    ("packed", _pack),
    *((f"settled ({verdict.value})", _settle(verdict)) for verdict in Verdict),
)


def main() -> int:
    """Fuzz as the arguments say; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write-every", type=int, default=_WRITTEN)
    parser.add_argument("--only", type=int)
    parser.add_argument("-o", type=Path, dest="to")
    asked = parser.parse_args()
    if asked.only is not None:
        asked.to.write_bytes(made(seeds(asked.folder), asked.seed, asked.only))
        return 0
    asked_for = range(asked.first, asked.first + asked.count)
    outcome = fuzz(asked_for, asked.seed, asked.folder, asked.write_every)
    print(outcome.told())
    for failure, count in Counter(text for _, text in outcome.failures).most_common():
        numbers = [number for number, text in outcome.failures if text == failure]
        print(f"{count} × {failure}: numbers {numbers[:5]}")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
