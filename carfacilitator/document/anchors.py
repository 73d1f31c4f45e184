"""Where a comment stands in a draft, and where it stands in the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from carfacilitator.document.anchor_states import AnchorState
from carfacilitator.document.blocks import Anchor, Document, FileComment
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.passages import Link, Passages
from carfacilitator.document.quotations import (
    Haystack,
    Place,
    Quotation,
    occurrences,
    put_back,
    quotation_of,
    quote_of,
    quoted,
)
from carfacilitator.document.replacements import Replacements
from carfacilitator.document.words import same_words

__all__ = [
    "AnchorState",
    "Carried",
    "Quotation",
    "carry",
    "carry_comments",
    "quotation_of",
    "quote_of",
    "since_written",
]

SURE = frozenset({AnchorState.EXACT, AnchorState.CHANGED})
_SURE = 0.5  # of the words: with more of them left, a passage is the same one, changed
_LOST = 0.3  # with fewer left it may as well be another; its wording is looked for elsewhere first
_APART = 70  # characters, some twelve words, that may have been put between words of one passage
_PUT_BETWEEN = 150  # characters that may have been, where the words of a passage stand in their order
_ALIKE = 0.72  # of wording found elsewhere, before it is taken for the passage
_VERY_ALIKE = 0.85  # of wording that needs nothing around it to be known
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


_NOWHERE = Carried(AnchorState.ORPHAN, None, "", "", 0.0)


def carry(comparison: Comparison, old: Document, new: Document, anchors: Sequence[Anchor]) -> list[Carried]:
    """Return where each passage of the older draft stands in the newer one; nothing is guessed silently.

    A passage goes where most of its words went, character by character, with moved paragraphs and sentences, splits and
    merges; if they were all replaced, to what replaced them; if they were cut, to what reads much like them.

    Raises:
        ValueError: the comparison is of other drafts.
    """
    touched = {leaf for anchor in anchors for leaf in (anchor.first, anchor.last)}
    if not (_is_of(comparison.old, old, touched) and _is_of(comparison.new, new, set())):
        raise ValueError("a comparison of other drafts")
    carrier = _Carrier(Passages(comparison))
    return [carrier.carried(anchor) for anchor in anchors]


def carry_comments(comparison: Comparison, old: Document, new: Document) -> list[Carried]:
    """Return where each comment that came inside the older file stands in the newer draft.

    One on words that were deleted in the older file stands where they were, or on them if they have been put back.

    Raises:
        ValueError: the comparison is of other drafts.
    """
    placed = [comment.anchor for comment in old.comments if comment.anchor]
    found = iter(carry(comparison, old, new, placed))
    carried = [next(found) if comment.anchor else _NOWHERE for comment in old.comments]
    return [_of_comment(one, comment, old, new) for one, comment in zip(carried, old.comments, strict=True)]


def _of_comment(found: Carried, comment: FileComment, old: Document, new: Document) -> Carried:
    """Return a place with the words that the comment is about, which may have been deleted in the older file."""
    was, now = comment.anchor, found.anchor
    if was and now and _is_point(was) and put_back(old, was, comment.quote) is None:
        back = put_back(new, now, comment.quote)
        if back:
            found = replace(found, state=AnchorState.EXACT, anchor=back, quote=quote_of(new, back), survival=1.0)
    return replace(found, old_quote=comment.quote)


def since_written(found: Carried, survival: float) -> Carried:
    """Return a place that was found from one where only a share (0 to 1) of the first words was left.

    Its own survival is that of the first words then. Where most of these have gone, draft by draft, it is uncertain
    whether the comment is still about the same thing.
    """
    left = found.survival * survival
    is_worn = found.state in SURE and left < _SURE
    return replace(found, survival=left, state=AnchorState.WEAK if is_worn else found.state)


class _Carrier:
    """Carries passages, one by one, over one comparison."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._replacements = Replacements(passages)

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self._passages.new, self._passages.put_in())

    def carried(self, anchor: Anchor) -> Carried:
        """Return where one passage stands now."""
        place = self._passages.place_of(anchor)
        words = self._passages.old[slice(*place)]
        if not words.strip():
            return self._point(anchor)
        left, whole = self._left(anchor), _weight(words, words)
        cluster = self._densest(left, words)
        survival = self._weight(cluster, words) / whole
        if survival >= _LOST:
            there = self._replacements.with_edges(anchor, _span(cluster))
            return self._placed(self._state(anchor, there, survival), anchor, there, survival)
        return self._searched(anchor, cluster, survival)

    def _left(self, anchor: Anchor) -> list[Link]:
        """Return what is left of a passage: every word that was kept, or else stands in a sentence that moved."""
        words = self._passages.old[slice(*self._passages.place_of(anchor))]
        kept = self._passages.kept(anchor)
        if self._weight(kept, words) == _weight(words, words):
            return kept
        moved = self._passages.moved(anchor)
        return kept + [link for link in moved if not any(other.old.overlap(link.old) for other in kept)]

    def _state(self, anchor: Anchor, there: Place, survival: float) -> AnchorState:
        words = self._passages.old[slice(*self._passages.place_of(anchor))]
        if same_words(words, self._passages.new[slice(*there)]):
            return AnchorState.EXACT
        return AnchorState.CHANGED if survival >= _SURE else AnchorState.WEAK

    def _searched(self, anchor: Anchor, cluster: list[Link], survival: float) -> Carried:
        """Return wording like the passage's, else what replaced it, else the few words left; else it is an orphan."""
        place = self._passages.place_of(anchor)
        likely = self._haystack.like(quoted(self._passages.old, place))
        if likely and (likely[0].score >= _ALIKE or likely[0].words >= _VERY_ALIKE):
            return self._placed(AnchorState.WEAK, anchor, likely[0].place, survival)
        there = self._replacements.of_whole(anchor) or self._replacements.of_paragraph(anchor)
        if cluster:
            left = self._replacements.with_edges(anchor, _span(cluster))
            there = left if there is None or left.overlap(there) == there.end - there.start else there
        if there:
            return self._placed(AnchorState.WEAK, anchor, there, survival)
        return self._orphan(anchor, [found.place for found in likely])

    def _point(self, anchor: Anchor) -> Carried:
        """Return the same point of its paragraph; where that was cut, a point of wording like it."""
        point = self._passages.point(anchor)
        if point:
            return self._placed(AnchorState.EXACT, anchor, point, 1.0)
        found = self._searched(self._passages.paragraph(anchor), [], 0.0)
        stead = self._passages.stead(anchor)
        if found.anchor:
            found = replace(
                found, anchor=Anchor(found.anchor.last, found.anchor.end, found.anchor.last, found.anchor.end)
            )
        elif stead:
            found = self._placed(AnchorState.WEAK, anchor, Place(stead.start, stead.start), 0.0)
        return replace(found, old_quote="", quote="")

    def _placed(self, state: AnchorState, anchor: Anchor, there: Place, survival: float) -> Carried:
        old = self._passages.old[slice(*self._passages.place_of(anchor))]
        there = self._without_space(there, old)
        return Carried(state, self._passages.anchor_at(there), old, self._passages.new[slice(*there)], survival)

    def _orphan(self, anchor: Anchor, likely: list[Place]) -> Carried:
        quote = self._passages.old[slice(*self._passages.place_of(anchor))]
        cut = self._passages.cut_at(anchor)
        places = likely + occurrences(self._passages.new, quote, cut)
        candidates = tuple(map(self._passages.anchor_at, places[:_CANDIDATES]))
        near = self._passages.anchor_at(Place(cut, cut)).first if self._passages.new else None
        return Carried(AnchorState.ORPHAN, None, quote, "", 0.0, near, candidates)

    def _densest(self, links: list[Link], words: str) -> list[Link]:
        """Return the links of words that stand together now, where most of them do."""
        clusters: list[list[Link]] = []
        for link in sorted(links, key=lambda link: link.new):
            if clusters and self._goes_on(clusters[-1][-1], link, len(words)):
                clusters[-1].append(link)
            else:
                clusters.append([link])
        return max(clusters, key=lambda cluster: self._weight(cluster, words), default=[])

    def _goes_on(self, one: Link, other: Link, size: int) -> bool:
        """Tell whether words that were kept stand near enough to be one passage of a size still."""
        apart = other.new.start - one.new.end
        return apart <= max(_APART, size) or (other.old.start >= one.old.end and apart <= _PUT_BETWEEN)

    def _weight(self, links: list[Link], words: str) -> int:
        return sum(_weight(self._passages.old[slice(*link.old)], words) for link in links)

    def _without_space(self, place: Place, words: str) -> Place:
        """Return a place without space at its ends, but where the passage had some."""
        text = self._passages.new[slice(*place)]
        start, end = place
        if not words[:1].isspace():
            start += len(text) - len(text.lstrip())
        if not words[-1:].isspace():
            end -= len(text) - len(text.rstrip())
        return place if start >= end else Place(start, end)


def _is_of(texts: Sequence[str], document: Document, touched: set[int]) -> bool:
    """Tell whether compared texts are a draft's, by their number, the first, the last and some others."""
    leaves = document.leaves()
    some = touched | {0, len(leaves) - 1} if leaves else set()
    return len(texts) == len(leaves) and all(texts[leaf] == leaves[leaf].block.text() for leaf in some)


def _is_point(anchor: Anchor) -> bool:
    return (anchor.first, anchor.start) == (anchor.last, anchor.end)


def _weight(text: str, passage: str) -> int:
    """Return how much of a passage a text is: its letters and digits; its marks if the passage has nothing else."""
    letters = sum(map(str.isalnum, text))
    return letters if any(map(str.isalnum, passage)) else len("".join(text.split()))


def _span(cluster: list[Link]) -> Place:
    return Place(cluster[0].new.start, max(link.new.end for link in cluster))
