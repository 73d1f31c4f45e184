"""The recovery code: 160 random bits as eight short groups that can be printed, read aloud and typed in again.

Each group has four characters of Crockford's base 32 (no I, L, O, U) and a fifth that proves them and their place, so
that a slip of the pen is told with the group that it is in.
"""

import secrets

from carfacilitator.errors import KnownError

LENGTH = 20  # bytes
GROUPS, GROUP_LENGTH = 8, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1, "U": 27}  # U for V
_FIELD = 0b100101  # x^5 + x^2 + 1: the check notices every wrong character and every two that changed places
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class MistypedCodeError(KnownError):
    """What was typed cannot be a recovery code; `group` says where, counted from 0, or is None."""

    def __init__(self, group: int | None = None) -> None:
        where = "A recovery code has eight groups of five characters."
        if group is not None:
            where = f"There is a slip in the {_ORDINALS[group]} group of the recovery code."
        super().__init__(where, "Compare it with the printed one.")
        self.group = group


def make() -> bytes:
    """Return the bits of a new code."""
    return secrets.token_bytes(LENGTH)


def written(bits: bytes) -> str:
    """Return a code as it is printed."""
    number = int.from_bytes(bits, "big")
    digits = [number >> 5 * place & 31 for place in reversed(range(GROUPS * (GROUP_LENGTH - 1)))]
    groups = [digits[start : start + GROUP_LENGTH - 1] for start in range(0, len(digits), GROUP_LENGTH - 1)]
    return "-".join(
        "".join(_ALPHABET[digit] for digit in (*group, _check(position, group)))
        for position, group in enumerate(groups)
    )


def read(typed: str) -> bytes:
    """Return the bits of a code as somebody typed it: small or capital, with any gaps, O for 0, I or L for 1.

    Raises:
        MistypedCodeError: it is no code, or one of its groups does not prove itself.
    """
    digits = [_VALUES.get(letter) for letter in typed.upper() if letter.isalnum()]
    if len(digits) != GROUPS * GROUP_LENGTH:
        raise MistypedCodeError
    number = 0
    for position in range(GROUPS):
        *group, check = digits[position * GROUP_LENGTH : (position + 1) * GROUP_LENGTH]
        known = [digit for digit in group if digit is not None]
        if len(known) < len(group) or _check(position, known) != check:
            raise MistypedCodeError(position)
        for digit in known:
            number = number << 5 | digit
    return number.to_bytes(LENGTH, "big")


def _check(position: int, group: list[int]) -> int:
    total = position + 1
    for digit in group:
        total = _doubled(total) ^ digit
    return _doubled(total)


def _doubled(value: int) -> int:
    return value << 1 ^ (_FIELD if value & 16 else 0)
