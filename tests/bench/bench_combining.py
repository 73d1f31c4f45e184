"""How well and how fast four reviewers' files become one review, on drafts in which it is known who changed what.

Run it by `python -m tests.bench.bench_combining`. All drafts are written as Word files and read. A planting is right if
one item of its kind stands where it was planted. Milliseconds are CPU, for four returned files, once read; beside it
how long the four comparisons alone take.
"""

import time
from collections import Counter

from carfacilitator.document.combining import Combination, accepting, combine, decided
from carfacilitator.document.comparison import compare
from carfacilitator.document.flat import Flat
from carfacilitator.word.reader import read
from tests.planted import REVIEWERS, Planting, Review
from tests.planted_files import as_word

ROUNDS = 10


def main() -> None:
    """Print what was found of what was planted, and how long it took."""
    right: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    rebuilt = took = alone = 0.0
    for seed in range(1, ROUNDS + 1):
        review = Review(seed)
        review.plant()
        made = [review.sent(), *(review.returned(number) for number in range(len(REVIEWERS)))]
        sent, *returned = [read(as_word(one)) for one in made]
        assert [one.texts() for one in (sent, *returned)] == [one.texts() for one in made]
        started = time.process_time()
        combination = combine(sent, returned)
        took += time.process_time() - started
        started = time.process_time()
        for document in returned:
            _ = compare(sent, document).summary
        alone += time.process_time() - started
        rebuilt += sum(
            decided(combination, accepting(combination, number), number) == Flat(document.texts()).text
            or _words(decided(combination, accepting(combination, number), number))
            == _words(Flat(document.texts()).text)
            for number, document in enumerate(returned)
        )
        rebuilt += decided(combination, {}) == Flat(sent.texts()).text
        for planting in review.planted:
            all_of[planting.kind] += 1
            kinds = found(combination, planting)
            right[planting.kind] += planting.kind in kinds
            if planting.kind not in kinds:
                missed[f"{planting.kind} as {', '.join(sorted(kinds)) or 'nothing'}"] += 1
    print(
        f"{sum(right.values())} of {sum(all_of.values())} plantings, {sum(right.values()) / sum(all_of.values()):.4f}"
    )
    for kind, number in sorted(all_of.items()):
        print(f"  {kind:15} {right[kind]:4} of {number}")
    for text, number in missed.items():
        print(f"  missed: {text}: {number}")
    print(f"{rebuilt:.0f} of {ROUNDS * (len(REVIEWERS) + 1)} texts rebuilt")
    print(f"{took / ROUNDS * 1000:.0f} ms for four files, {took / alone:.1f} times the four comparisons")


def found(combination: Combination, planting: Planting) -> set[str]:
    """Return the kinds of the items where something was planted."""
    text = combination.flat.text.split("\n")[planting.paragraph].split()
    begin, end = (len(" ".join(text[:word])) for word in (planting.first, planting.end))
    start = combination.flat.offset(planting.paragraph, begin)
    stop = combination.flat.offset(planting.paragraph, end)
    return {
        str(item.kind)
        for item in combination.items
        if item.start <= stop and item.end >= start and (planting.kind == "moved" or not item.moves)
    }


def _words(text: str) -> list[str]:
    return text.split()


if __name__ == "__main__":
    main()
