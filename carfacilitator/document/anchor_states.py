"""How sure the place of a comment in a draft is."""

from enum import StrEnum


class AnchorState(StrEnum):
    """How sure the place of a comment in a draft is."""

    EXACT = "exact"  # the same words
    CHANGED = "changed"  # most of the words, or reworked ones where they stood
    WEAK = "weak"  # what replaced them, or what reads much like them elsewhere: to be looked at
    ORPHAN = "orphan"  # cut
    MANUAL = "manual"  # put there by hand
