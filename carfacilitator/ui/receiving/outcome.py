"""What is said once a draft was kept: its number, and how its case study's open comments fared."""

from collections.abc import Mapping

from carfacilitator.model.terms import AnchorState
from carfacilitator.services.drafts import Received
from carfacilitator.ui.widgets import spoken

_SAME = (AnchorState.EXACT, AnchorState.MANUAL)
_UNSURE = (AnchorState.CHANGED, AnchorState.WEAK)
_WORDS = (
    ("stands where it was", "stand where they were"),
    ("stands on words that changed", "stand on words that changed"),
    ("has lost its passage", "have lost their passage"),
)


def said(received: Received, title: str) -> str:
    """Return 'Draft 4 of ‘Keeping a tenancy’ was kept. Of 11 open comments seven stand where they were …'."""
    return f"Draft {received.number} of ‘{title}’ was kept. {fate(received.carried)}".strip()


def fate(carried: Mapping[AnchorState, int]) -> str:
    """Return a sentence whose parts add up to the number of comments; nothing where there was none."""
    counts = (_sum(carried, _SAME), _sum(carried, _UNSURE), _sum(carried, (AnchorState.ORPHAN,)))
    told = [(count, words[count > 1]) for count, words in zip(counts, _WORDS, strict=True) if count]
    if not told:
        return ""
    if len(told) == 1:
        ((count, words),) = told
        return f"{_capital(spoken.counted(count, 'open comment'))} {words}."
    parts = [f"{spoken.number(count)} {words}" for count, words in told]
    return f"Of {spoken.number(sum(counts))} open comments {', '.join(parts[:-1])} and {parts[-1]}."


def _sum(carried: Mapping[AnchorState, int], states: tuple[AnchorState, ...]) -> int:
    return sum(carried.get(state, 0) for state in states)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
