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
    """Return where every card stands in a margin of the given height; only the active one is promised to be whole."""
    if not wishes:
        return Standing({})
    chosen = next((n for n, wish in enumerate(wishes) if wish.id == active), None)
    middle = chosen if chosen is not None else 0
    tops = [wish.y for wish in wishes]
    if chosen is not None:
        head = FOOT if chosen else 0
        foot = FOOT if chosen < len(wishes) - 1 else 0
        tops[chosen] = max(head, min(tops[chosen], height - wishes[chosen].height - foot))
        if wishes[chosen].height + head + foot > height:
            tops[chosen] = max(0.0, height - wishes[chosen].height) if wishes[chosen].height < height else 0.0
    for n in range(middle - 1, -1, -1):
        tops[n] = min(tops[n], tops[n + 1] - wishes[n].height - APART)
    for n in range(middle + 1, len(wishes)):
        tops[n] = max(tops[n], tops[n - 1] + wishes[n - 1].height + APART)
    return _fitting(wishes, tops, chosen, height)


def _fitting(wishes: Sequence[Wish], tops: Sequence[float], chosen: int | None, height: float) -> Standing:
    """Leave out what does not fit, keeping room for the lines that say so."""
    middle = chosen if chosen is not None else 0
    last = len(wishes) - 1
    fits_top = all(top >= 0 for top in tops)
    fits_foot = tops[last] + wishes[last].height <= height
    ceiling, floor = (0 if fits_top else FOOT), (height if fits_foot else height - FOOT)
    above, below, standing = [], [], {}
    for n, (wish, top) in enumerate(zip(wishes, tops, strict=True)):
        if n != chosen and n <= middle and top < ceiling:
            above.append(wish.id)
        elif n != chosen and top + wish.height > floor:
            below.append(wish.id)
        else:
            standing[wish.id] = top
    return Standing(standing, tuple(above), tuple(below))
