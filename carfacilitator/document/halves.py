"""The other half of a paragraph that was split or merged, recognised beside the half that was matched."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Side, grams_of

_PART = 0.4  # of the pairs of words of a half, that must stand in what the matched half left over
_LEAST = 4


def with_halves(old: Side, new: Side, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, widened by unmatched neighbours whose words are in the paragraph on the other side.

    One unmatched paragraph may stand between: what was cut from between two halves is part of the match too.
    """
    free_old = set(range(len(old.texts))).difference(*(match.old for match in matches))
    free_new = set(range(len(new.texts))).difference(*(match.new for match in matches))
    if not free_old and not free_new:
        return list(matches)
    widened = []
    for match in matches:
        olds, news = match.old, match.new
        if len(news) == 1:
            olds = _widened(old, new, olds, news[0], free_old)
        if len(olds) == 1:
            news = _widened(new, old, news, olds[0], free_new)
        free_old.difference_update(olds)
        free_new.difference_update(news)
        widened.append(Match(olds, news, match.move))
    return widened


def _widened(side: Side, other: Side, parts: tuple[int, ...], whole: int, free: set[int]) -> tuple[int, ...]:
    for beside in _beside(parts, free):
        if len(side.tokens(beside[0])) >= _LEAST and _is_in(side, other, (beside[0], *parts), whole):
            return tuple(sorted((*beside, *parts)))
    return parts


def _beside(parts: tuple[int, ...], free: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield an unmatched neighbour, and the one behind it with it."""
    for first, second in ((parts[0] - 1, parts[0] - 2), (parts[-1] + 1, parts[-1] + 2)):
        if first in free:
            yield (first,)
            if second in free:
                yield (second, first)


def _is_in(side: Side, other: Side, parts: tuple[int, ...], whole: int) -> bool:
    """Tell whether the first of some parts is in what the others left of the whole."""
    tokens, left, end = other.tokens(whole), [], 0
    known = [token for part in parts[1:] for token in side.tokens(part)]
    for block in LCSseq.opcodes(known, tokens).as_matching_blocks():
        left += [*tokens[end : block.b], -1]  # what is not next to one another is no pair
        end = block.b + block.size
    half = side.grams(parts[0])
    shared = len(half & grams_of(left))
    return shared >= max(_LEAST, _PART * len(half))
