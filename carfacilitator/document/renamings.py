"""The same words replaced by the same others in several places, told once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carfacilitator.document.difference_kinds import Difference, DifferenceKind

_LEAST = 2  # places
_LONGEST = 8  # words on either side; longer ones are no term that was renamed
_EDGES = " \t\n.,;:!?()[]“”\"‘’'"

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that gave way to the same others; `differences` are the numbers of the changes that show it."""

    old: str
    new: str
    differences: tuple[int, ...]

    @property
    def count(self) -> int:
        """Return in how many places."""
        return len(self.differences)


def replacements_of(differences: Sequence[Difference]) -> tuple[Replacement, ...]:
    """Return what was replaced in two places or more, the commonest first; capitals and marks around do not part them.

    A longer change counts where it replaces the same words among others.
    """
    places: defaultdict[_Pair, list[int]] = defaultdict(list)
    for number, difference in enumerate(differences):
        if difference.kind is DifferenceKind.WORDING:
            places[_key(difference.old), _key(difference.new)].append(number)
    terms = {pair: list(numbers) for pair, numbers in places.items() if len(numbers) >= _LEAST and _is_term(pair)}
    for pair, numbers in places.items() if terms else ():
        for term in _inside(pair, terms) if pair not in terms else ():
            terms[term] += numbers
    told = (_told(sorted(numbers), places[pair], differences) for pair, numbers in terms.items())
    return tuple(sorted(told, key=lambda replacement: (-replacement.count, replacement.differences)))


def _key(words: str) -> str:
    return " ".join(words.strip(_EDGES).casefold().split())


def _is_term(pair: _Pair) -> bool:
    old, new = pair
    return bool(old and new) and old != new and max(old.count(" "), new.count(" ")) < _LONGEST


def _inside(pair: _Pair, terms: Iterable[_Pair]) -> list[_Pair]:
    """Return the terms whose words stand in a longer change, each on its side only."""
    old, new = pair
    return [(cut, put) for cut, put in terms if _holds(old, cut) and _holds(new, put) and not _holds(new, cut)]


def _holds(words: str, term: str) -> bool:
    return term in words and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", words) is not None


def _told(numbers: list[int], plain: list[int], differences: Sequence[Difference]) -> Replacement:
    """Return a replacement as it is written most often."""
    written = Counter((differences[n].old.strip(_EDGES), differences[n].new.strip(_EDGES)) for n in plain)
    old, new = written.most_common(1)[0][0]
    return Replacement(old, new, tuple(numbers))
