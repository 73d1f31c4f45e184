"""How long it takes to carry 200 comments from draft to draft, and how many of them stand where their words went.

Run it by `python -m tests.bench.bench_anchors`. Milliseconds are CPU, beyond the comparison. A comment is right if half
of the first draft's words that it covers, or was written about, are both; only comments count of which half the words
are left, ten drafts after the one they were written on. `sure` are those that were never called weak on the way: a sure
one is right if three in ten of the words that it covers now, new ones too, or was written about, are both. Each draft
is revised half as much as `medium`.
"""

import random
import time
from dataclasses import dataclass

from carfacilitator.document.anchors import AnchorState, carry, since_written
from carfacilitator.document.blocks import Anchor, Block, Document, Span
from carfacilitator.document.comparison import compare
from tests.bench.made_drafts import LEVELS, Writer

COMMENTS, DRAFTS, WORDS = 200, 10, 6_000
ENOUGH, SOME = 0.5, 0.3  # of the words
LEVELS["ordinary"] = {name: often / 2 for name, often in LEVELS["medium"].items()}


@dataclass
class Remark:
    """A comment on its way: the words it was written about, where it stands, and whether that was always sure."""

    words: list[int]
    anchor: Anchor | None
    survival: float = 1.0
    sure: bool = True


def document(texts: list[str]) -> Document:
    """Return texts as a document."""
    return Document(tuple(Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts)))


def remarks(writer: Writer, seed: int) -> list[Remark]:
    """Return comments on one to thirty words each."""
    chosen = random.Random(seed)  # noqa: S311  # places, no secrets
    made = []
    paragraphs = writer.words()
    for _ in range(COMMENTS):
        leaf = chosen.randrange(len(paragraphs))
        words = paragraphs[leaf]
        size = min(len(words), chosen.choice([1, 2, 3, 5, 8, 12, 20, 30]))
        first = chosen.randrange(len(words) - size + 1)
        start = sum(len(word.text) + 1 for word in words[:first])
        end = start + len(" ".join(word.text for word in words[first : first + size]))
        made.append(Remark([word.identity for word in words[first : first + size]], Anchor(leaf, start, leaf, end)))
    return made


def covered(writer: Writer, anchor: Anchor) -> set[int]:
    """Return the words that a passage touches."""
    found = set()
    for leaf, words in enumerate(writer.words()):
        at = 0
        for word in words:
            if (anchor.first, anchor.start) < (leaf, at + len(word.text)) and (leaf, at) < (anchor.last, anchor.end):
                found.add(word.identity)
            at += len(word.text) + 1
    return found


def follow(writer: Writer, old: list[str], made: list[Remark]) -> float:
    """Carry the comments through all drafts and return the milliseconds that one draft took."""
    spent = 0.0
    for _ in range(DRAFTS):
        new = writer.revise("ordinary")
        drafts = document(old), document(new)
        comparison = compare(*drafts)
        _ = comparison.summary
        standing = [remark for remark in made if remark.anchor]
        begin = time.process_time()
        found = carry(comparison, *drafts, [remark.anchor for remark in standing if remark.anchor])
        spent += time.process_time() - begin
        for remark, once in zip(standing, found, strict=True):
            carried = since_written(once, remark.survival)
            remark.anchor, remark.survival = carried.anchor, carried.survival
            remark.sure &= carried.state is not AnchorState.WEAK
        old = new
    return spent / DRAFTS * 1000


def measure(seed: int) -> None:
    """Print one line of figures."""
    writer = Writer(seed)
    old = writer.write(WORDS)
    made = remarks(writer, seed)
    known = {word.identity for words in writer.words() for word in words}
    spent = follow(writer, old, made)
    alive = {word.identity for words in writer.words() for word in words}
    right, counted, sure, sure_right = 0, 0, 0, 0
    for remark in made:
        true = set(remark.words) & alive
        covers = covered(writer, remark.anchor) if remark.anchor else set()
        shown = covers & known
        hit = len(shown & true) >= ENOUGH * len(shown | true) and bool(true)
        if len(true) >= ENOUGH * len(remark.words):
            right, counted = right + hit, counted + 1
        if remark.anchor and remark.sure:
            sure, sure_right = sure + 1, sure_right + (len(covers & true) >= (SOME * len(covers | true) or 1))
    print(
        f"seed {seed}  {spent:5.1f} ms a draft  found {right}/{counted} = {right / counted:.3f}"
        f"  sure {sure_right}/{sure} = {sure_right / sure:.3f}",
    )


if __name__ == "__main__":
    for seed in range(1, 6):
        measure(seed)
