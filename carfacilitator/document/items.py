"""What several reviewers propose for the same words, as one item: agreed, in conflict, or of one alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from carfacilitator.document.proposals import Edit, Move, rendering
from carfacilitator.document.strokes import How


class ItemKind(StrEnum):
    """How the proposals for one place stand to one another."""

    SINGLE = "single"
    AGREED = "agreed"  # several reviewers want the same
    BOTH_INSERT = "both_insert"  # several put something in at one place, and none touches what stands there
    CONFLICT = "conflict"
    DELETED_EDITED = "deleted_edited"  # one cuts what another rewords
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Alternative:
    """How the words of an item read for some of the reviewers; `to` is where a passage goes that moves.

    `orders` say for each reviewer in which order things come that he put in at one place.
    """

    reviewers: tuple[int, ...]
    text: str
    how: How
    orders: tuple[int, ...]
    to: int | None = None

    def order(self, reviewer: int | None) -> int:
        """Return the order of this for a reviewer, or for the first of those who want it."""
        return self.orders[self.reviewers.index(reviewer) if reviewer in self.reviewers else 0] if self.orders else 0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a stretch of the flat final text that was sent, and how it could read.

    Reviewers that no alternative names left the words as they were. `within` is the id of the moved passage that holds
    the words, if whoever moved it is the only one who reworded them: then they are decided with it.
    """

    id: str
    kind: ItemKind
    start: int
    end: int
    alternatives: tuple[Alternative, ...]
    inside: tuple[int, int] | None = None  # where the passage stood that somebody reworded this in, and moved
    within: str = ""

    @property
    def silent(self) -> bool:
        """Tell whether somebody did this with tracking off."""
        return any(alternative.how is How.SILENT for alternative in self.alternatives)

    @property
    def computed(self) -> bool:
        """Tell whether nobody did this: programs worked a date, a page number or the like out anew."""
        return all(alternative.how is How.COMPUTED for alternative in self.alternatives)

    @property
    def moves(self) -> bool:
        """Tell whether for somebody the passage goes elsewhere."""
        return any(alternative.to is not None for alternative in self.alternatives)


def items_of(edits: Sequence[Edit], moves: Sequence[Move], base: str) -> list[Item]:
    """Return what there is to decide, in the order of the text."""
    moved, left = _moved(moves, edits, base)
    plain = [_item(together, base) for together in _together(left)]
    ordered = sorted([*moved, *plain], key=lambda item: (item.start, item.end))
    named = [replace(item, id=f"e{number}") for number, item in enumerate(ordered)]
    holders = [item for item in named if item.moves]
    return [_placed_within(item, holders) for item in named]


