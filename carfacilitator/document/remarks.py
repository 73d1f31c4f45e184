"""The remarks in returned files that were not there when the file was sent, and where they stand in what was sent."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from carfacilitator.document.blocks import Anchor, Document, FileComment
from carfacilitator.document.flat import Flat
from carfacilitator.document.strokes import Stretch

_REWORDED = 60  # per cent: a remark of the same author and minute was reworded, and is not another
_SAME = 88  # per cent: two people's remarks on one passage say the same
_SHORT = 12  # characters; less says the same only if it is the same ("Why?", "Good")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that came back with a file; `id` is its own in that file.

    `anchor` is a passage of the file that was sent; what is about proposed words stands where these were put in, and
    `proposed` is true. `parent` is the id, in the sent file or in its own, of what it answers. `duplicate_of` is the
    number of an earlier remark by another reviewer that says the same of the same passage.
    """

    reviewer: int
    comment: FileComment
    parent: str
    inferred: bool
    anchor: Anchor | None
    proposed: bool = False
    duplicate_of: int | None = None


def remarks_of(
    sent: Document, returned: Sequence[Document], stretches: Sequence[Sequence[Stretch]], flat: Flat
) -> list[Remark]:
    """Return the new remarks of every returned file, in the order of the files; what says the same names the first."""
    found: list[Remark] = []
    for number, (document, own) in enumerate(zip(returned, stretches, strict=True)):
        fresh = list(_of_one(number, sent, document, _Map(own, flat)))
        found += [replace(one, duplicate_of=_duplicated(one, found)) for one in fresh]
    return found


def grouped(remarks: Sequence[Remark]) -> list[Remark]:
    """Return remarks in the same order, each naming the earlier one by somebody else that says the same."""
    found: list[Remark] = []
    for one in remarks:
        found.append(replace(one, duplicate_of=_duplicated(one, found)))
    return found


def settled_threads(sent: Document, returned: Document) -> list[tuple[FileComment, bool]]:
    """Return the comments of the sent file that were marked as resolved since (true), or opened again (false)."""
    kept = _kept(sent.comments, returned.comments)
    return [
        (old, after.resolved)
        for old in sent.comments
        if (after := kept.get(old.id)) is not None and after.resolved != old.resolved
    ]


def missing_comments(sent: Document, returned: Document) -> list[FileComment]:
    """Return the comments that a returned file has no more; that does not mean that they are settled."""
    kept = _kept(sent.comments, returned.comments)
    return [old for old in sent.comments if old.id not in kept]


def _of_one(reviewer: int, sent: Document, returned: Document, places: "_Map") -> Iterator[Remark]:
    kept = {after.id: old for old, after in _pairs(sent.comments, returned.comments)}
    standing = [(old.id, old.anchor) for old in sent.comments if not old.parent and old.anchor]
    for comment in returned.comments:
        if comment.id in kept:
            continue
        anchor, proposed = places.find(comment.anchor) if comment.anchor else (None, False)
        parent, inferred = comment.parent, comment.inferred_parent
        if parent in kept:
            parent = kept[parent].id
        if not parent and anchor and not proposed:  # a program that keeps no threads leaves an answer at its question
            parent = next((name for name, place in standing if place == anchor), "")
            inferred = bool(parent)
        yield Remark(reviewer, comment, parent, inferred, anchor, proposed)


def _kept(sent: Sequence[FileComment], returned: Sequence[FileComment]) -> dict[str, FileComment]:
    return {old.id: after for old, after in _pairs(sent, returned)}


def _pairs(sent: Sequence[FileComment], returned: Sequence[FileComment]) -> Iterator[tuple[FileComment, FileComment]]:
    """Yield the comments that stand in both files: numbers change, so words, author, minute and place tell them.

    The surest are paired first, so that none is taken by what only looks like it. Some programs change all dates; where
    a single one is as it was, they did not, and the same words at another time are another comment.
    """
    olds, news = list(sent), list(returned)
    for key in _BY_TIME:
        same, olds, news = _paired(olds, news, key)
        yield from same
    if len(olds) == len(sent):
        same, olds, news = _paired(olds, news, _by_place)
        yield from same
    yield from _reworded(olds, news)


_Pairs = list[tuple[FileComment, FileComment]]
_BY_TIME: tuple[Callable[[FileComment], object], ...] = (
    lambda one: (one.author, one.date, _words(one), one.quote),
    lambda one: (one.author, one.date[:16], _words(one)),
    lambda one: (one.date[:16], _words(one)) if one.date else one,
)


