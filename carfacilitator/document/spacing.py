"""Differences in nothing but space, for those who want to see them."""

import re
from collections.abc import Iterator, Sequence

from carfacilitator.document.rows import Piece

_PARTS = re.compile(r"\s+|\S+")


def spaced_alike(old: str, new: str) -> bool:
    """Tell whether the same spaces stand in two texts."""
    return [part for part in _PARTS.findall(old) if part.isspace()] == [
        part for part in _PARTS.findall(new) if part.isspace()
    ]


def with_spaces(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with spaces that were set differently as changes of their own."""
    return tuple(part for piece in pieces for part in _parts(piece))


def _parts(piece: Piece) -> Iterator[Piece]:
    old, new = _PARTS.findall(piece.before), _PARTS.findall(piece.after)
    if piece.old is None or [part.isspace() for part in old] != [part.isspace() for part in new]:
        yield piece
        return
    for before, after in zip(old, new, strict=True):
        if before == after or not before.isspace():
            yield Piece("=", after, None if before == after else before)
        else:
            yield Piece("-", before)
            yield Piece("+", after)
