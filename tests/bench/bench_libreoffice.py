"""What is found of edits that were made in real drafts by LibreOffice's own API, and what is found that nobody did.

Run it by `CARFACILITATOR_DRAFTS=FOLDER python -m tests.bench.bench_libreoffice [MANY] [SEED]`; it needs LibreOffice.
An edit is right if one item of its own stands at its words, as tracked as it was made; a remark if it stands on its
words. "Untouched" are files that were only opened and saved. "Earlier" is what LibreOffice itself does to tracked
changes of before: it makes plain text of some.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from carfacilitator.document.blocks import Document, SpanKind, Story, View
from carfacilitator.document.combining import Combination, combine
from carfacilitator.document.items import Item
from carfacilitator.document.strokes import How
from carfacilitator.word.reader import read
from tests.libreoffice_desk import Sitting, Step, delete, insert, remark, retype, sit_down
from tests.word_oracles import DRAFTS

_MANY, _EDITS = 12, 16
_THREE_WORDS = re.compile(r"\b[a-z]{2,} [a-z]{4,} [a-z]{2,}\b")


@dataclass(frozen=True)
class Planted:
    """What was done: its kind, the words that it was done to, and the words that are new."""

    kind: str
    words: str
    new: str

    def step(self) -> Step:
        """Return what LibreOffice is told."""
        if self.kind == "remark":
            return remark(self.words, self.new)
        if self.kind == "insert":
            return insert(self.words, self.new)
        return delete(self.words) if self.kind == "delete" else retype(self.words, self.new)


def main(many: int = _MANY, seed: int = 1) -> None:
    """Print how much of what was planted is found, and how much else."""
    chance = random.Random(seed)  # noqa: S311  places, no secrets
    told: Counter[str] = Counter()
    for file in chance.sample(DRAFTS, min(many, len(DRAFTS))):
        sent = read(file.read_bytes())
        planted = list(_plant(sent, chance))
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            untouched, edited = folder / "untouched.docx", folder / "edited.docx"
            steps = [one.step() for one in planted]
            sit_down(folder, "Ruth McKay", Sitting(file, untouched), Sitting(file, edited, steps))
            _count(combine(sent, [read(untouched.read_bytes())]), [], told, "untouched")
            _count(combine(sent, [read(edited.read_bytes())]), planted, told, "edited")
    for words, number in sorted(told.items()):
        print(f"{words}: {number}")


def _plant(sent: Document, chance: random.Random) -> Iterator[Planted]:
    """Yield things to do to words that stand once, one a paragraph at most."""
    whole = "\n".join(sent.texts(View.MARKED))
    leaves = [leaf.block for leaf in sent.leaves() if leaf.block.story is Story.BODY and leaf.path is None]
    made = 0
    for block in chance.sample(leaves, len(leaves)):
        plain = [span.text for span in block.spans if span.kind is SpanKind.TEXT and not span.revisions]
        found = [words for text in plain for words in _THREE_WORDS.findall(text) if whole.count(words) == 1]
        if found and made < _EDITS:
            made += 1
            kind, words = chance.choice(("insert", "delete", "retype", "remark")), chance.choice(found)
            yield Planted(kind, words, {"delete": "", "retype": words.upper()}.get(kind, f" QX{made}"))


def _count(combination: Combination, planted: list[Planted], told: Counter[str], name: str) -> None:
    free = list(combination.items)
    for one in planted:
        if one.kind == "remark":
            right = [made for made in combination.remarks if made.comment.text.strip() == one.new.strip()]
            is_right = len(right) == 1 and right[0].comment.quote == one.words
        else:
            items = [item for item in free if _is_of(item, one, combination.flat.text)]
            is_right = len(items) == 1
            free = [item for item in free if item not in items]
        told[f"{name}: {one.kind}, {'right' if is_right else f'wrong: {one.words}'}"] += 1
    remarks = sum(one.kind == "remark" for one in planted)
    told[f"{name}: nobody's remarks"] += len(combination.remarks) - remarks
    told[f"{name}: nobody's edits, earlier"] += sum(_is_earlier(item) for item in free)
    told[f"{name}: nobody's edits"] += sum(not _is_earlier(item) and not item.computed for item in free)
    told[f"{name}: files"] += 1


def _is_earlier(item: Item) -> bool:
    return all(one.how is How.EARLIER for one in item.alternatives)


def _is_of(item: Item, planted: Planted, base: str) -> bool:
    """Tell whether an item is just what was planted, tracked or not as it was."""
    (wording,) = item.alternatives
    place = base.index(planted.words)
    end = place + len(planted.words)
    if planted.kind == "insert":
        return (item.start, item.end, wording.text, item.silent) == (end, end, planted.new, False)
    return (item.start, item.end, wording.text, item.silent) == (place, end, planted.new, planted.kind == "retype")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
