"""Where a comment stands in a draft, and where it stands in the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from carfacilitator.document.anchor_states import AnchorState
from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.passages import Link, Passages
from carfacilitator.document.quotations import Haystack, Place, Quotation, occurrences, quotation_of, quote_of, quoted
from carfacilitator.document.words import same_words

__all__ = ["AnchorState", "Carried", "Quotation", "carry", "quotation_of", "quote_of"]

_SURE = 0.5  # of the words: with more of them left, a passage is the same one, changed
_LOST = 0.3  # with fewer left it may as well be another; its wording is looked for elsewhere first
_APART = 70  # characters, some twelve words, that may have been put between words of one passage
_ALIKE = 0.72  # of wording found elsewhere, before it is taken for the passage
_VERY_ALIKE = 0.85  # of wording that needs nothing around it to be known
_SHORT = 12  # words of what replaced a passage or its edge
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a comment of the older draft stands in the newer one, and how sure that is.

    `anchor` is None for an orphan; `near` is then the leaf at which its passage was cut, and `candidates` are passages
    that read like it, the likeliest first. `survival` is the share of its words that are left, 0 to 1.
    """

    state: AnchorState
    anchor: Anchor | None
    old_quote: str
    quote: str
    survival: float
    near: int | None = None
    candidates: tuple[Anchor, ...] = ()


def carry(comparison: Comparison, old: Document, new: Document, anchors: Sequence[Anchor]) -> list[Carried]:
    """Return where each passage of the older draft stands in the newer one; nothing is guessed silently.

    A passage goes where most of its words went, character by character, with moved paragraphs and sentences, splits and
    merges; if they were all replaced, to what replaced them; if they were cut, to what reads much like them.

    Raises:
        ValueError: the comparison is of other drafts.
    """
    if (comparison.old, comparison.new) != (old.texts(), new.texts()):
        raise ValueError("a comparison of other drafts")
    carrier = _Carrier(Passages(comparison))
    return [carrier.carried(anchor) for anchor in anchors]


class _Carrier:
    """Carries passages, one by one, over one comparison."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self._passages.new, self._passages.put_in())

    def carried(self, anchor: Anchor) -> Carried:
        """Return where one passage stands now."""
        place = self._passages.place_of(anchor)
        if place.start >= place.end:
            return self._point(anchor)
        cluster = self._densest(self._passages.kept(anchor), max(_APART, place.end - place.start))
        survival = self._letters(cluster) / (self._passages.letters(place) or 1)
        if survival >= _LOST:
            there = self._with_edges(anchor, _span(cluster))
            exact = same_words(self._passages.old[slice(*place)], self._passages.new[slice(*there)])
            state = AnchorState.EXACT if exact else AnchorState.CHANGED if survival >= _SURE else AnchorState.WEAK
            return self._placed(state, anchor, there, survival)
        return self._searched(anchor, cluster, survival)

    def _searched(self, anchor: Anchor, cluster: list[Link], survival: float) -> Carried:
        """Return wording like the passage's, else what replaced it, else the few words left; else it is an orphan."""
        place = self._passages.place_of(anchor)
        likely = self._haystack.like(quoted(self._passages.old, place))
        if likely and (likely[0].score >= _ALIKE or likely[0].words >= _VERY_ALIKE):
            return self._placed(AnchorState.WEAK, anchor, likely[0].place, survival)
        there = self._replacement(anchor) or (self._with_edges(anchor, _span(cluster)) if cluster else None)
        if there:
            return self._placed(AnchorState.WEAK, anchor, there, survival)
        return self._orphan(anchor, [found.place for found in likely])

    def _point(self, anchor: Anchor) -> Carried:
        """Return the same point of its paragraph; where that was cut, a point of wording like it."""
        point = self._passages.point(anchor)
        if point:
            return self._placed(AnchorState.EXACT, anchor, point, 1.0)
        paragraph = self._passages.paragraph(anchor)
        found = self._searched(paragraph, [], 0.0)
        there = found.anchor and Anchor(found.anchor.last, found.anchor.end, found.anchor.last, found.anchor.end)
        return replace(found, anchor=there, old_quote="", quote="")

    def _placed(self, state: AnchorState, anchor: Anchor, there: Place, survival: float) -> Carried:
        old, new = self._passages.old[slice(*self._passages.place_of(anchor))], self._passages.new[slice(*there)]
        return Carried(state, self._passages.anchor_at(there), old, new, survival)

    def _orphan(self, anchor: Anchor, likely: list[Place]) -> Carried:
        quote = self._passages.old[slice(*self._passages.place_of(anchor))]
        cut = self._passages.cut_at(anchor)
        places = likely + occurrences(self._passages.new, quote, cut)
        candidates = tuple(map(self._passages.anchor_at, places[:_CANDIDATES]))
        near = self._passages.anchor_at(Place(cut, cut)).first if self._passages.new else None
        return Carried(AnchorState.ORPHAN, None, quote, "", 0.0, near, candidates)

    def _with_edges(self, anchor: Anchor, there: Place) -> Place:
        """Return a place with what replaced the first or last words of its passage, if that is short."""
        place, (start, end) = self._passages.place_of(anchor), there
        for link in self._passages.changed(anchor):
            if not 2 * link.old.overlap(place) > link.old.end - link.old.start or self._words(link.new) > _SHORT:
                continue
            if link.old.start <= place.start and not self._passages.new[link.new.end : start].strip():
                start = min(start, link.new.start)
            if link.old.end >= place.end and not self._passages.new[end : link.new.start].strip():
                end = max(end, link.new.end)
        return there if (start, end) == there else self._without_space(Place(start, end))

    def _replacement(self, anchor: Anchor) -> Place | None:
        """Return what a passage was replaced with as a whole, in a paragraph that lives on."""
        place = self._passages.place_of(anchor)
        most = max(_SHORT, 3 * self._passages.old.count(" ", *place))
        for calm in (0, 1):
            for link in self._passages.changed(anchor, calm):
                outside = [Place(place.start, link.old.start), Place(link.old.end, place.end)]
                whole = link.old.overlap(place) and not any(map(self._passages.letters, outside))
                if whole and 0 < self._words(link.new) < most:
                    return self._without_space(link.new)
        return None

    def _densest(self, links: list[Link], apart: int) -> list[Link]:
        """Return the links of words that stand together now, where most of them do."""
        clusters: list[list[Link]] = []
        for link in sorted(links, key=lambda link: link.new):
            if clusters and link.new.start - clusters[-1][-1].new.end <= apart:
                clusters[-1].append(link)
            else:
                clusters.append([link])
        return max(clusters, key=self._letters, default=[])

    def _letters(self, links: list[Link]) -> int:
        return sum(self._passages.letters(link.old) for link in links)

    def _words(self, place: Place) -> int:
        return len(self._passages.new[slice(*place)].split())

    def _without_space(self, place: Place) -> Place:
        text = self._passages.new[slice(*place)]
        start = place.start + len(text) - len(text.lstrip())
        return Place(start, max(start, place.start + len(text.rstrip())))


def _span(cluster: list[Link]) -> Place:
    return Place(cluster[0].new.start, max(link.new.end for link in cluster))
