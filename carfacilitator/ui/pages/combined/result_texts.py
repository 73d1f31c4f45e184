"""How the next draft is told before it is written: what is done in it, and what stays as it was sent."""

from collections import Counter

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.ui.widgets import spoken

WAYS_TOLD = {
    True: "Each edit stands in the author’s own file as a tracked change of whoever proposed it; an own wording as "
    "yours. The author can look at each, and accept or reject it.",
    False: "The text simply reads so. What the author had tracked before stays tracked.",
}
NOTHING = "No edit is accepted yet, so there is nothing to write."
STOPPED = "It was stopped. Choose how the edits are written, and it is worked out again."
_KEPT = {Verdict.KEPT: "kept so", Verdict.REJECTED: "rejected"}
_SPOKEN = frozenset({Verdict.DISCUSS, Verdict.COMMENT})


def written(review: CombinedReview) -> int:
    """Return how many edits will be done."""
    counts = _counts(review)
    return counts[Verdict.ACCEPTED] + counts[Verdict.OWN_WORDING]


def sums(review: CombinedReview) -> str:
    """Return 'Five edits will be done: four as proposed, one in your own words.'."""
    counts, own = _counts(review), _counts(review)[Verdict.OWN_WORDING]
    done = written(review)
    if not done:
        return NOTHING
    as_proposed = counts[Verdict.ACCEPTED]
    how = ""
    if own and as_proposed:
        how = f": {spoken.number(as_proposed)} as proposed, {spoken.number(own)} in your own words"
    elif own:
        how = ", in your own words"
    return f"{_capital(spoken.counted(done, 'edit'))} will be done{how}."


def left(review: CombinedReview) -> str:
    """Return what stays as it was sent, and which remarks still wait; '' if nothing does."""
    counts = _counts(review)
    told = [
        f"{spoken.number(counts[None])} {_is(counts[None])} undecided" if counts[None] else "",
        *(f"{spoken.number(counts[verdict])} {words}" for verdict, words in _KEPT.items() if counts[verdict]),
        _spoken_of(sum(counts[verdict] for verdict in _SPOKEN)),
    ]
    stays = [part for part in told if part]
    remarks = sum(remark.verdict is None for remark in review.remarks)
    sentences = [f"What is not done stays as it was sent: {', '.join(stays)}." if stays else ""]
    if remarks:
        waits = "waits" if remarks == 1 else "wait"
        sentences.append(f"{_capital(spoken.counted(remarks, 'remark'))} still {waits} for an answer, and can wait.")
    return " ".join(sentence for sentence in sentences if sentence)


def older(number: int, newest: int) -> str:
    """Return what is wrong with writing a draft from one that is not the newest; '' if it is."""
    if number == newest:
        return ""
    return (
        f"Draft {newest} came after draft {number}, and what was changed in it would not be in the new one. "
        "Bring the answers forward first, on the cards of those who answered."
    )


def paragraphs(count: int) -> str:
    """Return '5 paragraphs'."""
    return f"{count} paragraph" if count == 1 else f"{count} paragraphs"


def more(count: int) -> str:
    """Return how many paragraphs are not shown."""
    return f"and {spoken.counted(count, 'more paragraph')}"


def _spoken_of(count: int) -> str:
    return f"{spoken.number(count)} to be spoken of with the author" if count else ""


def _counts(review: CombinedReview) -> Counter[Verdict | None]:
    return Counter(edit.decision.verdict if edit.decision else None for edit in review.edits)


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
