"""Where a remark stands in the draft: the paragraph with its words, or with the words that its sender put in."""

from dataclasses import dataclass

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.sections import places
from carfacilitator.services.combined_rows import CombinedReview, EditRow, RemarkRow, Wording
from carfacilitator.ui.pages.combined.reading import Runs, Sent, reading
from carfacilitator.ui.widgets.sheet_runs import Run


@dataclass(frozen=True)
class Standing:
    """The paragraph that a remark is about; `told` says what one looks at, `runs` how it is shown."""

    sent: Sent
    told: str
    runs: Runs
    passage: tuple[int, int] | None


def standing(review: CombinedReview, remark: RemarkRow) -> Standing | None:
    """Return where a remark stands, None where it has no place."""
    if remark.anchor is None:
        return None
    sent = passage_at(review, remark.anchor)
    found = _put_in(review, remark) if remark.proposed else None
    if found is not None:
        return Standing(sent, f"with what {remark.person} put in", reading(review, *found).runs, None)
    return Standing(sent, "in the draft", (Run(sent.text, 0),), (sent.start, sent.end))


def passage_at(review: CombinedReview, anchor: Anchor) -> Sent:
    """Return the paragraphs of a passage, with the passage in them."""
    flat, texts = review.combination.flat, review.document.texts()
    text = "\n".join(texts[anchor.first : anchor.last + 1])
    base = flat.offset(anchor.first, 0)
    start, end = flat.span(anchor)
    place = places(review.document)[anchor.first].words
    return Sent(place, anchor.first, base, text, start - base, min(end - base, len(text)))


def _put_in(review: CombinedReview, remark: RemarkRow) -> tuple[EditRow, Wording] | None:
    """Return the edit, and the wording in it, in which the sender of a remark put in what it speaks of."""
    if remark.anchor is None:
        return None
    at, _ = review.combination.flat.span(remark.anchor)
    theirs = (
        (edit, wording)
        for edit in review.edits
        if edit.item.start <= at <= edit.item.end
        for wording in edit.wordings
        if remark.person in wording.people
    )
    return next(theirs, None)
