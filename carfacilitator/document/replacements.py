"""What a passage, or the words at its edges, was replaced with."""

from rapidfuzz import fuzz

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.passages import Link, Passages
from carfacilitator.document.quotations import Place, whole_words

_SHORT = 12  # words of what replaced a passage or its edge
_TIMES = 3  # as many words as before, for a longer passage
_STILL = 75.0  # of 100, for wording that is still to be made out in what replaced it
_LEAST = 4  # characters, for wording to be made out at all


class Replacements:
    """Finds in the newer draft what stands for words of the older one that were not kept."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages

    def with_edges(self, anchor: Anchor, there: Place) -> Place:
        """Return a place with what replaced the first or last words of its passage, if that is short."""
        place, (start, end) = self._passages.place_of(anchor), there
        for link in self._passages.changed(anchor):
            new = self._counterpart(link, place)
            if not self._between(link.old, place) or not 0 < self._words(new) <= _SHORT:
                continue
            if link.old.start <= place.start and not self._passages.new[link.new.end : start].strip():
                start = min(start, new.start)
            if link.old.end >= place.end and not self._passages.new[end : link.new.start].strip():
                end = max(end, new.end)
        return Place(start, end)

    def of_whole(self, anchor: Anchor) -> Place | None:
        """Return what a passage was replaced with as a whole, in a paragraph that lives on."""
        place = self._passages.place_of(anchor)
        most = max(_SHORT, _TIMES * self._passages.old.count(" ", *place))
        for calm in (0, 1):
            for link in self._passages.changed(anchor, calm):
                if not self._is_within(place, link):
                    continue
                new = self._counterpart(link, place)
                if 0 < self._words(new) < most:
                    return new
                still = self._made_out(place, link.new)
                if still:
                    return still
        return None

    def of_paragraph(self, anchor: Anchor) -> Place | None:
        """Return what stands for a passage in the paragraph that was written in the stead of its own, if one was.

        That is the wording if it can be made out there, or the whole paragraph if the passage was one.
        """
        stead = self._passages.stead(anchor)
        if stead is None:
            return None
        place = self._passages.place_of(anchor)
        is_whole = place == self._passages.place_of(self._passages.paragraph(anchor))
        most = max(_SHORT, _TIMES * self._passages.old.count(" ", *place))
        return self._made_out(place, stead) or (stead if is_whole and self._words(stead) < most else None)

    def _is_within(self, place: Place, link: Link) -> bool:
        """Tell whether a passage's words all lie in what a link says was changed."""
        outside = Place(place.start, link.old.start), Place(link.old.end, place.end)
        has_words = any(any(map(str.isalnum, self._passages.old[slice(*part)])) for part in outside)
        return bool(link.old.overlap(place)) and not has_words

    def _between(self, one: Place, other: Place) -> str:
        return self._passages.old[max(one.start, other.start) : min(one.end, other.end)]

    def _counterpart(self, link: Link, place: Place) -> Place:
        """Return what of a link's new text stands for the part of its old text that a passage has.

        What surrounds that part and was only put back, as the rest of a word, is left out. If the passage has the
        lesser part of many words, as many words at that end stand for it.
        """
        old, new = self._passages.old, self._passages.new
        before, after = old[link.old.start : place.start], old[place.end : link.old.end]
        start, end = link.new
        if before and new.startswith(before, start, end):
            start, before = start + len(before), ""
        if after and new.endswith(after, start, end):
            end, after = end - len(after), ""
        mine = self._between(link.old, place)
        if len(mine) * 2 > len(before) + len(mine) + len(after) or (before and after):
            return Place(start, end)
        words = new[start:end].split()
        some = len(mine.split())
        if before and len(words) > some:
            start = new.rindex(words[-some], start, end) if some else end
        elif after and len(words) > some:
            end = new.index(words[some], start, end) if some else start
        return Place(start, end)

    def _made_out(self, place: Place, where: Place) -> Place | None:
        """Return where a passage's wording can still be made out in what replaced it and more."""
        words = self._passages.old[slice(*place)].strip()
        if len(words) < _LEAST:
            return None
        likely = fuzz.partial_ratio_alignment(words, self._passages.new[slice(*where)], score_cutoff=_STILL)
        if not likely or 2 * (likely.src_end - likely.src_start) < len(words):
            return None
        return whole_words(self._passages.new, where.start + likely.dest_start, where.start + likely.dest_end)

    def _words(self, place: Place) -> int:
        return len(self._passages.new[slice(*place)].split())
