"""How long a comparison takes beside difflib's, and how much of what was kept it shows as kept.

Run it by `python -m tests.bench.bench_comparison`, with `--quick` for the small sizes only. Milliseconds are CPU, the
best of several runs from nothing (rows: what is needed to lay out two drafts; all: with every word, the sentences that
moved and the summary); difflib is `SequenceMatcher(autojunk=False)` on the same words. All figures are of one run on
text that the program makes up, for which the seed stands.
"""

import re
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from carfacilitator.document.comparison import Comparison, compare_texts
from carfacilitator.document.joins import Join
from tests.bench.made_drafts import LEVELS, Word, Writer

WORD = re.compile(r"\w+|[^\w\s]")
SIZES = (6_000, 20_000, 80_000)
LARGEST_FOR_DIFFLIB = 20_000


def milliseconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the least CPU time that a piece of work took."""
    best = float("inf")
    for _ in range(runs):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best * 1000


def everything(old: list[str], new: list[str]) -> Comparison:
    """Compare and work out all detail."""
    comparison = compare_texts(old, new)
    _ = comparison.summary
    return comparison


def difflib_words(old: list[str], new: list[str]) -> object:
    """Compare as a flat list of words."""
    one, other = WORD.findall("\n".join(old)), WORD.findall("\n".join(new))
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def places(words: list[Word]) -> dict[int, Word]:
    """Return the words of a paragraph by where they begin."""
    found, at = {}, 0
    for word in words:
        found[at] = word
        at += len(word.text) + 1
    return found


def shown_as_kept(comparison: Comparison, old: list[list[Word]], new: list[list[Word]]) -> set[tuple[int, int]]:
    """Return the pairs of identities of words that are shown as kept, moved sentences among them."""
    before, after = [places(words) for words in old], [places(words) for words in new]
    found: set[tuple[int, int]] = set()

    def take(was: tuple[int, int], now: tuple[int, int], length: int) -> None:
        for shift in range(length):
            one, other = before[was[0]].get(was[1] + shift), after[now[0]].get(now[1] + shift)
            if one and other and one.text == other.text and shift + len(one.text) <= length:
                found.add((one.identity, other.identity))

    for row in comparison.rows:
        joins = Join(row.old, comparison.old), Join(row.new, comparison.new)
        was = now = 0
        for piece in comparison.words(row):
            if piece.op == "=":
                take(joins[0].place(was), joins[1].place(now), len(piece.text))
            was, now = was + len(piece.before), now + len(piece.after)
    for move in comparison.moved_sentences:
        take((move.old.leaf, move.old.start), (move.new.leaf, move.new.start), move.new.end - move.new.start)
    return found


def measure(size: int, level: str, seed: int) -> None:
    """Print one line of figures."""
    writer = Writer(seed)
    old = writer.write(size)
    old_words = writer.words()
    new = writer.revise(level)
    rows = milliseconds(lambda: compare_texts(old, new))
    whole = milliseconds(lambda: everything(old, new))
    flat = milliseconds(lambda: difflib_words(old, new), 1) if size <= LARGEST_FOR_DIFFLIB else 0
    comparison = everything(old, new)
    identities = {word.identity for words in old_words for word in words}
    true = {word.identity for words in writer.words() for word in words} & identities
    shown = shown_as_kept(comparison, old_words, writer.words())
    right = {one for one, other in shown if one == other}
    against = f"{whole / flat:5.2f}" if flat else "    –"
    print(
        f"{size:6} {level:6} seed {seed}  rows {rows:6.0f} ms  all {whole:6.0f} ms  difflib {flat:6.0f} ms "
        f"  ratio {against}"
        f"  kept words shown {len(right & true) / len(true):.3f}, right {len(right) / len(shown):.4f}"
        f"  {comparison.summary.sentence}",
    )


if __name__ == "__main__":
    for size in SIZES[:1] if "--quick" in sys.argv else SIZES:
        for level in LEVELS:
            measure(size, level, seed=1)
