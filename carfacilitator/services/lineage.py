"""The id that a paragraph has for life, handed on from draft to draft."""

from collections.abc import Sequence
from secrets import token_urlsafe

from carfacilitator.document.comparison import Comparison

_BYTES = 5  # of an id: no two paragraphs of one case study share them


def begun(size: int) -> list[str]:
    """Return fresh ids for the paragraphs of a first draft."""
    return [token_urlsafe(_BYTES) for _ in range(size)]


def carried_on(comparison: Comparison, before: Sequence[str]) -> list[str]:
    """Return an id for every paragraph of the newer draft: the one it had before, or a fresh one.

    Of a split or merged paragraph the longest part keeps the id; `before` are the ids of the older draft.
    """
    lasting = begun(len(comparison.new))
    for row in comparison.rows:
        if row.old and row.new:
            lasting[_longest(row.new, comparison.new)] = before[_longest(row.old, comparison.old)]
    return lasting


def _longest(indexes: Sequence[int], texts: Sequence[str]) -> int:
    return max(indexes, key=lambda index: len(texts[index]))
