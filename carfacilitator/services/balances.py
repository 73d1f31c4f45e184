"""The balance of comments: how much is said on which side of a text, in figures that add up and in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from carfacilitator.services.comment_kinds import KindRow

_ALL = 100  # per cent
_FEW = 5  # comments, of which a percentage would say more than there is


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many comments are of a kind, and how many of a hundred that is."""

    kind: KindRow
    comments: int
    per_cent: int


@dataclass(frozen=True, kw_only=True)
class Balance:
    """The shares of all kinds with comments, the largest first, the kinds without, and all that in a sentence."""

    total: int
    shares: tuple[Share, ...]
    none_on: tuple[KindRow, ...]
    sentence: str


def balance(counts: Sequence[tuple[KindRow, int]]) -> Balance:
    """Return the balance of comments by kind; kinds that are given with 0 are told as those without."""
    made = sorted(((kind, number) for kind, number in counts if number), key=lambda each: -each[1])
    total = sum(number for _, number in made)
    per_cent = _adding_up([number for _, number in made], total)
    shares = tuple(
        Share(kind=kind, comments=number, per_cent=part) for (kind, number), part in zip(made, per_cent, strict=True)
    )
    return Balance(
        total=total,
        shares=shares,
        none_on=tuple(kind for kind, number in counts if not number),
        sentence=_sentence(total, shares),
    )


def _adding_up(numbers: Sequence[int], total: int) -> list[int]:
    """Return whole per cent of each number that add up to 100: what is cut off most gains one (largest remainder)."""
    parts = [_ALL * number // total for number in numbers]
    by_rest = sorted(range(len(numbers)), key=lambda index: -(_ALL * numbers[index] % total))
    for index in by_rest[: _ALL - sum(parts)]:
        parts[index] += 1
    return parts


def _sentence(total: int, shares: Sequence[Share]) -> str:
    if not total:
        return "You have made no comments here yet."
    if total < _FEW:
        said = ", ".join(f"{share.comments} on {share.kind.name.lower()}" for share in shares)
        return f"Your {total} comments here: {said}." if total > 1 else f"Your one comment here is {said[2:]}."
    first, *others = shares
    head = f"{first.per_cent} % of your {total} comments here are on {first.kind.name.lower()}"
    if not others:
        return f"All your {total} comments here are on {first.kind.name.lower()}."
    return ", ".join([head, *(f"{share.per_cent} % on {share.kind.name.lower()}" for share in others)]) + "."
