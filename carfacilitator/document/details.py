"""Less detail than words: whole sentences or paragraphs shown as cut and put in, to the character."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from carfacilitator.document.rows import Detail, Piece
from carfacilitator.document.sentences import sentences


def at_detail(pieces: Sequence[Piece], detail: Detail) -> tuple[Piece, ...]:
    """Return the pieces of a row with its changes widened to sentences or to all of it; both texts stay the same."""
    if detail is Detail.WORD or all(piece.op == "=" for piece in pieces):
        return tuple(pieces)
    if detail is Detail.PARAGRAPH:
        return tuple(_replaced(pieces))
    return tuple(_joined(piece for part in _between_sentences(pieces) for piece in _widened(part)))


def _between_sentences(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces, kept ones cut where sentences end on both sides, in parts that each begin at such a place."""
    old_ends = _ends("".join(piece.before for piece in pieces))
    new_ends = _ends("".join(piece.after for piece in pieces))
    part: list[Piece] = []
    old = new = 0
    for piece in pieces:
        shift = old - new
        inside = range(new, new + len(piece.text)) if piece.op == "=" and piece.old is None else range(new, new + 1)
        cuts = [place for place in inside if place in new_ends and place + shift in old_ends]
        for cut in _cut(piece, [place - new for place in cuts]):
            if cut.begins:
                yield part
                part = []
            part.append(cut.piece)
        old, new = old + len(piece.before), new + len(piece.after)
    yield part


class _Cut(NamedTuple):
    """What is left of a piece, and whether a part begins with it."""

    piece: Piece
    begins: bool


def _cut(piece: Piece, cuts: list[int]) -> Iterator[_Cut]:
    if not any(cuts):
        yield _Cut(piece, bool(cuts))
        return
    for begin, end in pairwise(sorted({0, *cuts, len(piece.text)})):
        yield _Cut(Piece("=", piece.text[begin:end]), begin in cuts)


def _ends(text: str) -> set[int]:
    """Return the offsets at which no sentence is cut through: from the end of each to the beginning of the next."""
    edges = [0, *(edge for sentence in sentences(text) for edge in sentence), len(text)]
    found = {place for end, begin in zip(edges[::2], edges[1::2], strict=True) for place in range(end, begin + 1)}
    return found | {place + after for place, letter in enumerate(text) if letter == "\n" for after in (0, 1)}


def _widened(part: list[Piece]) -> Iterable[Piece]:
    return part if all(piece.op == "=" for piece in part) else _replaced(part)


def _replaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield all that stood there as cut, and all that stands there now as put in."""
    before, after = "".join(piece.before for piece in pieces), "".join(piece.after for piece in pieces)
    if before:
        yield Piece("-", before)
    if after:
        yield Piece("+", after)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield kept pieces that follow one another as one."""
    for plain, run in groupby(pieces, key=lambda piece: piece.op == "=" and piece.old is None):
        stretch = list(run)
        yield from [Piece("=", "".join(piece.text for piece in stretch))] if plain else stretch
