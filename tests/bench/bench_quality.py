"""How truly a comparison shows what was done to a draft: words kept, paragraphs moved, split and merged.

Run it by `python -m tests.bench.bench_quality`, with `--quick` for two seeds instead of ten. The drafts are made up and
revised so that what became of every word is known. Of kept words the share that is shown as kept, and how much of what
is shown so is true; of changes the number shown by that of the edits made; of paragraphs moved, split or merged the
share found; of moves shown the share that are none. Of two paragraphs that changed places either may be called moved.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from carfacilitator.document.comparison import Comparison, Row, compare_texts
from tests.bench.bench_comparison import shown_as_kept
from tests.bench.made_drafts import Word, Writer

LEVELS, SIZES, SEEDS = ("medium", "heavy"), (6_000, 20_000), range(1, 11)
PART = 0.3  # of the shorter of two paragraphs, that makes the one go on from the other
LEFT = 0.5  # of the words of what was moved, split or merged, that must be left to be found
SHORTEST = 12  # words; what is shorter and was reworked besides is not to be known again
NEAR = 2  # paragraphs between two parts; parts farther from each other were moved besides

Draft = list[list[Word]]


@dataclass
class Truth:
    """What became of a draft's paragraphs, by their words."""

    old: Draft
    new: Draft
    writer: Writer

    def __post_init__(self) -> None:
        self.new_of_word = {word.identity: number for number, words in enumerate(self.new) for word in words}
        self.old_of_word = {word.identity: number for number, words in enumerate(self.old) for word in words}
        self.goes_on = dict(self._going_on())

    def _going_on(self) -> Iterator[tuple[int, int]]:
        for number, words in enumerate(self.old):
            there = Counter(self.new_of_word[w.identity] for w in words if w.identity in self.new_of_word)
            if there:
                best, most = there.most_common(1)[0]
                if most >= PART * min(len(words), len(self.new[best])):
                    yield number, best

    def crossed(self, old: int, new: int) -> list[tuple[int, int]]:
        """Return the paragraphs that stood on the other side of one before."""
        pairs = self.goes_on.items()
        return [(i, j) for i, j in pairs if i != old and j != new and (i < old) != (j < new)]

    def moved(self) -> set[tuple[int, int]]:
        """Return the paragraphs that were moved past another one and are still to be known."""
        starts = {self.old_of_word[word] for words in self.writer.moved for word in words if word in self.old_of_word}
        pairs = {(old, self.goes_on[old]) for old in starts if old in self.goes_on}
        return {pair for pair in pairs if self.is_moved(pair) and self.crossed(*pair)}

    def is_moved(self, pair: tuple[int, int]) -> bool:
        """Tell whether a paragraph is one of those that were moved, and is still by itself and to be known again."""
        words = {word.identity for word in self.old[pair[0]]}
        left = [word for word in words if self.new_of_word.get(word) == pair[1]]
        if len(words) < SHORTEST or len(left) < LEFT * max(len(words), len(self.new[pair[1]])):
            return False
        return any(2 * len(words & moved) > len(words) for moved in self.writer.moved)

    def parted(self) -> Iterator[tuple[set[int], set[int]]]:
        """Yield the old and the new paragraphs of what was split or merged, if enough of both parts is left."""
        for parts in self.writer.parted:
            known = [[w for w in part if w in self.old_of_word and w in self.new_of_word] for part in parts]
            if any(len(left) < LEFT * len(part) for left, part in zip(known, parts, strict=True)):
                continue
            olds = {Counter(self.old_of_word[w] for w in part).most_common(1)[0][0] for part in known}
            news = {Counter(self.new_of_word[w] for w in part).most_common(1)[0][0] for part in known}
            if len(olds) + len(news) == 3 and max(max(side) - min(side) for side in (olds, news)) <= NEAR + 1:
                yield olds, news


def measured(size: int, level: str, seed: int) -> Counter[str]:
    """Return the counts of one pair of drafts."""
    writer = Writer(seed)
    old = writer.write(size)
    old_words = writer.words()
    new = writer.revise(level)
    truth = Truth(old_words, writer.words(), writer)
    comparison = compare_texts(old, new)
    shown = shown_as_kept(comparison, old_words, truth.new)
    right = {one for one, other in shown if one == other}
    kept = truth.old_of_word.keys() & truth.new_of_word.keys()
    found = Counter(kept=len(kept), kept_shown=len(right & kept), shown=len(shown), right=len(right))
    found.update(edits=writer.edits, changes=len(comparison.differences))
    found.update(counts_of_moves(truth, comparison))
    for olds, news in truth.parted():
        row = comparison.row_of_old(min(olds))
        found.update(parted=1, parted_found=olds <= set(row.old) and news <= set(row.new))
    return found


def counts_of_moves(truth: Truth, comparison: Comparison) -> Counter[str]:
    """Return how many moves there were, were found and were claimed, and how many claims are false."""
    found: Counter[str] = Counter()
    for old, new in truth.moved():
        row = comparison.row_of_old(old)
        found.update(moved=1, moved_found=new in row.new and (row.move is not None or is_swap(truth, comparison, row)))
    for row in comparison.rows:
        if row.move is not None:
            pairs = [(old, truth.goes_on.get(old)) for old in row.old]
            true = any(new is not None and new in row.new and truth.crossed(old, new) for old, new in pairs)
            found.update(claimed=1, false=not true)
    return found


def is_swap(truth: Truth, comparison: Comparison, row: Row) -> bool:
    """Tell whether everything that a paragraph was moved past is said to have moved instead."""
    past = truth.crossed(row.old[0], row.new[0])
    return all(comparison.row_of_old(old).move is not None for old, _ in past)


def measure(level: str, seeds: range) -> None:
    """Print the figures of a level, the mean over sizes and seeds."""
    all_found = [measured(size, level, seed) for size in SIZES for seed in seeds]
    total: Counter[str] = sum(all_found, Counter())
    recall = sum(found["kept_shown"] / found["kept"] for found in all_found) / len(all_found)
    print(
        f"{level:6}  kept words shown {recall:.4f}, right {total['right'] / total['shown']:.4f}"
        f"  changes shown by edits made {total['changes'] / total['edits']:.3f}"
        f"  moved {total['moved_found']}/{total['moved']} = {total['moved_found'] / total['moved']:.3f}"
        f"  false moves {total['false']}/{total['claimed']} = {total['false'] / total['claimed']:.3f}"
        f"  splits and merges {total['parted_found']}/{total['parted']} ="
        f" {total['parted_found'] / total['parted']:.3f}",
    )


if __name__ == "__main__":
    for level in LEVELS:
        measure(level, SEEDS[:2] if "--quick" in sys.argv else SEEDS)
