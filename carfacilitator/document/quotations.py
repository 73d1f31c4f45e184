"""The words that a comment is about, kept with those around them, and the search for them among others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz

from carfacilitator.document.blocks import Anchor, Document

AROUND = 32  # characters on either side that are kept with a quotation
_LEAST = 20  # characters; what is shorter reads like too much else
_SHARED = 0.3  # of the quotation's words, at least, where a search is worth the while
_FOUND = 50.0  # of 100, for a likeness that is worth showing


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage's words with up to 32 characters on either side: what finds it again when all else fails."""

    quote: str
    prefix: str
    suffix: str


class Place(NamedTuple):
    """Where a stretch of text begins and ends."""

    start: int
    end: int

    def overlap(self, other: "Place") -> int:
        """Return how many characters two places have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Likely(NamedTuple):
    """Text that reads like a quotation: how much its words do, and how much with those around them, 0 to 1."""

    place: Place
    words: float
    score: float


def quote_of(document: Document, anchor: Anchor) -> str:
    """Return the words of a passage, its paragraphs parted by line feeds."""
    return quotation_of(document, anchor).quote


def quotation_of(document: Document, anchor: Anchor) -> Quotation:
    """Return a passage's words as they are kept with a comment."""
    texts = [leaf.block.text() for leaf in document.leaves()[anchor.first : anchor.last + 1]]
    text = "\n".join(texts)
    return quoted(text, Place(anchor.start, len(text) - len(texts[-1]) + anchor.end))


def beside(document: Document, point: Anchor) -> str:
    """Return the words around a point of a paragraph, by which a person knows the place; none of an empty one."""
    text = document.leaves()[point.first].block.text()
    around = quoted(text, Place(point.start, point.start))
    before, behind = around.prefix, around.suffix
    if len(before) < point.start:
        before = before[before.find(" ") + 1 :]
    if point.start + len(behind) < len(text):
        behind = behind[: behind.rfind(" ") + 1]
    return (before + behind).strip()


def put_back(document: Document, point: Anchor, words: str) -> Anchor | None:
    """Return where words that had been deleted at a point of a paragraph stand there again, if they do."""
    text, said = document.leaves()[point.first].block.text(), words.strip()
    start = text.find(said, max(0, point.start - len(words)), point.start + len(words)) if said else -1
    end = start + len(said)
    return (
        Anchor(point.first, start, point.first, end)
        if start >= 0 and whole_words(text, start, end) == (start, end)
        else None
    )


def quoted(text: str, place: Place) -> Quotation:
    """Return what stands at a place of a text, with what is around it."""
    start, end = place
    return Quotation(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


class Haystack:
    """Stretches of a text among which quotations are searched."""

    def __init__(self, text: str, stretches: Iterable[Place]) -> None:
        self._text = text
        self._with_word: defaultdict[str, list[Place]] = defaultdict(list)
        for stretch in stretches:
            for word in set(text[slice(*stretch)].split()):
                self._with_word[word].append(stretch)

    def like(self, quotation: Quotation) -> list[Likely]:
        """Return what reads like a quotation of some length, one find in each stretch, the likeliest first.

        Scored as Hypothesis does when it anchors annotations: words 50, those before and behind 20 each, of 90.
        """
        found = list(self._finds(quotation)) if len(quotation.quote) >= _LEAST else []
        return sorted(found, key=lambda likely: (-likely.score, likely.place))

    def _finds(self, quotation: Quotation) -> Iterator[Likely]:
        words = dict.fromkeys(quotation.quote.split())
        shared = Counter(chain.from_iterable(self._with_word.get(word, ()) for word in words))
        for start, end in (stretch for stretch, count in shared.items() if count >= _SHARED * len(words)):
            likely = fuzz.partial_ratio_alignment(quotation.quote, self._text[start:end], score_cutoff=_FOUND)
            if likely and likely.src_end - likely.src_start > len(quotation.quote) / 2:
                place = whole_words(self._text, start + likely.dest_start, start + likely.dest_end)
                yield Likely(place, likely.score / 100, self._score(quotation, likely.score, place))

    def _score(self, quotation: Quotation, words: float, place: Place) -> float:
        around = quoted(self._text, place)
        before, behind = fuzz.ratio(around.prefix, quotation.prefix), fuzz.ratio(around.suffix, quotation.suffix)
        return (50 * words + 20 * before + 20 * behind) / 9000


def whole_words(text: str, start: int, end: int) -> Place:
    """Return two offsets of a text moved outwards to where words begin and end."""
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Place(start, end)


def occurrences(text: str, words: str, near: int) -> list[Place]:
    """Return where words stand in a text to the letter, those nearest to an offset first."""
    found: list[Place] = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        found.append(Place(at, at + len(words)))
        at = text.find(words, at + 1)
    return sorted(found, key=lambda place: abs(place.start - near))
