"""Fresh identifiers for what is written into a file: the same seed gives the same ones."""

import hashlib
import re
from collections.abc import Iterable

from carfacilitator.word.names import W14, Element, W

# Word renumbers ids from 80000000 on and detaches replies by it; Google counts from 1, LibreOffice from 01000000.
_EIGHT_DIGITS = re.compile("[0-9A-Fa-f]{8}")
_LOWEST, _HIGHEST = 0x10000000, 0x7FFFFFFF


class FreshIds:
    """Gives eight-digit hexadecimal ids (`w14:paraId`, `durableId`) that are not taken yet."""

    def __init__(self, seed: str, taken: Iterable[str] = ()) -> None:
        self._seed = seed
        self._taken = {one.upper() for one in taken}
        self._drawn = 0

    def draw(self) -> str:
        """Return the next id."""
        while True:
            self._drawn += 1
            digest = hashlib.sha256(f"{self._seed}/{self._drawn}".encode()).digest()
            value = _LOWEST + int.from_bytes(digest[:8], "big") % (_HIGHEST - _LOWEST)
            identifier = f"{value:08X}"
            if identifier not in self._taken:
                self._taken.add(identifier)
                return identifier


class Numbers:
    """Gives `w:id`s of one kind of mark in a part that are not taken yet."""

    def __init__(self, root: Element, *tags: str) -> None:
        self._next = next_number(root, *tags)

    def draw(self) -> str:
        """Return the next number."""
        self._next += 1
        return str(self._next - 1)


def paragraph_ids(*roots: Element) -> set[str]:
    """Return the `w14:paraId` of every paragraph of some parts."""
    found = (paragraph.get(W14 + "paraId") for root in roots for paragraph in root.iter(W + "p"))
    return {identifier for identifier in found if identifier}


def is_valid(identifier: str) -> bool:
    """Tell whether Word takes an id as one: eight hexadecimal digits, above 0 and below 80000000."""
    return _EIGHT_DIGITS.fullmatch(identifier) is not None and 0 < int(identifier, 16) <= _HIGHEST


def next_number(root: Element, *tags: str) -> int:
    """Return a `w:id` above those of all elements with these tags."""
    numbers = [element.get(W + "id", "") for element in root.iter(*tags)]
    return max((int(number) for number in numbers if number.lstrip("-").isdecimal()), default=-1) + 1
