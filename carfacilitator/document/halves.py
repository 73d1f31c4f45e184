"""The other half of a paragraph that was split or merged, recognised beside the half that was matched."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from carfacilitator.document.rows import Match
from carfacilitator.document.runs import common_runs
from carfacilitator.document.similarity import Side

_PART = 0.2  # of the pairs of words of a half, that must stand in what the matched half left over
_LEAST = 4
_REACH = 2  # unmatched paragraphs, of which the last may be a half
_SHORT = 6  # words; so short a half must be there whole, at an end of what was left over


def with_halves(old: Side, new: Side, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, widened by unmatched neighbours whose words are in the paragraph on the other side.

    One unmatched paragraph may stand between: what was cut from between two halves is part of the match too.
    """
    free_old = set(range(len(old.texts))) - {index for match in matches for index in match.old}
    free_new = set(range(len(new.texts))) - {index for match in matches for index in match.new}
    if not free_old and not free_new:
        return list(matches)
    widened = []
    for match in matches:
        olds, news, _ = match
        if len(news) == 1 and _has_room(olds, free_old):
            olds = _widened(old, new, olds, news[0], free_old)
            free_old.difference_update(olds)
        if len(olds) == 1 and _has_room(news, free_new):
            news = _widened(new, old, news, olds[0], free_new)
            free_new.difference_update(news)
        widened.append(match if (olds, news) == match[:2] else Match(olds, news, match.move))
    return widened


def _has_room(parts: tuple[int, ...], free: set[int]) -> bool:
    return parts[0] - 1 in free or parts[-1] + 1 in free


def _widened(side: Side, other: Side, parts: tuple[int, ...], whole: int, free: set[int]) -> tuple[int, ...]:
    for beside in _beside(parts, free):
        if _is_in(side, other, (beside[0], *parts), whole):
            return _widened(side, other, tuple(sorted((*beside, *parts))), whole, free)
    return parts


def _beside(parts: tuple[int, ...], free: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield an unmatched neighbour, the one behind it with it, and so on, on either side."""
    for begin, step in ((parts[0], -1), (parts[-1], 1)):
        for size in range(1, _REACH + 1):
            if begin + size * step not in free:
                break
            yield tuple(begin + distance * step for distance in range(size, 0, -1))


def _is_in(side: Side, other: Side, parts: tuple[int, ...], whole: int) -> bool:
    """Tell whether the first of some parts is in what the others left of the whole."""
    half = side.tokens(parts[0])
    left = _left_over([token for part in parts[1:] for token in side.tokens(part)], other.tokens(whole))
    if len(half) < _SHORT:
        return bool(half) and any(run[: len(half)] == half or run[-len(half) :] == half for run in left)
    grams = side.grams(parts[0])
    shared = len(grams.intersection(chain.from_iterable(map(pairwise, left))))
    return shared >= max(_LEAST, _PART * len(grams))


def _left_over(known: list[int], whole: list[int]) -> list[list[int]]:
    """Return the runs of a paragraph's words that some known words do not account for."""
    runs, end = [], 0
    for run in common_runs(known, whole):
        runs.append(whole[end : run.new])
        end = run.new + run.size
    return [*runs, whole[end:]]
