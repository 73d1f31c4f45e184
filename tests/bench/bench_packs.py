"""Packs of real drafts, with and without what came inside, after LibreOffice opened and saved them: what is left.

Run it by `CARFACILITATOR_DRAFTS=FOLDER python -m tests.bench.bench_packs [MANY [KIND …]]`; it needs pandoc and
LibreOffice. Kinds are plain, kept, proposing and redline.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from carfacilitator.document.blocks import OBJECT, Anchor, Document, Story
from carfacilitator.services import returned_files
from carfacilitator.services.identity import known_pack
from carfacilitator.services.sent_packs import Marks
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import Earlier, PackOrder, make_pack
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.word_oracles import DRAFTS, pandoc, squashed

CODE, IDENTITY = "7F2-31A", "2f9d7a52-3a55-4b5e-9b0a-6a4e5d1c0001"
MADE = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
COVER = CoverNote(title="A case study", greeting="Dear Alan Petrie,", code_line=f"Pack {CODE}")
CLOCK = MADE.replace(tzinfo=None)
MANY, LONG = 6, 40  # questions or proposals in a pack, and characters of the paragraphs that they are about
FEW = 8  # files that LibreOffice is given at once


class Kind(StrEnum):
    """What stands in a pack besides the draft's text and questions."""

    PLAIN = "plain"
    KEPT = "kept"  # all that came inside the file
    PROPOSING = "proposing"
    REDLINE = "redline"  # against the version before


@dataclass(frozen=True)
class Case:
    """A draft and a pack of it."""

    name: str
    kind: Kind
    original: bytes
    pack: bytes

    @property
    def marks(self) -> Marks:
        """Return what is our own in it."""
        return Marks(CLOCK if self.kind in {Kind.PROPOSING, Kind.REDLINE} else None, self.kind is Kind.REDLINE)


def spread(document: Document) -> list[int]:
    """Return leaves of the text all over a document."""
    leaves = [
        number
        for number, leaf in enumerate(document.leaves())
        if leaf.block.story is Story.BODY and " " in leaf.block.text()[LONG:] and OBJECT not in leaf.block.text()
    ]
    return leaves[:: max(1, len(leaves) // MANY)][:MANY]


def remark(leaf: int) -> NewComment:
    place = Anchor(leaf, 4, leaf, 24)
    return NewComment(text=f"Is it so? {leaf}", author="Isla Munro", initials="IM", made=MADE, anchor=place)


def proposal(leaf: int, text: str) -> Suggestion:
    start = text.index(" ", LONG) + 1
    end = text.find(" ", start)
    place = Anchor(leaf, start, leaf, end if end > 0 else len(text))
    return Suggestion(anchor=place, paragraphs=("otherwise",), author="Isla Munro", when=CLOCK)


def packed(path: Path, kind: Kind) -> Case:
    """Return a pack of a draft.

    Raises:
        LookupError: it is the first version, and there is none to compare it with.
    """
    data = path.read_bytes()
    document = read(data)
    places = spread(document)
    order = PackOrder(original=data, cover=COVER, code=CODE, identity=IDENTITY, comments=tuple(map(remark, places)))
    order = replace(order, keep_hidden=True)  # for pandoc, which reads hidden words too; a pack leaves them out
    if kind is Kind.KEPT:
        order = replace(order, keep_comments=True, keep_changes=True)
    elif kind is Kind.PROPOSING:
        texts = document.texts()
        order = replace(order, suggestions=tuple(proposal(leaf, texts[leaf]) for leaf in places))
    elif kind is Kind.REDLINE:
        order = replace(order, earlier=Earlier(document=read(before(path)), author="The author", when=CLOCK))
    return Case(path.stem, kind, data, make_pack(order))


def before(path: Path) -> bytes:
    """Return the version of a draft before another.

    Raises:
        LookupError: there is none.
    """
    chapter = path.stem.split("__")[0]
    found = [one for one in DRAFTS if one.stem.split("__")[0] == chapter and one < path]
    if not found:
        raise LookupError(path.stem)
    return found[-1].read_bytes()


def converted(cases: list[Case], folder: Path, kind: str) -> Path:
    """Let LibreOffice open all files and save them as another kind."""
    sent, made = folder / "sent", folder / kind
    sent.mkdir(exist_ok=True)
    for case in cases:
        (sent / file_name(case)).write_bytes(case.pack)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(made)]
    for few in (cases[start : start + FEW] for start in range(0, len(cases), FEW)):
        files = [str(sent / file_name(case)) for case in few]
        subprocess.run([*command, *files], check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=600)
    return made


def file_name(case: Case, ending: str = "docx") -> str:
    return f"{case.name}-{case.kind}.{ending}"


def left(case: Case, saved: bytes) -> list[str]:
    """Return what is wrong with a pack that was opened and saved, and nothing else."""
    sent, document = read(case.pack), read(saved)
    wrong = [
        name
        for name in ("code", "identity", "identifier")
        if sent.properties.get(name) != document.properties.get(name)
    ]
    if known_pack(document, {UUID(IDENTITY): CODE}) is None:
        wrong.append("not known")
    ours, theirs = ({mark.name for mark in one.bookmarks if mark.name.startswith("_car_")} for one in (sent, document))
    if ours - theirs:
        wrong.append(f"{len(ours - theirs)} of {len(ours)} bookmarks")
    found = returned_files.looked_at(returned_files.sides_of(case.pack, CODE, document, case.marks))
    edits, new = found.combination.for_reading(), returned_files.remarks_in(found)
    if edits:
        wrong.append(f"{len(edits)} edits")
    if new:
        wrong.append(f"{len(new)} remarks")
    return wrong


def told_by_pandoc(case: Case, folder: Path) -> bool:
    """Tell whether pandoc reads, after the cover note, what it reads in the draft."""
    ours = squashed(pandoc(case.pack, folder, "reject" if case.kind is Kind.PROPOSING else "accept").paragraphs)
    end = next(number for number, text in enumerate(ours) if CODE in text) + 1
    return "".join(ours[end:]) == "".join(squashed(pandoc(case.original, folder).paragraphs))


def cases_of(many: int, kinds: Iterable[Kind]) -> Iterator[Case]:
    for path in DRAFTS[:: max(1, len(DRAFTS) // many)]:
        for kind in kinds:
            with suppress(LookupError):
                yield packed(path, kind)


def main(many: int, kinds: list[Kind]) -> None:
    """Print what is left of every pack."""
    cases = list(cases_of(many, kinds))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saved = converted(cases, folder, "docx")
        printed = converted(cases, folder, "pdf")
        counts: Counter[str] = Counter()
        for case in cases:
            file = saved / file_name(case)
            wrong = left(case, file.read_bytes()) if file.exists() else ["LibreOffice did not save it"]
            wrong += [] if (printed / file_name(case, "pdf")).exists() else ["LibreOffice did not print it"]
            wrong += [] if told_by_pandoc(case, folder) else ["pandoc reads otherwise"]
            counts.update([f"{case.kind} whole"] if not wrong else [f"{case.kind} not"])
            if wrong:
                print(case.name, case.kind, "; ".join(wrong), flush=True)
        print(f"{len(cases)} packs:", ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())))


if __name__ == "__main__":
    chosen = [Kind(one) for one in sys.argv[2:]] or list(Kind)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else len(DRAFTS), chosen)
