"""Where a comment stands in a draft, and where it stands in the next one."""

from enum import StrEnum


class AnchorState(StrEnum):
    """How sure the place of a comment in a draft is."""

    EXACT = "exact"
    CHANGED = "changed"
    WEAK = "weak"
    ORPHAN = "orphan"
    MANUAL = "manual"
