"""Several files by one person: for words that a later one speaks of, what an earlier one says is past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from carfacilitator.document.proposals import Edit, Move, Proposals


@dataclass(frozen=True)
class LastSaid:
    """What everybody wants in the end, each person under the number of his last file; `past` is what he said before."""

    edits: tuple[Edit, ...]
    moves: tuple[Move, ...]
    past: tuple[Edit, ...]


def last_said(proposals: Sequence[Proposals], whose: Sequence[int] = ()) -> LastSaid:
    """Return what is wanted in files, the earliest first; `whose` names for each file the last one of its person.

    Without `whose` every file is somebody else's.
    """
    edits: list[Edit] = []
    moves: list[Move] = []
    past: list[Edit] = []
    for number in reversed(range(len(proposals))):
        person = whose[number] if whose else number
        its_edits = [*proposals[number].edits, *proposals[number].inner]
        later_edits = [one for one in edits if one.reviewer == person]
        later_moves = [one for one in moves if one.reviewer == person]
        left = [one for one in proposals[number].moves if not _is_moved_since(one, later_edits, later_moves)]
        gone = {(one.start, one.end) for one in proposals[number].moves if one not in left}
        kept = [one for one in its_edits if one.inside not in gone and not _is_past(one, later_edits, later_moves)]
        past = [replace(one, reviewer=person) for one in its_edits if one not in kept] + past
        edits = [replace(one, reviewer=person) for one in kept] + edits
        moves = [replace(one, reviewer=person) for one in left] + moves
    return LastSaid(tuple(edits), tuple(moves), tuple(past))


def meets(one: Edit, other: Edit | Move) -> bool:
    """Tell whether two speak of the same words, or put something in at the same place."""
    if one.start == one.end == other.start == other.end:
        return isinstance(other, Edit) and one.inside == other.inside
    return one.start < other.end and other.start < one.end


def _is_moved_since(move: Move, edits: Iterable[Edit], moves: Iterable[Move]) -> bool:
    """Tell whether a later file of the same person says otherwise, or the same, of a passage that moves."""
    return any(meets(edit, move) for edit in edits if edit.inside != (move.start, move.end)) or any(
        move.start < later.end and later.start < move.end for later in moves
    )


def _is_past(edit: Edit, edits: Iterable[Edit], moves: Iterable[Move]) -> bool:
    """Tell whether a later file of the same person speaks of the same words; inside of what moved they may stay."""
    return any(meets(edit, later) for later in edits) or any(
        meets(edit, later) and not _is_within(edit, later) for later in moves
    )


def _is_within(edit: Edit, move: Move) -> bool:
    inside = move.start <= edit.start and edit.end <= move.end
    return inside and (edit.start, edit.end) != (move.start, move.end)
