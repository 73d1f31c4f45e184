"""The changes between two drafts as a reader counts them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from carfacilitator.document.joins import Join, Stretch
from carfacilitator.document.rows import Piece, Row, RowKind
from carfacilitator.document.sentences import MovedSentence, ends_sentence, sentences

_MOST = 0.8  # of a sentence that stands elsewhere: it has moved


class DifferenceKind(StrEnum):
    """What a change is, in the order in which a summary tells them."""

    WORDING = "wording"
    NEW_SENTENCE = "new sentence"
    CUT_SENTENCE = "cut sentence"
    MOVED_SENTENCE = "moved sentence"
    NEW_PARAGRAPH = "new paragraph"
    CUT_PARAGRAPH = "cut paragraph"
    MOVED_PARAGRAPH = "moved paragraph"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: in which row (its number), what stood there and what stands there now.

    `pieces` is the first and one past the last of the row's pieces that show it; None where it is the whole row.
    """

    kind: DifferenceKind
    row: int
    old: str
    new: str
    pieces: tuple[int, int] | None = None


@dataclass(frozen=True)
class Detail:
    """What the changes are read from: both drafts' texts, the rows, their words, and the sentences that moved."""

    old: Sequence[str]
    new: Sequence[str]
    rows: Sequence[Row]
    words: Callable[[Row], Sequence[Piece]]
    moved: Sequence[MovedSentence]


def differences_of(detail: Detail) -> Iterator[Difference]:
    """Yield the changes in the order of the rows, and within a row in that of its text; blank paragraphs are none."""
    left, arrived = _by_leaf(move.old for move in detail.moved), _by_leaf(move.new for move in detail.moved)
    sources = {move.new: move.old for move in detail.moved}
    for number, row in enumerate(detail.rows):
        if row.kind is RowKind.SAME:
            continue
        cut, put = _RowSide(row.old, detail.old, left), _RowSide(row.new, detail.new, arrived)
        if row.kind in _WHOLE and (cut.text + put.text).strip():
            yield from _whole(number, row, cut, put)
        if row.old and row.new:
            for hunk in _hunks(detail.words(row)):
                yield from _of_hunk(number, hunk, cut, put)
        for here in put.moved:
            old, new = _words(detail.old, sources[here]), _words(detail.new, here)
            yield Difference(DifferenceKind.MOVED_SENTENCE, number, old, new)


def _words(texts: Sequence[str], stretch: Stretch) -> str:
    return texts[stretch.leaf][stretch.start : stretch.end]


_WHOLE = {
    RowKind.INSERTED: DifferenceKind.NEW_PARAGRAPH,
    RowKind.DELETED: DifferenceKind.CUT_PARAGRAPH,
    RowKind.MOVED: DifferenceKind.MOVED_PARAGRAPH,
    RowKind.SPLIT: DifferenceKind.SPLIT,
    RowKind.MERGED: DifferenceKind.MERGED,
}


def _whole(number: int, row: Row, cut: "_RowSide", put: "_RowSide") -> Iterator[Difference]:
    """Yield what is said of the row itself, unless a new or cut paragraph is nothing but sentences that moved."""
    alone = cut if row.kind is RowKind.DELETED else put
    if (row.old and row.new) or alone.left(0, len(alone.text)):
        yield Difference(_WHOLE[row.kind], number, cut.text, put.text)


class _RowSide:
    """One side of a row as one text, and what of it stands elsewhere in the other draft."""

    def __init__(self, leaves: tuple[int, ...], texts: Sequence[str], moved: Mapping[int, list[Stretch]]) -> None:
        self.text = "\n".join(texts[leaf] for leaf in leaves)
        self._join = Join(leaves, texts)
        self.moved = [stretch for leaf in leaves for stretch in moved.get(leaf, ())]

    def left(self, start: int, end: int) -> list[str]:
        """Return the sentences between two offsets that have not moved."""
        spans = [(start + begin, start + stop) for begin, stop in sentences(self.text[start:end])]
        return [self.text[begin:stop] for begin, stop in spans if not self._has_moved(begin, stop)]

    def is_sentence(self, start: int, end: int) -> bool:
        """Tell whether whole sentences stand between two offsets."""
        following = self.text[end : end + 1]
        return ends_sentence(self.text, start) and (following in {"", "\n"} or ends_sentence(self.text, end))

    def _has_moved(self, start: int, end: int) -> bool:
        common = (
            min(part.end, moved.end) - max(part.start, moved.start)
            for moved in self.moved
            for part in self._join.stretches(start, end)
            if part.leaf == moved.leaf
        )
        return sum(overlap for overlap in common if overlap > 0) >= _MOST * (end - start)


class _Hunk(NamedTuple):
    """A run of changed pieces, and where its text stands on either side."""

    pieces: tuple[int, int]
    old: tuple[int, int]
    new: tuple[int, int]


def _hunks(pieces: Sequence[Piece]) -> Iterator[_Hunk]:
    first = old = new = 0
    for kept, run in groupby(pieces, key=lambda piece: piece.op == "="):
        stretch = list(run)
        last = first + len(stretch)
        old_end = old + sum(len(piece.before) for piece in stretch)
        new_end = new + sum(len(piece.after) for piece in stretch)
        if not kept:
            yield _Hunk((first, last), (old, old_end), (new, new_end))
        first, old, new = last, old_end, new_end


def _of_hunk(number: int, hunk: _Hunk, cut: _RowSide, put: _RowSide) -> Iterator[Difference]:
    before, after = cut.left(*hunk.old), put.left(*hunk.new)
    if not after and before and cut.is_sentence(*hunk.old):
        yield from (Difference(DifferenceKind.CUT_SENTENCE, number, sentence, "", hunk.pieces) for sentence in before)
    elif not before and after and put.is_sentence(*hunk.new):
        yield from (Difference(DifferenceKind.NEW_SENTENCE, number, "", sentence, hunk.pieces) for sentence in after)
    elif before or after:
        old, new = cut.text[slice(*hunk.old)], put.text[slice(*hunk.new)]
        yield Difference(DifferenceKind.WORDING, number, old.strip(), new.strip(), hunk.pieces)


def _by_leaf(stretches: Iterable[Stretch]) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        found.setdefault(stretch.leaf, []).append(stretch)
    return found