def _by_place(one: FileComment) -> object:
    return (_words(one), one.quote) if one.quote and one.text else one


def _paired(
    olds: Sequence[FileComment], news: Sequence[FileComment], key: Callable[[FileComment], object]
) -> tuple[_Pairs, list[FileComment], list[FileComment]]:
    """Return the comments that are the same by a key, and those on either side that are left."""
    waiting: defaultdict[object, list[FileComment]] = defaultdict(list)
    for new in news:
        waiting[key(new)].append(new)
    same: _Pairs = []
    left = []
    for old in olds:
        alike = waiting[key(old)]
        if alike:
            same.append((old, alike.pop(0)))
        else:
            left.append(old)
    return same, left, [new for group in waiting.values() for new in group]


def _reworded(olds: Sequence[FileComment], news: Sequence[FileComment]) -> Iterator[tuple[FileComment, FileComment]]:
    """Yield comments whose author went over their wording: the same author, the same moment.

    LibreOffice loses the words of a comment inside a table of contents; no words at all are none of another comment.
    """
    free = list(news)
    for old in olds:
        alike = [(_likeness(old, new), number) for number, new in enumerate(free) if old.author == new.author]
        if alike and max(alike)[0] >= _REWORDED:
            yield old, free.pop(max(alike)[1])


def _likeness(old: FileComment, new: FileComment) -> float:
    """Return in per cent how like one another the words of one author's two comments are, if they may be one."""
    if not old.date or not new.date:
        return 100 if old.text and _words(old) == _words(new) else 0
    if old.date[:16] != new.date[:16]:
        return 0
    if not new.text:
        return 100 if old.quote == new.quote else 0
    return fuzz.ratio(_words(old), _words(new))


def _words(comment: FileComment) -> str:
    return " ".join(comment.text.split())


class _Map:
    """Where passages of a returned file stand in the file that was sent."""

    def __init__(self, stretches: Sequence[Stretch], flat: Flat) -> None:
        self._flat = flat
        self._stretches = sorted(stretches, key=lambda one: (one.leaf, one.start))
        self._begins = [(one.leaf, one.start) for one in self._stretches]

    def find(self, anchor: Anchor) -> tuple[Anchor | None, bool]:
        """Return the passage as it was sent, and whether it is about words that were put in since."""
        first, last = self._from(anchor.first, anchor.start), self._to(anchor.last, anchor.end)
        if first is None or last is None:
            return None, False
        start = self._base(first, anchor.first, anchor.start)
        end = max(start, self._base(last, anchor.last, anchor.end))
        proposed = not first.kept and not last.kept and start == end
        return self._flat.anchor(start, end), proposed

    def _from(self, leaf: int, place: int) -> Stretch | None:
        """Return the stretch that the character after a place is in."""
        number = bisect_right(self._begins, (leaf, place)) - 1
        return self._stretches[number] if number >= 0 else next(iter(self._stretches), None)

    def _to(self, leaf: int, place: int) -> Stretch | None:
        """Return the stretch that the character before a place is in."""
        number = bisect_left(self._begins, (leaf, place)) - 1
        if place == 0:
            return self._from(leaf, place)
        return self._stretches[max(number, 0)] if self._stretches else None

    def _base(self, stretch: Stretch, leaf: int, place: int) -> int:
        if not stretch.kept:
            return stretch.base
        inside = min(place, stretch.end) if stretch.leaf == leaf else stretch.end
        return stretch.base + max(0, inside - stretch.start)


def _duplicated(remark: Remark, earlier: Sequence[Remark]) -> int | None:
    """Return which earlier remark of somebody else says the same of the same passage."""
    return next((number for number, other in enumerate(earlier) if _say_the_same(remark, other)), None)


def _say_the_same(one: Remark, other: Remark) -> bool:
    if one.reviewer == other.reviewer or other.duplicate_of is not None or one.parent or other.parent:
        return False
    words, others = _words(one.comment).casefold(), _words(other.comment).casefold()
    if not words or not _overlap(one.anchor, other.anchor):
        return False
    if min(len(words), len(others)) < _SHORT:
        return words == others
    return fuzz.token_sort_ratio(words, others, score_cutoff=_SAME) > 0


def _overlap(one: Anchor | None, other: Anchor | None) -> bool:
    """Tell whether two passages have a paragraph in common where they meet, touch or hold one another."""
    if one is None or other is None:
        return one is other
    begin = max((one.first, one.start), (other.first, other.start))
    return begin <= min((one.last, one.end), (other.last, other.end))
