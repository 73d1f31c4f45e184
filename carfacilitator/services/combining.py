"""Combining Word files that came back with the one that was sent, without a workspace."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

from carfacilitator.document.blocks import Document, Finding, RevisionKind
from carfacilitator.document.combining import Combination, combine
from carfacilitator.document.remarks import missing_comments, settled_threads
from carfacilitator.document.settled import Outcome, new_changes, outcomes
from carfacilitator.document.strokes import How
from carfacilitator.errors import KnownError
from carfacilitator.services.reading import read_files
from carfacilitator.services.recognition import phrases, text_likeness

LIKE_ENOUGH = 30  # per cent of phrases in common; of two case studies hardly one


class IdentifiedBy(StrEnum):
    """By what a returned file is known to be what was sent."""

    IDENTITY = "identity"  # the code that a pack carries
    TEXT = "text"


@dataclass(frozen=True)
class Reviewer:
    """A returned file: whose names stand on what is new in it, and by what it is known."""

    file: str
    author_names: tuple[str, ...]
    identified_by: IdentifiedBy


@dataclass(frozen=True)
class Combined:
    """Returned files as one review, and in plain words what a person should know besides."""

    reviewers: tuple[Reviewer, ...]
    combination: Combination
    report: tuple[Finding, ...]


def combine_files(sent: Path, returned: Sequence[Path]) -> Combined:
    """Read a file that was sent and those that came back, and combine them; nothing is written.

    Raises:
        UnreadableFileError: one of them cannot be read.
        KnownError: one of them is no version of what was sent.
    """
    first, *others = read_files(sent, *returned)
    known = [(one.name, identified(first.document, one.document)) for one in others]
    for name, by in known:
        if by is None:
            raise KnownError(
                f"{name} is not a version of {first.name}: their texts have almost nothing in common.",
                "Check which file was sent; nothing was changed.",
            )
    documents = [one.document for one in others]
    combination = combine(first.document, documents)
    reviewers = tuple(
        Reviewer(name, author_names(combination, number, document), by or IdentifiedBy.TEXT)
        for number, ((name, by), document) in enumerate(zip(known, documents, strict=True))
    )
    return Combined(reviewers, combination, tuple(report_of(first.document, documents, combination)))


def identified(sent: Document, returned: Document) -> IdentifiedBy | None:
    """Return by what a returned file is known to be a version of the one that was sent, or None if it is not."""
    for key in ("identity", "code"):
        if sent.properties.get(key) and sent.properties.get(key) == returned.properties.get(key):
            return IdentifiedBy.IDENTITY
    like = text_likeness(phrases(sent), phrases(returned))
    return IdentifiedBy.TEXT if like >= LIKE_ENOUGH or sent.texts() == returned.texts() else None


def author_names(combination: Combination, reviewer: int, returned: Document) -> tuple[str, ...]:
    """Return the names on what is new in a returned file, the most frequent first."""
    changes = new_changes(returned, combination.strokes[reviewer].tally)
    remarks = (one.comment.author for one in combination.remarks if one.reviewer == reviewer)
    names = Counter(name for name in chain(remarks, (change.author for change in changes)) if name)
    return tuple(name for name, _ in names.most_common())


def report_of(sent: Document, returned: Sequence[Document], combination: Combination) -> Iterator[Finding]:
    """Yield what a person should know of the returned files besides remarks and proposed edits."""
    told: Counter[str] = Counter()
    for number, document in enumerate(returned):
        tally = combination.strokes[number].tally
        told.update(
            str(outcome)
            for change, outcome in outcomes(sent, tally)
            if outcome is not Outcome.TRACKED and change.kind is not RevisionKind.FORMAT
        )
        told["formatting"] += sum(change.kind is RevisionKind.FORMAT for change in new_changes(document, tally))
        told["missing"] += len(missing_comments(sent, document))
        told["computed"] += sum(stroke.how is How.COMPUTED for stroke in combination.strokes[number].strokes)
        told["resolved"] += sum(resolved for _, resolved in settled_threads(sent, document))
    for kind, (one, many) in _SENTENCES.items():
        if told[kind]:
            yield Finding(kind, told[kind], one if told[kind] == 1 else many.format(told[kind]))
    yield from (finding for document in returned for finding in document.report)


_SENTENCES = {
    "computed": (
        "1 date, page number or the like was worked out anew by the program that saved the file; nobody is asked.",
        "{} dates, page numbers or the like were worked out anew by the program that saved the file; nobody is asked.",
    ),
    "accepted": (
        "1 change that was tracked before the file was sent has been accepted.",
        "{} changes that were tracked before the file was sent have been accepted.",
    ),
    "rejected": (
        "1 change that was tracked before the file was sent has been rejected.",
        "{} changes that were tracked before the file was sent have been rejected.",
    ),
    "formatting": (
        "1 change of formatting was made; it is not among the proposed edits.",
        "{} changes of formatting were made; they are not among the proposed edits.",
    ),
    "missing": (
        "1 comment that was sent did not come back; that does not mean that it is settled.",
        "{} comments that were sent did not come back; that does not mean that they are settled.",
    ),
    "resolved": ("1 thread was marked as resolved.", "{} threads were marked as resolved."),
}
