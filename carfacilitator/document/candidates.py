"""Pairs of paragraphs of two drafts that may belong together: identical ones first, then those that are alike."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from carfacilitator.document.chains import Pair, heaviest_chain
from carfacilitator.document.similarity import Likeness, Pairs, Side, far_pairs, likeness, near_pairs

Stretch = tuple[range, range]  # of both drafts

_REPEATS, _REPEATS_NEAR = 16, 400  # pairs of one paragraph that are weighed: in all the draft, and between two anchors
_SMALL = 64  # pairs between two anchors that are compared each with each
_CERTAIN = 0.5  # so alike that no better partner is looked for elsewhere
_WORD = 6  # characters, about


def candidates(old: Side, new: Side, stretch: Stretch) -> Pairs:
    """Return the pairs within a stretch, with how alike they are."""
    shared = {old.texts[i] for i in stretch[0]}.intersection(new.texts[j] for j in stretch[1])
    lone_old = {i for i in stretch[0] if old.texts[i] not in shared}
    lone_new = {j for j in stretch[1] if new.texts[j] not in shared}
    same = _identical(old, new, stretch, _REPEATS)
    near: Pairs = {}
    for olds, news in _between_anchors(old, same, stretch):
        if not lone_old.issuperset(olds):
            same |= _identical(old, new, (olds, news), _REPEATS_NEAR)
        left, right = lone_old.intersection(olds), lone_new.intersection(news)
        if len(left) * len(right) <= _SMALL:
            near |= near_pairs(old, new, left, right)
    certain = [pair for pair, alike in near.items() if alike.dice >= _CERTAIN]
    lone_old.difference_update(i for i, _ in certain)
    lone_new.difference_update(j for _, j in certain)
    found = same | far_pairs(old, new, sorted(lone_old), sorted(lone_new)) | near
    return found | _in_line(old, new, stretch, found, shared)


def _in_line(old: Side, new: Side, stretch: Stretch, found: Pairs, shared: set[str]) -> Pairs:
    """Return what else is alike right before or behind a pair, on and on: of many that are alike, the one in line."""
    olds, news = stretch
    more: Pairs = {}
    for step in (1, -1):
        for pair in found:
            i, j = pair[0] + step, pair[1] + step
            while (i, j) not in found and i in olds and j in news:
                alike = _beside(old, new, (i, j), shared)
                if alike is None:
                    break
                more[i, j] = alike
                i, j = i + step, j + step
    return more


def _beside(old: Side, new: Side, pair: tuple[int, int], shared: set[str]) -> Likeness | None:
    """Return how alike two paragraphs are that stand beside two alike, not if both have their like elsewhere."""
    i, j = pair
    one, other = old.texts[i], new.texts[j]
    if one == other:
        return _same(one)
    if one in shared and other in shared:
        return None
    alike = likeness(old.grams(i), new.grams(j))
    return alike if alike and alike.dice >= _CERTAIN else None


def _identical(old: Side, new: Side, stretch: Stretch, most: int) -> Pairs:
    """Return the identical pairs in a stretch, those left out of which there are too many to tell anything."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for index in stretch[0]:
        places.setdefault(old.texts[index], ([], []))[0].append(index)
    for index in stretch[1]:
        if new.texts[index] in places:
            places[new.texts[index]][1].append(index)
    return {
        (i, j): _same(text)
        for text, (olds, news) in places.items()
        if len(olds) * len(news) <= most
        for i in olds
        for j in news
    }


def _same(text: str) -> Likeness:
    return Likeness(1, 1, len(text) / _WORD + 1, identical=True)


def _between_anchors(old: Side, same: Pairs, stretch: Stretch) -> Iterator[Stretch]:
    """Yield what lies between the paragraphs that are in both drafts once and in the same order."""
    times_old, times_new = Counter(i for i, _ in same), Counter(j for _, j in same)
    anchors = heaviest_chain(
        Pair(i, j, len(old.texts[i])) for i, j in same if times_old[i] == times_new[j] == 1
    )  # weighed by length, so that a moved heading never outvotes a page
    olds, news = stretch
    edges = [Pair(olds.start - 1, news.start - 1, 0), *anchors, Pair(olds.stop, news.stop, 0)]
    for before, after in pairwise(edges):
        if after.old - before.old > 1 and after.new - before.new > 1:
            yield range(before.old + 1, after.old), range(before.new + 1, after.new)
