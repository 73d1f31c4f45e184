"""Snippets of what was found: the surroundings of the first word that was looked for, with every such word marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from carfacilitator.store.search import Asked, Span, marks

_AROUND = 60  # characters on either side of the first word found
_LOOKED_AT = 20_000  # characters of a text in which words are marked


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


def _best(texts: Sequence[tuple[str, list[Span]]]) -> Snippet:
    told = [each for each in texts if each[0]]
    if not told:
        return Snippet("", ())
    text, spans = max(told, key=lambda each: len({each[0][start:end].casefold() for start, end in each[1]}))
    return _cut(text, spans)


def _cut(text: str, spans: Sequence[Span]) -> Snippet:
    first = spans[0] if spans else (0, 0)
    start, end = max(first[0] - _AROUND, 0), min(first[1] + _AROUND, len(text))
    if start:
        start = min(text.find(" ", start, first[0]) + 1 or start, first[0])
    if end < len(text):
        end = max(text.rfind(" ", first[1], end), first[1]) if " " in text[first[1] : end] else end
    before = "…" if start else ""
    shift = len(before) - start
    inside = tuple((left + shift, right + shift) for left, right in spans if left >= start and right <= end)
    return Snippet(f"{before}{text[start:end]}{'…' if end < len(text) else ''}", inside)
