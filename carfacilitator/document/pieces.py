"""The exact text of what was kept and what changed, from runs of words; together the pieces are both texts again."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from carfacilitator.document.places import Places
from carfacilitator.document.rows import Piece
from carfacilitator.document.runs import Kept
from carfacilitator.document.words import Vocabulary

Cut = tuple[int, int]  # a place in either text


def pieces_of(
    old: Sequence[str], new: Sequence[str], kept: Sequence[Kept], vocabulary: Vocabulary
) -> tuple[Piece, ...]:
    """Return pieces whose texts, joined, are the paragraphs of either side joined by line feeds, to the character."""
    weave = _Weave(old, new, vocabulary)
    for run in kept:
        weave.keep(run)
    return weave.finish()


class _Weave:
    """Two texts read side by side: the pieces so far, and the cut up to which they were read."""

    def __init__(self, old: Sequence[str], new: Sequence[str], vocabulary: Vocabulary) -> None:
        self._texts = "\n".join(old), "\n".join(new)
        self._places = Places(old, vocabulary), Places(new, vocabulary)
        self._read: Cut = (0, 0)
        self._pieces: list[Piece] = []

    def keep(self, run: Kept) -> None:
        """Take a kept run, and before it what changed since the last one."""
        begin, end = self._begin(run), self._end(run)
        self._change(begin)
        self._pieces += self._same(run, begin, end)
        self._read = end

    def finish(self) -> tuple[Piece, ...]:
        """Return all pieces, at least one."""
        ends = len(self._texts[0]), len(self._texts[1])
        if any(self._places):
            self._change(ends)
        else:
            self._pieces.append(_same_piece(*self._texts))
        return tuple(self._pieces)

    def _change(self, cut: Cut) -> None:
        (old_from, new_from), (old_to, new_to) = self._read, cut
        if old_from < old_to:
            self._pieces.append(Piece("-", self._texts[0][old_from:old_to]))
        if new_from < new_to:
            self._pieces.append(Piece("+", self._texts[1][new_from:new_to]))

    def _begin(self, run: Kept) -> Cut:
        """Return where the run begins: with as much of the space before it as both sides share."""
        if run.old == run.new == 0:
            return 0, 0
        (old_from, old_to), (new_from, new_to) = self._gaps(run.old, run.new)
        old_from, new_from = max(old_from, self._read[0]), max(new_from, self._read[1])
        shared = _shared(self._texts[0][old_from:old_to][::-1], self._texts[1][new_from:new_to][::-1])
        return old_to - shared, new_to - shared

    def _end(self, run: Kept) -> Cut:
        """Return where the run ends: with as much of the space behind it as both sides share."""
        (old_from, old_to), (new_from, new_to) = self._gaps(run.old + run.size, run.new + run.size)
        if (old_to, new_to) == (len(self._texts[0]), len(self._texts[1])):
            return old_to, new_to
        shared = _shared(self._texts[0][old_from:old_to], self._texts[1][new_from:new_to])
        return old_from + shared, new_from + shared

    def _gaps(self, old: int, new: int) -> tuple[Cut, Cut]:
        """Return what lies before a token of either side."""
        return self._places[0].gap(old), self._places[1].gap(new)

    def _same(self, run: Kept, begin: Cut, end: Cut) -> Iterator[Piece]:
        """Yield the run as one piece if both sides are alike to the character, else with what differs apart."""
        old, new = self._texts
        if old[begin[0] : end[0]] == new[begin[1] : end[1]]:
            yield Piece("=", new[begin[1] : end[1]])
            return
        inner = (
            (self._places[0][run.old + token][0], self._places[1][run.new + token][0]) for token in range(1, run.size)
        )
        words = [(old[a:b], new[c:d]) for (a, c), (b, d) in pairwise([begin, *inner, end])]
        for _, stretch in groupby(words, key=lambda word: word[0] == word[1]):
            yield _same_piece(*map("".join, zip(*stretch, strict=True)))


def _same_piece(old: str, new: str) -> Piece:
    return Piece("=", new, None if old == new else old)


def _shared(one: str, other: str) -> int:
    """Return with how many characters in common two texts begin."""
    if one == other:
        return len(one)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
