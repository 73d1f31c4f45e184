"""What changed in a paragraph, told in its sentences: for whoever said yes to the text as it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from carfacilitator.document.rows import Piece
from carfacilitator.document.sentences import sentences


@dataclass(frozen=True)
class ChangedWords:
    """Words that read otherwise than before; '' where there were none, or are none now."""

    before: str
    after: str

    @property
    def count(self) -> int:
        """Return how many words that are, on the side that has more; at least one."""
        return max(len(self.before.split()), len(self.after.split()), 1)


@dataclass(frozen=True)
class ChangedSentence:
    """Neighbouring sentences in which something changed, and where they stand ('5 What I found, paragraph 2')."""

    where: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> tuple[ChangedWords, ...]:
        """Return what was cut, put in or replaced in it, in its order."""
        return tuple(changed_words(self.pieces))


def changed_words(pieces: Iterable[Piece]) -> Iterator[ChangedWords]:
    """Yield what was cut, put in or replaced; what differs in spaces only is left out."""
    for same, together in groupby(pieces, lambda piece: piece.op == "="):
        stretch = list(together)
        before, after = ("".join(getattr(one, side) for one in stretch).strip() for side in ("before", "after"))
        if not same and (before or after):
            yield ChangedWords(before, after)


def changed_sentences(pieces: Sequence[Piece], where: str) -> Iterator[ChangedSentence]:
    """Yield the sentences of a paragraph in which words changed, each with its pieces; neighbours come as one."""
    for has_changed, together in groupby(_by_sentence(pieces), lambda one: any(changed_words(one))):
        if has_changed:
            yield ChangedSentence(where, tuple(piece for one in together for piece in one))


def _by_sentence(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each sentence of the newer text; a piece over several of them is parted."""
    begins = [begin for begin, _ in sentences("".join(piece.after for piece in pieces))][1:]
    current: list[Piece] = []
    at = 0
    for piece in pieces:
        for part in _parted(piece, [begin - at for begin in begins]):
            if begins and at >= begins[0]:
                begins.pop(0)
                yield current
                current = []
            current.append(part)
            at += len(part.after)
    yield current


def _parted(piece: Piece, cuts: Sequence[int]) -> Iterator[Piece]:
    """Yield a piece in parts, cut at these places of its newer text; one that was set otherwise stays whole."""
    inside = [cut for cut in cuts if 0 < cut < len(piece.after)] if piece.old is None else []
    for start, end in zip([0, *inside], [*inside, len(piece.text)], strict=True):
        yield Piece(piece.op, piece.text[start:end], piece.old)
