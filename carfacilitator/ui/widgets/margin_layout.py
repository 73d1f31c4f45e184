"""How cards beside a draft give way to one another: the active one at its passage, the others pushed apart."""

from collections.abc import Sequence
from dataclasses import dataclass

APART = 10  # between cards
FOOT = 32  # kept for the line that names what found no room


@dataclass(frozen=True, slots=True)
class Wish:
    """A card that wants to stand at `y`, in pixels from the top of the margin. Wishes come in the drafts' order."""

    id: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where cards stand, and which found no room above and below."""

    tops: dict[str, float]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def give_way(wishes: Sequence[Wish], active: str, height: float) -> Standing:
    """Return where every card stands in a margin of the given height; only the active one is promised to be whole.

    A card whose passage has left at the top (y < 0) slides out with it and is not told of.
    """
    chosen = next((n for n, wish in enumerate(wishes) if wish.id == active), None)
    if chosen is None:
        return _fitting(wishes, _below(wishes, min(0.0, wishes[0].y), height) if wishes else [], -1, height)
    top = _at_its_passage(wishes, chosen, height)
    above = _above(wishes[:chosen], top - APART)
    below = _below(wishes[chosen + 1 :], top + wishes[chosen].height + APART, height)
    return _fitting(wishes, [*above, top, *below], chosen, height)


def _at_its_passage(wishes: Sequence[Wish], chosen: int, height: float) -> float:
    """Return where the active card stands: at its passage, or as near as it fits whole.

    One that is higher than the margin slides along: its head is seen while its passage stands low, its foot while high.
    """
    wish = wishes[chosen]
    if wish.height > height:
        return (height - wish.height) * (1 - min(max(wish.y / height, 0.0), 1.0))
    head = FOOT if chosen else 0
    foot = FOOT if chosen < len(wishes) - 1 else 0
    if wish.height + head + foot > height:
        head = foot = 0
    return max(head, min(wish.y, height - wish.height - foot))


def _above(wishes: Sequence[Wish], floor: float) -> list[float]:
    """Return where cards stand that must end above `floor`: at their passages, or pushed up."""
    tops: list[float] = []
    for wish in reversed(wishes):
        tops.append(min(wish.y, floor - wish.height))
        floor = tops[-1] - APART
    return tops[::-1]


def _below(wishes: Sequence[Wish], ceiling: float, height: float) -> list[float]:
    """Return where cards stand that must begin below `ceiling`: pushed down, then up again as far as there is room."""
    tops = _down([wish.y for wish in wishes], wishes, ceiling)
    floor = height
    for n in range(len(wishes) - 1, -1, -1):
        tops[n] = min(tops[n], floor - wishes[n].height)
        floor = tops[n] - APART
    return _down(tops, wishes, ceiling)


def _down(wanted: Sequence[float], wishes: Sequence[Wish], ceiling: float) -> list[float]:
    tops: list[float] = []
    for y, wish in zip(wanted, wishes, strict=True):
        tops.append(max(y, ceiling))
        ceiling = tops[-1] + wish.height + APART
    return tops


def _fitting(wishes: Sequence[Wish], tops: Sequence[float], chosen: int, height: float) -> Standing:
    """Leave out what does not fit, keeping room for the lines that say so."""
    crowded_top = any(top < 0 <= wish.y for wish, top in zip(wishes, tops, strict=True))
    crowded_foot = bool(wishes) and tops[-1] + wishes[-1].height > height
    ceiling, floor = (FOOT if crowded_top else 0), (height - FOOT if crowded_foot else height)
    above, below, standing = list[str](), list[str](), dict[str, float]()
    for n, (wish, top) in enumerate(zip(wishes, tops, strict=True)):
        gone = wish.y < 0 and n != chosen
        if n == chosen or (gone and top + wish.height > 0) or (top >= ceiling and top + wish.height <= floor):
            standing[wish.id] = top
        elif not gone:
            (above if n < chosen or top < ceiling else below).append(wish.id)
    return Standing(standing, tuple(above), tuple(below))
