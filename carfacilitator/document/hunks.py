"""The changes inside a row: words, whole sentences, or nothing but space."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from carfacilitator.document.difference_kinds import At, Difference, DifferenceKind
from carfacilitator.document.joins import Join, Stretch
from carfacilitator.document.rows import Piece
from carfacilitator.document.sentences import ends_sentence, sentences

_MOST = 0.8  # of a sentence that stands elsewhere: it has moved


class RowSide:
    """One side of a row as one text, and what of it stands elsewhere in the other draft."""

    def __init__(self, leaves: tuple[int, ...], texts: Sequence[str], moved: Mapping[int, list[Stretch]]) -> None:
        self.text = "\n".join([texts[leaf] for leaf in leaves])
        self._leaves, self._texts = leaves, texts
        self.moved = [stretch for leaf in leaves for stretch in moved.get(leaf, ())] if moved else []

    def left(self, start: int, end: int) -> list[str]:
        """Return the sentences between two offsets that have not moved."""
        spans = [(start + begin, start + stop) for begin, stop in sentences(self.text[start:end])]
        return [self.text[begin:stop] for begin, stop in spans if not self._has_moved(begin, stop)]

    def is_sentence(self, start: int, end: int) -> bool:
        """Tell whether whole sentences stand between two offsets."""
        following = self.text[end : end + 1]
        return ends_sentence(self.text, start) and (following in {"", "\n"} or ends_sentence(self.text, end))

    def _has_moved(self, start: int, end: int) -> bool:
        if not self.moved:
            return False
        common = (
            min(part.end, moved.end) - max(part.start, moved.start)
            for moved in self.moved
            for part in Join(self._leaves, self._texts).stretches(start, end)
            if part.leaf == moved.leaf
        )
        return sum(overlap for overlap in common if overlap > 0) >= _MOST * (end - start)


class Hunk(NamedTuple):
    """A run of changed pieces, and where its text stands on either side."""

    pieces: tuple[int, int]
    old: tuple[int, int]
    new: tuple[int, int]


def hunks(pieces: Sequence[Piece]) -> Iterator[Hunk]:
    """Yield the changes between the kept pieces of a row."""
    begin: tuple[int, int, int] | None = None
    old = new = 0
    for number, piece in enumerate((*pieces, _END)):
        if piece.op != "=":
            begin = begin or (number, old, new)
        elif begin:
            yield Hunk((begin[0], number), (begin[1], old), (begin[2], new))
            begin = None
        old, new = old + len(piece.before), new + len(piece.after)


_END = Piece("=", "")


def differences_in(at: At, hunk: Hunk, cut: RowSide, put: RowSide) -> Iterator[Difference]:
    """Yield what a change inside a row is to a reader; what only moved, and the end of a paragraph, is none."""
    before, after = cut.left(*hunk.old), put.left(*hunk.new)
    old, new = cut.text[slice(*hunk.old)], put.text[slice(*hunk.new)]
    if not after and before and cut.is_sentence(*hunk.old):
        yield from (at.difference(DifferenceKind.CUT_SENTENCE, sentence, "", hunk.pieces) for sentence in before)
    elif not before and after and put.is_sentence(*hunk.new):
        yield from (at.difference(DifferenceKind.NEW_SENTENCE, "", sentence, hunk.pieces) for sentence in after)
    elif before or after:
        yield at.difference(DifferenceKind.WORDING, old.strip(), new.strip(), hunk.pieces)
    elif old and new and not (old + new).strip() and "\n" not in old + new:
        yield at.difference(DifferenceKind.SPACING, old, new, hunk.pieces)
