"""What of the tracked changes in a pack is our own, how the text reads without them, and what was answered to them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carfacilitator.document.blocks import Document, Finding, Revision
from carfacilitator.document.offers import Answer, Answered, Offers
from carfacilitator.model.packs import Pack
from carfacilitator.services.days import local
from carfacilitator.services.pack_wishes import from_record
from carfacilitator.word.tracker import WRITTEN


@dataclass(frozen=True)
class Marks:
    """When we marked changes in a pack, as its maker's clock showed (None if we did not); whether it is a redline."""

    at: datetime | None = None
    redline: bool = False


UNMARKED = Marks()
OF_EARLIER = frozenset({"accepted", "rejected"})  # findings that tell of changes which were there before
_SAID = {
    Answer.ACCEPTED: "accepted",
    Answer.DECLINED: "declined",
    Answer.CHANGED: "altered",
    Answer.OPEN: "left as it was",
}


def marks_of(pack: Pack) -> Marks:
    """Return what we marked in a pack."""
    return Marks(local(pack.made_at) if pack.marked_by else None, from_record(pack.wishes).redline)


def offers_of(marks: Marks, sent: Document) -> Offers:
    """Return our own changes in what was sent, which is a pack read without its cover note.

    They are known by their second alone: names may lie under a veil.
    """
    moment = f"{marks.at:{WRITTEN}}" if marks.at else ""

    def is_ours(change: Revision) -> bool:
        return bool(moment) and change.date == moment

    return Offers(sent, is_ours, done=marks.redline)


def answers_told(answered: Answered) -> Iterator[Finding]:
    """Yield what was answered to our changes, in one sentence."""
    counts = Counter(_one_answer(group) for group in _together(answered))
    total = counts.total()
    if total:
        said = ", ".join(f"{counts[answer]} {words}" for answer, words in _SAID.items() if counts[answer])
        changes = "1 change" if total == 1 else f"{total} changes"
        yield Finding("answered", total, f"Of {changes} that the pack showed: {said}.")


def _together(answered: Answered) -> list[list[Answer]]:
    """Return the answers in groups: to words put in the place of others there is one."""
    groups: list[list[Answer]] = []
    end = -1
    for piece, answer in answered.answers:
        if piece.start != end:
            groups.append([])
        groups[-1].append(answer)
        end = piece.end
    return groups


def _one_answer(group: list[Answer]) -> Answer:
    return group[0] if len(set(group)) == 1 else Answer.CHANGED
