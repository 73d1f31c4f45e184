"""The tracked changes that came inside a draft, as a list that a person can go through."""

from collections.abc import Iterator
from dataclasses import dataclass

from carfacilitator.document.blocks import LEAVING, Block, Document, Revision, RevisionKind

Spans = tuple[int, ...]  # numbers of spans in their block


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change: what was done to which words of which leaf; `id` is the same for the same bytes.

    `arrives` tells whether what it is about was put in or taken out; None where only the look of words was changed.
    """

    id: str
    kind: RevisionKind
    author: str
    date: str
    text: str
    block: int  # index into Document.leaves()
    group: str  # joins the two ends of a move
    arrives: bool | None


def changes(document: Document) -> tuple[Change, ...]:
    """Return every tracked change in reading order; neighbouring spans under one revision are one change."""
    return tuple(change for change, _ in changes_with_spans(document))


def changes_with_spans(document: Document) -> Iterator[tuple[Change, Spans]]:
    """Yield every tracked change in reading order, with which spans of its leaf it is about."""
    found = (
        (index, leaf.block, revision, spans)
        for index, leaf in enumerate(document.leaves())
        for revision, spans in _revised(leaf.block)
    )
    for number, (index, block, revision, spans) in enumerate(found):
        text = "".join(block.spans[place].text for place in spans)
        about = (revision.kind, revision.author, revision.date, text, index, revision.group, _arrives(revision))
        yield Change(f"c{number}", *about), spans


def _arrives(revision: Revision) -> bool | None:
    if revision.kind is RevisionKind.FORMAT:
        return None
    return revision.kind not in LEAVING and revision.arrives


def _revised(block: Block) -> Iterator[tuple[Revision, Spans]]:
    running: dict[Revision, list[int]] = {}
    for place, span in enumerate(block.spans):
        ended = [revision for revision in running if revision not in span.revisions]
        for revision in ended:
            yield revision, tuple(running.pop(revision))
        for revision in dict.fromkeys(span.revisions):  # of a row and of its words at once, it is one all the same
            running.setdefault(revision, []).append(place)
    for revision, places in running.items():
        yield revision, tuple(places)
    for revision in block.revisions:
        yield revision, ()
