"""Finding words in a draft as a reader sees them: whatever their case, accents, quotation marks, dashes and spaces."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from carfacilitator.document.blocks import Anchor, Document

_ALIKE = {**dict.fromkeys("‘’‚‛´`", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑‒–—−", "-"), "\u00ad": ""}


def passages(document: Document, words: str) -> tuple[Anchor, ...]:
    """Return every place where `words` stand in the final text of a draft, in reading order, none upon another."""
    return tuple(
        Anchor(leaf, start, leaf, end)
        for leaf, text in enumerate(document.texts())
        for start, end in spans(text, words)
    )


def spans(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where `words` stand in a text, in its characters, none upon another."""
    wanted = _folded(words)
    return tuple(_found(text, wanted)) if wanted and wanted in _folded(text) else ()


def _folded(text: str) -> str:
    return " ".join("".join(map(_sign, text)).split())


@cache
def _sign(sign: str) -> str:
    """Return what a character is compared as: without case and accent, none for what is not seen."""
    alike = _ALIKE.get(sign, sign)
    apart = unicodedata.normalize("NFKD", alike.casefold())
    return "".join(part for part in apart if not unicodedata.combining(part))


def _found(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the folded words stand, in characters of the text as it is."""
    signs = list(_placed(text))
    line, at = "".join(sign for sign, _ in signs), 0
    while (found := line.find(wanted, at)) >= 0:
        at = found + len(wanted)
        yield signs[found][1], signs[at - 1][1] + 1


def _placed(text: str) -> Iterator[tuple[str, int]]:
    """Yield each folded character with the place it comes from; a run of spaces is one."""
    after_space = True
    for place, sign in enumerate(text):
        for part in _sign(sign):
            if not part.isspace():
                yield part, place
            elif not after_space:
                yield " ", place
            after_space = part.isspace()
