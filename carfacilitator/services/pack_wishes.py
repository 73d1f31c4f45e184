"""What the facilitator wishes for one pack: what is asked, beside which words, and what of the file goes along."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any
from uuid import UUID

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience

_KEPT = ("keep_comments", "keep_changes", "keep_hidden", "keep_names")


class Asked(StrEnum):
    """What is asked of the one who gets a pack."""

    COMMENT = "read and comment"
    CHECK_FACTS = "check the facts"
    AGREE = "agree to publication"


@dataclass(frozen=True)
class PassageQuestion:
    """A question about some words of the draft."""

    text: str
    anchor: Anchor


@dataclass(frozen=True)
class Proposal:
    """Words that might stand in place of a passage of the draft; '' proposes to leave it out."""

    anchor: Anchor
    words: str


@dataclass(frozen=True, kw_only=True)
class PackWishes:
    """What the facilitator wishes for one pack.

    `questions` stand in the letter and as comments on the draft's title, `passage_questions` as comments at their
    words, `proposals` as tracked changes; a `redline` shows what changed since the gatekeeper saw the text last, and
    proposes nothing. `audience` is whom the gatekeeper counts as for this pack, None as ever. `word` stands in place of
    the usual sentences of the cover note. What came inside the practitioner's file goes out only where `keep_…` says
    so. `leave_out` are comments that stay although they might go.
    """

    asked: Asked = Asked.COMMENT
    questions: tuple[str, ...] = ()
    passage_questions: tuple[PassageQuestion, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    redline: bool = False
    audience: Audience | None = None
    reply_by: date | None = None
    word: str = ""
    leave_out: frozenset[UUID] = frozenset()
    keep_comments: bool = False
    keep_changes: bool = False
    keep_hidden: bool = False
    keep_names: bool = False


def to_record(wishes: PackWishes) -> dict[str, Any]:
    """Return what was wished as JSON can hold it."""
    record = asdict(wishes)
    record["reply_by"] = wishes.reply_by.isoformat() if wishes.reply_by else None
    record["leave_out"] = sorted(map(str, wishes.leave_out))
    return record


def from_record(record: Mapping[str, Any]) -> PackWishes:
    """Return what `to_record` was given; what is missing, as in packs of earlier versions, is as it is by default."""
    day = record.get("reply_by")
    return PackWishes(
        asked=Asked(record.get("asked", Asked.COMMENT)),
        questions=tuple(record.get("questions", ())),
        passage_questions=tuple(
            PassageQuestion(one["text"], Anchor(**one["anchor"])) for one in record.get("passage_questions", ())
        ),
        proposals=tuple(Proposal(Anchor(**one["anchor"]), one["words"]) for one in record.get("proposals", ())),
        redline=bool(record.get("redline", False)),
        audience=Audience(record["audience"]) if record.get("audience") else None,
        reply_by=date.fromisoformat(day) if day else None,
        word=str(record.get("word", "")),
        leave_out=frozenset(map(UUID, record.get("leave_out", ()))),
        **{kept: bool(record.get(kept, False)) for kept in _KEPT},
    )


def check(wishes: PackWishes) -> None:
    """Refuse wishes that contradict one another.

    Raises:
        RefusedError: two proposals are about the same words, or a redline proposes something.
    """
    if wishes.redline and wishes.proposals:
        raise RefusedError(
            "A redline shows what changed, and cannot propose words as well.",
            "Take the proposals out, or send the draft without the redline.",
        )
    places = sorted(
        ((one.anchor.first, one.anchor.start), (one.anchor.last, one.anchor.end)) for one in wishes.proposals
    )
    if any(one[1] > other[0] for one, other in pairwise(places)):
        raise RefusedError("Two proposals are about the same words.", "Make one of them.")
