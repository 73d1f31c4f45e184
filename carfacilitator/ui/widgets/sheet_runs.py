"""The text of one paragraph as it stands on a sheet: runs with their style and their mark of change."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, pairwise

from carfacilitator.document.blocks import ARRIVING, LEAVING, Block, RevisionKind, Span, SpanKind, View
from carfacilitator.document.rows import Piece
from carfacilitator.ui.widgets.review_data import Detail, Side

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")
JOINT = "¶ "  # stands for a paragraph mark that was taken out
MOVES = frozenset({RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO})


class Mark(StrEnum):
    """What happened to a run between two drafts."""

    PLAIN = "plain"
    NEW = "new"
    CUT = "cut"
    MOVED = "moved"
    FORM = "form"  # the words stayed, and are set differently


@dataclass(frozen=True, slots=True)
class Run:
    """Alike text. `start` is its offset in the leaf's final view, None for words that are not in it."""

    text: str
    start: int | None = None
    mark: Mark = Mark.PLAIN
    kind: SpanKind = SpanKind.TEXT
    styles: frozenset[str] = frozenset()
    about: str = ""

    @property
    def end(self) -> int:
        """Return the offset behind it in the final view."""
        return (self.start or 0) + len(self.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a leaf's final view that carries a mark."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of the older draft that are shown in the newer one's line, before the offset `at`."""

    at: int
    text: str


def plain_runs(block: Block) -> tuple[Run, ...]:
    """Return a block's final view as runs, joined exactly its text."""
    return tuple(_placed((span, Mark.PLAIN) for span in block.spans if span.stands_in(View.FINAL)))


def own_changes(block: Block) -> tuple[Run, ...]:
    """Return a block with the tracked changes that came inside its file, both texts at once."""
    return tuple(_placed((span, _own_mark(span)) for span in block.spans))


def _own_mark(span: Span) -> Mark:
    kinds = {revision.kind for revision in span.revisions}
    if kinds & MOVES:
        return Mark.MOVED
    if kinds & LEAVING:
        return Mark.CUT
    return Mark.NEW if kinds & ARRIVING else Mark.PLAIN


def _placed(spans: Iterable[tuple[Span, Mark]]) -> Iterator[Run]:
    offset = 0
    for span, mark in spans:
        stands = span.stands_in(View.FINAL)
        if span.text:
            yield Run(span.text, offset if stands else None, mark, span.kind, span.marks, span.about)
        offset += len(span.text) if stands else 0


def marked(runs: Sequence[Run], stretches: Sequence[Stretch]) -> tuple[Run, ...]:
    """Lay marks over runs, splitting these where a stretch begins or ends. Stretches do not overlap."""
    edges = sorted(set(chain.from_iterable((s.start, s.end) for s in stretches)))
    mark_at = {s.start: s for s in stretches}
    out: list[Run] = []
    current: Stretch | None = None
    for run in _split(runs, edges):
        if run.start is None:
            out.append(run)
            continue
        current = mark_at.get(run.start, current)
        covered = current is not None and run.start < current.end
        out.append(replace(run, mark=current.mark) if covered and current else run)
    return tuple(out)


def underlaid(runs: Sequence[Run], stretches: Sequence[Stretch]) -> tuple[Run, ...]:
    """Lay marks over those runs that have none; stretches may overlap."""
    out: Sequence[Run] = runs
    for part in stretches:
        split = tuple(_split(out, [part.start, part.end]))
        out = [replace(run, mark=part.mark) if _is_bare(run) and _lies_in(run, part) else run for run in split]
    return tuple(out)


def _is_bare(run: Run) -> bool:
    return run.mark is Mark.PLAIN and run.start is not None


def _lies_in(run: Run, part: Stretch) -> bool:
    return part.start <= (run.start or 0) < part.end


def woven(runs: Sequence[Run], cuts: Sequence[Cut]) -> tuple[Run, ...]:
    """Put what was cut into the line, before the words that now stand at its place."""
    waiting = sorted(cuts, key=lambda cut: cut.at)
    out: list[Run] = []
    for run in _split(runs, sorted({cut.at for cut in cuts})):
        while waiting and run.start is not None and waiting[0].at <= run.start:
            out.append(_cut_run(waiting.pop(0)))
        out.append(run)
    return (*out, *map(_cut_run, waiting))


def _cut_run(cut: Cut) -> Run:
    return Run(cut.text.replace("\n", JOINT), None, Mark.CUT)


def _split(runs: Sequence[Run], edges: Sequence[int]) -> Iterator[Run]:
    for run in runs:
        if run.start is None:
            yield run
            continue
        inner = [edge for edge in edges if run.start < edge < run.end]
        for a, b in zip([run.start, *inner], [*inner, run.end], strict=True):
            yield replace(run, text=run.text[a - run.start : b - run.start], start=a)


def stretches(pieces: Sequence[Piece], lengths: Sequence[int], side: Side, *, moved: bool) -> list[list[Stretch]]:
    """Return the marks of every leaf of one side of a row, whose texts have the given lengths, joined by line feeds."""
    offset, found = 0, []
    own_op, own_mark = ("+", Mark.NEW) if side is Side.NEW else ("-", Mark.CUT)
    for piece in pieces:
        length = len(piece.after if side is Side.NEW else piece.before)
        if length and (piece.op == own_op or moved):
            found.append(Stretch(offset, offset + length, own_mark if piece.op == own_op else Mark.MOVED))
        offset += length
    return [_within(found, start, start + length) for start, length in zip(_starts(lengths), lengths, strict=True)]


def cuts(pieces: Sequence[Piece], lengths: Sequence[int]) -> list[list[Cut]]:
    """Return what was cut from a row, by the leaf of the newer side in whose line it is shown."""
    out: list[list[Cut]] = [[] for _ in lengths]
    starts, offset = _starts(lengths), 0
    for piece in pieces:
        if piece.op == "-":
            leaf = next((n for n, start in enumerate(starts) if offset <= start + lengths[n]), len(lengths) - 1)
            out[leaf].append(Cut(min(offset - starts[leaf], lengths[leaf]), piece.text))
        offset += len(piece.after)
    return out


def _starts(lengths: Sequence[int]) -> list[int]:
    starts, offset = [], 0
    for length in lengths:
        starts.append(offset)
        offset += length + 1
    return starts


def _within(found: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    clipped = (Stretch(max(s.start, start) - start, min(s.end, end) - start, s.mark) for s in found)
    return [s for s in clipped if s.start < s.end]


def coarsened(pieces: Sequence[Piece], detail: Detail) -> tuple[Piece, ...]:
    """Return pieces in which every change covers the whole sentence or paragraph that it touches."""
    if detail is Detail.WORD or all(piece.op == "=" for piece in pieces):
        return tuple(pieces)
    groups = _sentences(pieces) if detail is Detail.SENTENCE else [list(pieces)]
    return tuple(chain.from_iterable(map(_whole, groups)))


def _sentences(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        for part in _cut_at_sentences(piece) if piece.op == "=" else [piece]:
            groups[-1].append(part)
            if part.op == "=" and SENTENCE_END.search(part.text):
                groups.append([])
    return groups


def _cut_at_sentences(piece: Piece) -> list[Piece]:
    if piece.old is not None and len(piece.old) != len(piece.text):
        return [piece]
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(piece.text)), len(piece.text)]
    bounds = [(a, b) for a, b in pairwise(ends) if a < b]
    return [replace(piece, text=piece.text[a:b], old=piece.old and piece.old[a:b]) for a, b in bounds]


def _whole(group: Sequence[Piece]) -> tuple[Piece, ...]:
    if all(piece.op == "=" for piece in group):
        return tuple(group)
    old = "".join(piece.before for piece in group)
    new = "".join(piece.after for piece in group)
    return (*([Piece("-", old)] if old else []), *([Piece("+", new)] if new else []))
