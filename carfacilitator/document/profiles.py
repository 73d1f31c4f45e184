"""Ways of comparing: how much detail a reader wants, and which differences do not count."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum


class Calm(StrEnum):
    """How readily words that stayed between two changes are shown as part of one change."""

    CALMER = "calmer"
    USUAL = "usual"
    DETAILED = "detailed"  # every word that can be kept is

    @property
    def factor(self) -> float:
        """Return how many times the weight of the changes around it a kept run must have to stay, 0 for anything."""
        return _FACTORS[self]


_FACTORS = {Calm.CALMER: 2.5, Calm.USUAL: 1.0, Calm.DETAILED: 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What counts as a difference, and how calmly differences are shown.

    What Word sets by itself (curly quotation marks, dashes, soft hyphens) never counts.
    """

    calm: Calm = Calm.USUAL
    ignore_case: bool = False
    ignore_spaces: bool = True
    ignore_punctuation: bool = False
    ignore_formatting: bool = True

    def to_record(self) -> dict[str, str | bool]:
        """Return the profile as JSON has it."""
        choices: dict[str, str | bool] = {choice.name: getattr(self, choice.name) for choice in fields(self)}
        return choices | {"calm": str(self.calm)}

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> "Profile":
        """Return the profile that a record tells; what it does not tell, or not in a way known here, is as usual."""
        calm = next((calm for calm in Calm if calm == record.get("calm")), Calm.USUAL)
        told = {name: choice for name in _SWITCHES if isinstance(choice := record.get(name), bool)}
        return cls(calm=calm, **told)


_SWITCHES = ("ignore_case", "ignore_spaces", "ignore_punctuation", "ignore_formatting")
AS_USUAL = Profile()
