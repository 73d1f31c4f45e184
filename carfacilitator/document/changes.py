"""The tracked changes that came inside a draft, as a list that a person can go through."""

from collections.abc import Iterator
from dataclasses import dataclass

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change: what was done to which words of which leaf; `id` is the same for the same bytes."""

    id: str
    kind: RevisionKind
    author: str
    date: str
    text: str
    block: int  # index into Document.leaves()
    group: str  # joins the two ends of a move


def changes(document: Document) -> tuple[Change, ...]:
    """Return every tracked change in reading order; neighbouring spans under one revision are one change."""
    found = (
        (index, revision, text)
        for index, leaf in enumerate(document.leaves())
        for revision, text in _revised(leaf.block)
    )
    return tuple(
        Change(f"c{number}", revision.kind, revision.author, revision.date, text, index, revision.group)
        for number, (index, revision, text) in enumerate(found)
    )


def _revised(block: Block) -> Iterator[tuple[Revision, str]]:
    running: dict[Revision, list[str]] = {}
    for span in block.spans:
        ended = [revision for revision in running if revision not in span.revisions]
        for revision in ended:
            yield revision, "".join(running.pop(revision))
        for revision in span.revisions:
            running.setdefault(revision, []).append(span.text)
    for revision, texts in running.items():
        yield revision, "".join(texts)
    for revision in block.revisions:
        yield revision, ""
