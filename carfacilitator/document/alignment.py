"""Which paragraphs of the newer draft go on from which of the older one: in order, split, merged or moved."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from carfacilitator.document.candidates import Stretch, candidates
from carfacilitator.document.chains import Pair, heaviest_chain
from carfacilitator.document.halves import with_halves
from carfacilitator.document.moves import moves
from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import ALIKE, Pairs, Side, word_ratio

_WIDE = 900  # pairs in a gap that are worth comparing word by word

_IN_LINE = 0.5  # of the weight of the pairs beside one


def align(old: Side, new: Side) -> list[Match]:
    """Return the matches between two lists of paragraphs, every index in one at most.

    What is identical comes first, then what shares pairs of words (so far the idea of patience diff, with weights);
    what crosses the heaviest chain of these has moved; what lies between is paired by its words.
    """
    head, stretch, tail = _ends(old.texts, new.texts)
    pairs = candidates(old, new, stretch)
    links = heaviest_chain(_weighed(pairs))
    matches = [*head, *_one_to_one(links, pairs), *tail]
    matches = with_halves(old, new, [*matches, *moves(old, new, pairs, matches)])
    moved = [match for match in matches if match.move is not None]
    stayed = [match for match in matches if match.move is None]
    return [*matches, *_between(old, new, stayed, moved)]


def _weighed(pairs: Pairs) -> Iterator[Pair]:
    """Yield the pairs for a chain; only of what is identical wherever it is alike no two may be in one."""
    loose_old = {i for (i, _), alike in pairs.items() if not alike.identical}
    loose_new = {j for (_, j), alike in pairs.items() if not alike.identical}
    for (i, j), alike in pairs.items():
        alone = i not in loose_old and j not in loose_new
        yield Pair(i, j, alike.weight + _beside(pairs, i, j), alone=alone)


def _beside(pairs: Pairs, i: int, j: int) -> float:
    """Return what the pairs before and behind one add: of paragraphs that stand many times over, those in line."""
    before, after = pairs.get((i - 1, j - 1)), pairs.get((i + 1, j + 1))
    return _IN_LINE * ((before.weight if before else 0) + (after.weight if after else 0))


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[list[Match], Stretch, list[Match]]:
    """Return what is identical at the beginning and at the end, and the stretch between."""
    shorter = min(len(old), len(new))
    head = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    tail = next((k for k in range(shorter - head) if old[-1 - k] != new[-1 - k]), shorter - head)
    stretch = range(head, len(old) - tail), range(head, len(new) - tail)
    behind = zip(range(stretch[0].stop, len(old)), range(stretch[1].stop, len(new)), strict=True)
    return [Match((k,), (k,)) for k in range(head)], stretch, [Match((i,), (j,)) for i, j in behind]


def _one_to_one(links: list[Pair], pairs: Pairs) -> Iterator[Match]:
    """Yield of the links that share a paragraph the one that is most alike."""
    best: Pair | None = None
    for link in links:
        if best and (link.old == best.old or link.new == best.new):
            best = max(best, link, key=lambda pair: pairs[pair.old, pair.new].dice)
            continue
        if best:
            yield Match((best.old,), (best.new,))
        best = link
    if best:
        yield Match((best.old,), (best.new,))


def _between(old: Side, new: Side, matches: list[Match], moved: list[Match]) -> Iterator[Match]:
    """Yield what belongs together by its words between two matches, in order."""
    gone, come = {i for match in moved for i in match.old}, {j for match in moved for j in match.new}
    edges = [Match((-1,), (-1,)), *matches, Match((len(old.texts),), (len(new.texts),))]
    for before, after in pairwise(edges):
        if after.old[0] - before.old[-1] == 1 or after.new[0] - before.new[-1] == 1:
            continue
        olds = [i for i in range(before.old[-1] + 1, after.old[0]) if i not in gone]
        news = [j for j in range(before.new[-1] + 1, after.new[0]) if j not in come]
        if 0 < len(olds) * len(news) <= _WIDE:
            yield from _in_order(old, new, olds, news)


def _in_order(old: Side, new: Side, olds: list[int], news: list[int]) -> Iterator[Match]:
    ratios = ((i, j, word_ratio(old.tokens(i), new.tokens(j))) for i in olds for j in news)
    links = heaviest_chain(Pair(i, j, ratio * (len(old.tokens(i)) + 1)) for i, j, ratio in ratios if ratio >= ALIKE)
    return (Match((link.old,), (link.new,)) for link in links)
