"""Finding a passage of a draft by a few of its words, as one hears them on the telephone."""

from dataclasses import dataclass
from itertools import islice

from carfacilitator.document import sections
from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.finding import passages

_MOST, _AROUND = 5, 60  # passages shown; characters on each side of one


@dataclass(frozen=True)
class Place:
    """A passage with what stands before and after it, and where that is: 'What we did, paragraph 3'."""

    anchor: Anchor
    before: str
    words: str
    after: str
    where: str


def places(document: Document, words: str) -> list[Place]:
    """Return where these words stand one after the other, else the paragraphs that hold them all."""
    wanted = words.split()
    if not wanted:
        return []
    found = passages(document, " ".join(wanted)) or _scattered(document, wanted)
    return [place_at(document, anchor) for anchor in islice(found, _MOST)]


def place_at(document: Document, anchor: Anchor) -> Place:
    """Return a passage of one paragraph with what stands around it."""
    return _place(anchor, document.texts()[anchor.first], sections.places(document)[anchor.first].words)


def _scattered(document: Document, wanted: list[str]) -> tuple[Anchor, ...]:
    """Return for each paragraph that holds all the words the stretch from the first to the last of them."""
    by_leaf: list[dict[int, Anchor]] = []
    for word in wanted:
        first: dict[int, Anchor] = {}
        for anchor in passages(document, word):
            first.setdefault(anchor.first, anchor)
        by_leaf.append(first)
    together = sorted(set.intersection(*(set(found) for found in by_leaf)))
    return tuple(
        Anchor(leaf, min(one[leaf].start for one in by_leaf), leaf, max(one[leaf].end for one in by_leaf))
        for leaf in together
    )


def _place(anchor: Anchor, text: str, where: str) -> Place:
    before, after = text[: anchor.start], text[anchor.end :]
    start = before if len(before) <= _AROUND else "… " + before[-_AROUND:].partition(" ")[2]
    end = after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + " …"
    return Place(anchor, start, text[anchor.start : anchor.end], end, where)
