"""What patching a 130-page file takes beside a raw rewrite of it: 200 comments and 300 tracked changes.

Run it by `python -m tests.bench.bench_patch`. Milliseconds are CPU, the best of several runs; the ratios are of one
run. A patch is what happens to the file: it is opened, written into, and written; reading the places beforehand and
proving it afterwards are readings, and are told by themselves.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.changes import changes
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.package import open_package
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import apply, patched
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict
from carfacilitator.word.suggestions import Suggestion
from tests.bench.bench_reader import draft, raw_rewrite, seconds

COMMENTS, SUGGESTIONS = 200, 150  # each suggestion puts one word for another: a deletion and an insertion
CLOCK = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it
MADE = CLOCK.replace(tzinfo=UTC)


def order(document: Document) -> Patch:
    """Return a patch all over a document."""
    chance = random.Random(5)  # noqa: S311  the same patch every time
    texts = document.texts()
    long = [leaf for leaf, text in enumerate(texts) if len(text) > 40]
    comments = tuple(
        NewComment(text="Is it so?", author="Isla Munro", made=MADE, anchor=Anchor(leaf, 4, leaf, 30))
        for leaf in chance.sample(long, COMMENTS)
    )
    return Patch(
        comments=comments,
        suggestions=tuple(_one_word(leaf, texts[leaf]) for leaf in chance.sample(long, SUGGESTIONS)),
        track=True,
        seed="bench",
    )


def _one_word(leaf: int, text: str) -> Suggestion:
    start = text.index(" ", 12) + 1
    end = text.index(" ", start)
    return Suggestion(anchor=Anchor(leaf, start, leaf, end), paragraphs=("otherwise",), author="Ann", when=CLOCK)


def patching(data: bytes, document: Document, patch: Patch) -> Callable[[], bytes]:
    def work() -> bytes:
        package = open_package(data)
        apply(package, document, patch)
        return package.to_bytes()

    return work


def main() -> None:
    """Print the figures."""
    data = draft(1).to_bytes()
    document = read(data)
    patch = order(document)
    rewrite = seconds(lambda: raw_rewrite(data))
    written = seconds(patching(data, document, patch))
    reading = seconds(lambda: read(data))
    whole = seconds(lambda: patched(data, patch), 3)
    result = patched(data, patch)
    made = len(changes(read(result))) - len(changes(document))
    decisions = {one.id: Verdict.ACCEPT for one in changes(document)[::2]}
    settling = seconds(lambda: settle_some(data, decisions), 3)
    print(f"{len(document.leaves())} paragraphs, {COMMENTS} comments, {made} tracked changes")
    print(f"raw rewrite {rewrite * 1e3:.0f} ms; patch {written * 1e3:.0f} ms: {written / rewrite:.1f} x (aim 6)")
    print(f"with a reading before and the proof after {whole * 1e3:.0f} ms: {whole / rewrite:.1f} x", end="; ")
    print(f"one reading {reading * 1e3:.0f} ms")
    print(f"accepting {len(decisions)} of {len(changes(document))} changes {settling / rewrite:.1f} x")


if __name__ == "__main__":
    main()
