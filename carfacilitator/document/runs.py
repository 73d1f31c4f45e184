"""Which words of a paragraph were kept, in runs that read like what the writer did."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from carfacilitator.document.chains import Pair, heaviest_chain
from carfacilitator.document.words import PARAGRAPH, Vocabulary

_SLIGHT = 0.6  # less than a content word: a little word, a mark or two
_MUCH = 5  # words changed around it, between which so little stayed by accident
# Tried on tracked changes of real authors and on made drafts: about as many changes shown as were made.
_LARGELY = 0.66  # of a paragraph's words kept: what stayed there stayed on purpose
_LONG = 12  # words that say something, and a paragraph is more than a line
_FINE, _COARSE = 0.1, 1.25  # how much less, or more, than the change beside it a kept run there may weigh
_SENTENCE = 4
_EDGES = {".": _SENTENCE, "!": _SENTENCE, "?": _SENTENCE, "...": _SENTENCE, ";": 3, ":": 3, ",": 2}
_LARGEST = 400_000_000  # bits, 50 MB; a paragraph of 20,000 words against another
_ROUNDS = 3  # crumbs that a joined change turns into crumbs; hardly ever more than two


class Kept(NamedTuple):
    """`size` tokens that stand from `old` on one side and from `new` on the other; between two runs lies a change."""

    old: int
    new: int
    size: int


def kept_runs(old: list[int], new: list[int], vocabulary: Vocabulary, calm: float = 1.0) -> list[Kept]:
    """Return the kept runs in order.

    A kept run that is slight beside the changes around it is part of the change: the more the larger `calm` is, and
    never at 0. In a paragraph that was largely kept much less makes a word stay, for there it stayed on purpose.
    """
    sides = _Sides(old, new, vocabulary)
    kept = _at_edges(common_runs(old, new), sides)
    if not calm:
        return kept
    if sum(map(sides.weight, kept)) >= _LARGELY * sides.heavier:
        calm *= _FINE
    elif sides.heavier > _LONG:
        calm *= _COARSE
    calmer = _without_crumbs(kept, sides, calm)
    return kept if len(calmer) == len(kept) else _at_edges(calmer, sides)


def common_runs(old: list[int], new: list[int]) -> list[Kept]:
    """Return the runs of a longest sequence of tokens that both lists have in the same order.

    Takes len(old) × len(new) bits; for the longest paragraphs only what lies between words that both have once.
    """
    if len(old) * len(new) <= _LARGEST:
        blocks = LCSseq.opcodes(old, new).as_matching_blocks()[:-1]
        return [Kept(block.a, block.b, block.size) for block in blocks]
    once_old, once_new = _once(old), _once(new)
    shared = (Pair(place, once_new[token], 1) for token, place in once_old.items() if token in once_new)
    anchors = [Kept(pair.old, pair.new, 1) for pair in heaviest_chain(shared)]
    runs: list[Kept] = []
    for before, after in pairwise([Kept(0, 0, 0), *anchors, Kept(len(old), len(new), 0)]):
        i, j = before.old + before.size, before.new + before.size
        if (after.old - i) * (after.new - j) <= _LARGEST:
            inner = common_runs(old[i : after.old], new[j : after.new])
            runs += [Kept(i + run.old, j + run.new, run.size) for run in inner]
        runs.append(after)
    return list(_joined(runs))


def _once(tokens: list[int]) -> dict[int, int]:
    """Return the tokens that stand once in a list, with where."""
    times = Counter(tokens)
    return {token: place for place, token in enumerate(tokens) if times[token] == 1}


def _joined(runs: Iterable[Kept]) -> Iterator[Kept]:
    """Yield runs that follow one another without a change as one."""
    last = Kept(0, 0, 0)
    for run in runs:
        if (run.old, run.new) == (last.old + last.size, last.new + last.size):
            last = Kept(last.old, last.new, last.size + run.size)
        else:
            if last.size:
                yield last
            last = run
    if last.size:
        yield last


class _Sides:
    """Two lists of tokens, how much their stretches weigh, and where in them a change reads well."""

    def __init__(self, old: list[int], new: list[int], vocabulary: Vocabulary) -> None:
        self.old, self.new, self.words = old, new, vocabulary.words
        self.ends = Kept(len(old), len(new), 0)  # what comes after the last kept run
        weight = vocabulary.weights.__getitem__
        self._old = list(accumulate(map(weight, old), initial=0.0))
        self._new = list(accumulate(map(weight, new), initial=0.0))
        self.heavier = max(self._old[-1], self._new[-1])

    def weight(self, run: Kept) -> float:
        """Return the weight of a kept run."""
        return self._old[run.old + run.size] - self._old[run.old]

    def weight_between(self, run: Kept, following: Kept) -> float:
        """Return the weight of the change between two kept runs: that of its heavier side."""
        old, new, size = run
        cut = self._old[following.old] - self._old[old + size]
        put = self._new[following.new] - self._new[new + size]
        return max(cut, put)

    def only_change(self, run: Kept, following: Kept) -> tuple[list[int], range] | None:
        """Return the side that has something between two kept runs, and where, if the other has nothing there."""
        cut, put = range(run.old + run.size, following.old), range(run.new + run.size, following.new)
        if cut and put:
            return None
        return (self.old, cut) if cut else (self.new, put)

    def meeting(self, run: Kept, following: Kept) -> tuple[int | None, int | None]:
        """Return by how much a change between two kept runs must go back, or on, to meet the change behind that run."""
        begins = run.old == run.new == 0
        ends = (following.old + following.size, following.new + following.size) == (len(self.old), len(self.new))
        return None if begins else -run.size, None if ends else following.size

    def is_sentence(self, run: Kept, following: Kept) -> bool:
        """Tell whether between two kept runs whole sentences were put in or cut, and nothing else."""
        only = self.only_change(run, following)
        return only is not None and all(
            self.edge(only[0], place) >= _SENTENCE for place in (only[1].start, only[1].stop)
        )

    def edge(self, side: list[int], place: int) -> int:
        """Return how good a place this is to begin or end a change: 5 between paragraphs, 0 inside of marks."""
        if place in (0, len(side)) or PARAGRAPH in (side[place - 1], side[place]):
            return 5
        return _EDGES.get(self.words[side[place - 1]]) or int(self.words[side[place]][0].isalnum())


def _without_crumbs(kept: list[Kept], sides: _Sides, calm: float) -> list[Kept]:
    for _ in range(_ROUNDS):
        heavier = list(_heavier(kept, sides, calm))
        if len(heavier) == len(kept):
            break
        kept = heavier
    return kept


def _heavier(kept: list[Kept], sides: _Sides, calm: float) -> Iterator[Kept]:
    """Yield the runs that are more than a crumb between two changes."""
    last, right = Kept(0, 0, 0), None
    for run, following in zip(kept, [*kept, sides.ends][1:], strict=True):
        left = sides.weight_between(last, run) if right is None else right
        right = sides.weight_between(run, following)
        if _is_crumb(sides.weight(run), left, right, calm) and not _is_bounded(last, run, following, sides):
            right = None
        else:
            last = run
            yield run


def _is_crumb(weight: float, left: float, right: float, calm: float) -> bool:
    if not left or not right:  # no change on that side
        return False
    if weight <= calm * min(left, right):
        return True
    return weight < _SLIGHT and max(left, right) >= 1 and left + right >= _MUCH


def _is_bounded(last: Kept, run: Kept, following: Kept, sides: _Sides) -> bool:
    """Tell whether a kept run is seen to be one for its neighbours: whole sentences, or the end of a paragraph."""
    if sides.is_sentence(last, run) or sides.is_sentence(run, following):
        return True
    return PARAGRAPH in sides.old[run.old : run.old + run.size]


def _at_edges(kept: list[Kept], sides: _Sides) -> list[Kept]:
    """Shift what was only put in or only cut to where sentences, clauses or words begin and end."""
    placed = kept[:1]
    for run in kept[1:]:
        last = placed[-1]
        if run.old > last.old + last.size and run.new > last.new + last.size:
            placed.append(run)
            continue
        shift = _best_shift(sides, last, run)
        sooner = Kept(last.old, last.new, last.size + shift)
        later = Kept(run.old + shift, run.new + shift, run.size - shift)
        placed[-1:] = [part for part in (sooner, later) if part.size]
    return placed


def _best_shift(sides: _Sides, last: Kept, run: Kept) -> int:
    """Return by how many tokens what was only put in or only cut can go on (or, negative, back) to read best.

    It begins and ends well there; best of all it meets the change beside it, and the two are one.
    """
    only = sides.only_change(last, run)
    if only is None:
        return 0
    side, change = only
    back = on = 0
    while back < last.size and side[change.start - back - 1] == side[change.stop - back - 1]:
        back += 1
    while on < run.size and side[change.start + on] == side[change.stop + on]:
        on += 1
    if not back and not on:
        return 0
    meeting = sides.meeting(last, run)

    def quality(shift: int) -> tuple[bool, int, int]:
        edges = sides.edge(side, change.start + shift) + sides.edge(side, change.stop + shift)
        return shift in meeting, edges, -abs(shift)

    return max(range(-back, on + 1), key=quality)
