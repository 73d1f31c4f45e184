"""What reading and patching a 130-page file take beside a raw parse and a raw rewrite of it.

Run it by `python -m tests.bench.bench_reader`. Milliseconds are CPU, the best of several runs; the ratios are of one
run, on a file that is made here with the runs, changes and comments of a draft that went back and forth.
"""

import io
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from carfacilitator.document.blocks import Anchor
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import PackOrder, make_pack
from carfacilitator.word.reader import read
from carfacilitator.word.redline import redline
from tests.bench.peak_memory import raw_trees
from tests.word_builders import Comment, WordFile, commented, deleted, inserted, item, paragraph, plain, run, word_file

PARAGRAPHS, WORDS_IN_ONE, COMMENTS = 1_480, 31, 200
VOCABULARY = (
    *("community", "partners", "agreed", "that", "early", "help", "for", "families", "should", "be", "designed"),
    *("with", "residents", "and", "services"),
)
MADE = datetime(2026, 3, 11, 10, 5, tzinfo=UTC)


def draft(seed: int) -> WordFile:
    """Return a file of about 46,000 words in 1,480 paragraphs."""
    chance = random.Random(seed)  # noqa: S311  the same file every time
    file = word_file(*(one_paragraph(chance, number) for number in range(PARAGRAPHS)))
    file.comments = [Comment(id=number, text="Who said so?") for number in range(0, PARAGRAPHS, 20)]
    return file


def one_paragraph(chance: random.Random, number: int) -> str:
    words = [chance.choice(VOCABULARY) for _ in range(WORDS_IN_ONE)]
    if number % 30 == 0:
        return plain(" ".join(words[:6]), "Heading1")
    if number % 10 == 0:
        return item(" ".join(words))
    runs = [run(" ".join(words[:10]) + " "), run(" ".join(words[10:13]), "<w:b/><w:sz w:val='22'/>")]
    runs += [deleted(" " + words[13]), inserted(run(" " + words[14]))] if number % 5 == 0 else []
    last = run(" " + " ".join(words[15:]))
    return paragraph(*runs, commented(last, number) if number % 20 == 0 else last)


def raw_walk(data: bytes) -> int:
    """Unzip, parse and touch all text: what no reader can do without."""
    return sum(len(element.text or "") for root in raw_trees(data) for element in root.iter())


def raw_rewrite(data: bytes) -> int:
    """Unzip, parse and write the main part, and pack all again: what no patcher can do without."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, etree.tostring(etree.fromstring(part)) if name == "word/document.xml" else part)
    return len(written.getvalue())


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the least CPU time of several runs."""
    return by_turns(work, times=times)[0]


def by_turns(*works: Callable[[], object], times: int = 15) -> list[float]:
    """Return the least CPU time of each of some works, done by turns so that a busy computer troubles all alike."""
    least = [float("inf")] * len(works)
    for _ in range(times):
        for number, work in enumerate(works):
            begin = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - begin)
    return least


def order(data: bytes) -> PackOrder:
    leaves = read(data).leaves()
    places = range(1, len(leaves), len(leaves) // COMMENTS)
    comments = tuple(
        NewComment(text="Is it so?", author="Isla", made=MADE, anchor=Anchor(leaf, 4, leaf, 12)) for leaf in places
    )
    return PackOrder(original=data, cover=CoverNote(title="T"), code="7F", identity="x", comments=comments)


def megabytes(work: str, file: Path) -> float:
    """Return by how much the memory of a fresh process grows at most while it does a work on a file."""
    command = [sys.executable, "-m", "tests.bench.peak_memory", work, str(file)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1024


def print_memory(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "draft.docx"
        file.write_bytes(data)
        trees, reading = megabytes("parse", file), megabytes("read", file)
    print(f"memory: lxml's trees {trees:.1f} MB; reading {reading:.1f} MB: {reading / trees:.1f} x (aim 1.6)")


def main() -> None:
    """Print the figures."""
    data, newer = draft(1).to_bytes(), draft(2).to_bytes()
    document = read(data)
    wanted = order(data)
    walk, reading = by_turns(lambda: raw_walk(data), lambda: read(data))
    rewrite, packing = by_turns(lambda: raw_rewrite(data), lambda: make_pack(wanted), times=3)
    drawing = seconds(lambda: redline(document, newer, author="x", when=MADE), 1)
    words = sum(len(text.split()) for text in document.texts())
    print(f"{len(document.leaves())} paragraphs, {words} words, {len(data) // 1024} KB")
    print(f"raw parse and walk {walk * 1e3:.0f} ms; reading {reading * 1e3:.0f} ms: {reading / walk:.1f} x (aim 5)")
    print(
        f"raw rewrite {rewrite * 1e3:.0f} ms; a pack with {len(wanted.comments)} comments, read again and checked "
        f"{packing * 1e3:.0f} ms: {packing / rewrite:.1f} x"
    )
    print(f"a redline of two drafts with nothing in common {drawing * 1e3:.0f} ms")
    print_memory(data)


if __name__ == "__main__":
    main()