def _together(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits that touch the same words, or put something in at the same place."""
    group: list[Edit] = []
    reach = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end, one.inside or (), one.order)):
        if group and not _touches(edit, group[0], reach):
            yield group
            group = []
        group.append(edit)
        reach = max(reach, edit.end) if len(group) > 1 else edit.end
    if group:
        yield group


def _touches(edit: Edit, first: Edit, reach: int) -> bool:
    if first.start == reach:  # nothing is cut so far
        return edit.start == edit.end == reach and edit.inside == first.inside
    return edit.start < reach


def _item(edits: list[Edit], base: str) -> Item:
    start, end = edits[0].start, max(edit.end for edit in edits)
    by_reviewer: defaultdict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_reviewer[edit.reviewer].append(edit)
    alternatives = _alternatives(by_reviewer, start, end, base)
    kind = _kind(by_reviewer, alternatives, start, end)
    return Item(
        "",
        kind,
        start,
        end,
        alternatives,
        inside=edits[0].inside if len({edit.inside for edit in edits}) == 1 else None,
    )


def _alternatives(by_reviewer: dict[int, list[Edit]], start: int, end: int, base: str) -> tuple[Alternative, ...]:
    reviewers: defaultdict[str, list[int]] = defaultdict(list)
    for reviewer, edits in by_reviewer.items():
        reviewers[rendering(edits, start, end, base)].append(reviewer)
    return tuple(_alternative(text, sorted(who), by_reviewer) for text, who in reviewers.items())


def _alternative(text: str, who: Sequence[int], by_reviewer: dict[int, list[Edit]]) -> Alternative:
    how = _worst({edit.how for reviewer in who for edit in by_reviewer[reviewer]})
    return Alternative(tuple(who), text, how, tuple(by_reviewer[reviewer][0].order for reviewer in who))


def _worst(hows: set[How]) -> How:
    """Return the way that a reader must be told of first."""
    return next(how for how in (How.SILENT, How.TRACKED, How.EARLIER, How.COMPUTED) if how in hows)


def _kind(by_reviewer: dict[int, list[Edit]], alternatives: Sequence[Alternative], start: int, end: int) -> ItemKind:
    if len(by_reviewer) == 1:
        return ItemKind.SINGLE
    if len(alternatives) == 1:
        return ItemKind.AGREED
    if start == end:
        return ItemKind.BOTH_INSERT
    cutters = {who for who, edits in by_reviewer.items() if not any(edit.text for edit in edits)}
    others = [edit for who, edits in by_reviewer.items() if who not in cutters for edit in edits]
    for cutter in cutters:
        for cut in by_reviewer[cutter]:
            if others and all(cut.start <= edit.start and edit.end <= cut.end for edit in others):
                return ItemKind.DELETED_EDITED
    return ItemKind.CONFLICT


def _moved(moves: Sequence[Move], edits: Sequence[Edit], base: str) -> tuple[list[Item], list[Edit]]:
    """Return the passages that move, and the edits that are not cuts of such a passage by somebody else."""
    left = list(edits)
    items = []
    moving, unsettled = _settled(moves)
    for move in unsettled:
        left = [edit for edit in left if not _is_inside(edit, move)]
        left.append(Edit(move.reviewer, move.start, move.end, "", move.how, move.order))
        left.append(Edit(move.reviewer, move.to, move.to, move.text, move.how, move.order))
    for move in [one for together in moving for one in together]:
        left = [part for edit in left for part in _parted(edit, (move.start, move.end, move.to))]
    for together in moving:
        start, end = together[0].start, together[0].end
        cuts = [
            edit for edit in left if not edit.text and edit.start == start and edit.end >= end - 1 and not edit.inside
        ]
        left = [edit for edit in left if edit not in cuts]
        items.append(_moved_item(together, cuts, base))
    return items, left


def _parted(edit: Edit, at: Iterable[int]) -> Iterator[Edit]:
    """Yield an edit in parts that begin and end where a passage stands or goes: these places are to stay in sight."""
    places = sorted({place for place in at if edit.start < place < edit.end})
    text = edit.text
    for first, last in pairwise([edit.start, *places, edit.end]):
        yield replace(edit, start=first, end=last, text=text)
        text = ""


def _settled(moves: Sequence[Move]) -> tuple[list[list[Move]], list[Move]]:
    """Return the moves by passage, and those that are told as cut and put in instead.

    Of passages that overlap the longest is said to move. What the same reviewer put at one place is all told in one
    way, or its order would be lost.
    """
    passages = [_of_the_longest(group) for group in _overlapping(moves)]
    clear = [move for passage in passages for move in passage]
    unclear = [move for move in moves if move not in clear]
    while beside := [move for move in clear if any(_is_beside(move, other) for other in unclear)]:
        clear = [move for move in clear if move not in beside]
        unclear += beside
    kept = ([move for move in passage if move in clear] for passage in passages)
    return [passage for passage in kept if passage], unclear


def _of_the_longest(moves: list[Move]) -> list[Move]:
    longest = max(moves, key=lambda move: move.end - move.start)
    return [move for move in moves if (move.start, move.end) == (longest.start, longest.end)]


def _is_beside(move: Move, other: Move) -> bool:
    return (move.reviewer, move.to) == (other.reviewer, other.to)


def _is_inside(edit: Edit, move: Move) -> bool:
    """Tell whether an edit is one inside of what its reviewer has moved."""
    return edit.reviewer == move.reviewer and edit.inside == (move.start, move.end)


def _overlapping(moves: Sequence[Move]) -> Iterator[list[Move]]:
    group: list[Move] = []
    for move in sorted(moves, key=lambda one: (one.start, one.end, one.order)):
        if group and move.start >= max(other.end for other in group):
            yield group
            group = []
        group.append(move)
    if group:
        yield group


def _moved_item(moves: list[Move], cuts: list[Edit], base: str) -> Item:
    start, end = moves[0].start, moves[0].end
    targets: defaultdict[tuple[int, str], list[Move]] = defaultdict(list)
    for move in moves:
        targets[move.to, move.text].append(move)
    alternatives = [_moved_to(to, text, same) for (to, text), same in targets.items()]
    kind = ItemKind.MOVED if len({move.to for move in moves}) == 1 else ItemKind.CONFLICT
    for cut in cuts:
        kind = ItemKind.DELETED_EDITED
        alternatives.append(Alternative((cut.reviewer,), base[cut.end : end], cut.how, (cut.order,)))
    return Item("", kind, start, end, tuple(alternatives))


def _moved_to(to: int, text: str, moves: list[Move]) -> Alternative:
    orders = {move.reviewer: move.order for move in sorted(moves, key=lambda one: one.reviewer)}
    return Alternative(tuple(orders), text, _worst({move.how for move in moves}), tuple(orders.values()), to)


def _placed_within(item: Item, holders: Iterable[Item]) -> Item:
    """Return an item with the passage that it is decided with, if only who moved that reworded it."""
    for holder in holders:
        if holds(holder, item):
            movers = {who for alternative in holder.alternatives for who in alternative.reviewers}
            if all(set(alternative.reviewers) <= movers for alternative in item.alternatives):
                return replace(item, within=holder.id)
    return item


def holds(passage: Item, item: Item) -> bool:
    """Tell whether an item lies in a passage, and goes with it when it moves."""
    if passage is item or not passage.start <= item.start <= item.end <= passage.end:
        return False
    if item.start < item.end or item.start not in (passage.start, passage.end):
        return True
    return item.inside == (passage.start, passage.end)
