"""Snippets of what was found: the surroundings of the first word that was looked for, with every such word marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from carfacilitator.store.search import Asked, marks

_AROUND = 60  # characters on either side of the first word found
_LOOKED_AT = 20_000  # characters of a text in which words are marked
_SPOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Snippet:
    """Some words of a text, and where in them stands what was looked for."""

    words: str
    marks: tuple[Span, ...]


def snippets(connection: Connection, texts: Sequence[Sequence[str]], asked: Asked) -> list[Snippet]:
    """Return for each hit the best snippet of its texts: of the one in which most of what was asked for stands."""
    flat = [" ".join(text[:_LOOKED_AT].split()) for some in texts for text in some]
    marked = iter(zip(flat, marks(connection, flat, asked), strict=True))
    return [_best([next(marked) for _ in some]) for some in texts]


def _best(texts: Sequence[tuple[str, list[int]]]) -> Snippet:
    told = [(text.split(" "), numbers) for text, numbers in texts if text]
    if not told:
        return Snippet("", ())
    return _cut(*max(told, key=lambda each: len({each[0][number].casefold() for number in each[1]})))


def _cut(pieces: Sequence[str], numbers: Sequence[int]) -> Snippet:
    """Return the pieces around the first marked one, with the marks among them."""
    middle = numbers[0] if numbers else 0
    first, last = _reach(pieces, range(middle - 1, -1, -1)), _reach(pieces, range(middle + 1, len(pieces)))
    start, end = middle - first, middle + last + 1
    before, after = "…" if start else "", "…" if end < len(pieces) else ""
    inside = set(numbers)
    spans = tuple(_spans(pieces[start:end], [number in inside for number in range(start, end)], len(before)))
    return Snippet(before + " ".join(pieces[start:end]) + after, spans)


def _reach(pieces: Sequence[str], numbers: range) -> int:
    """Return how many of these pieces have room on one side of the first word found."""
    room, count = _AROUND, 0
    for number in numbers:
        room -= len(pieces[number]) + 1
        if room < 0:
            break
        count += 1
    return count


def _spans(pieces: Sequence[str], marked: Sequence[bool], start: int) -> Iterator[Span]:
    """Return where the words of the marked pieces stand, without the signs around them."""
    for piece, is_marked in zip(pieces, marked, strict=True):
        words = [match.span() for match in _SPOKEN.finditer(piece)] if is_marked else []
        if words:
            yield start + words[0][0], start + words[-1][1]
        start += len(piece) + 1
