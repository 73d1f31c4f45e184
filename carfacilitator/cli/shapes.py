"""How a document is written as JSON; the shape is a promise to programs outside."""

from datetime import datetime

from carfacilitator.document.blocks import Anchor, Document, FileComment, Leaf, SpanKind, View
from carfacilitator.document.changes import Change, changes

Shape = dict[str, object]

_OBJECTS = {SpanKind.PICTURE, SpanKind.OPAQUE}  # what has a sign for its text: a picture, a chart, an equation


def document_shape(document: Document) -> Shape:
    """Return blocks in reading order, comments, tracked changes and the import report."""
    return {
        "blocks": [_block(leaf) for leaf in document.leaves()],
        "comments": [_comment(comment) for comment in document.comments],
        "changes": [_change(change) for change in changes(document)],
        "report": [{"kind": f.kind, "count": f.count, "sentence": f.sentence} for f in document.report],
    }


def anchor_shape(anchor: Anchor | None) -> Shape | None:
    """Return an anchor with the names that the command line uses."""
    if anchor is None:
        return None
    return {"first": anchor.first, "from": anchor.start, "last": anchor.last, "to": anchor.end}


def _block(leaf: Leaf) -> Shape:
    block = leaf.block
    return {
        "id": block.id,
        "kind": str(block.kind),
        "level": block.level,
        "label": block.label,
        "story": str(block.story),
        "path": list(leaf.path) if leaf.path is not None else None,
        "original": block.text(View.ORIGINAL),
        "final": block.text(View.FINAL),
        "objects": [{"kind": str(span.kind), "about": span.about} for span in block.spans if span.kind in _OBJECTS],
    }


def _comment(comment: FileComment) -> Shape:
    return {
        "id": comment.id,
        "parent": comment.parent or None,
        "inferred_parent": comment.inferred_parent,
        "author": comment.author,
        "initials": comment.initials,
        "date": local_time(comment.date),
        "date_utc": comment.date_utc or None,
        "resolved": comment.resolved,
        "text": comment.text,
        "quote": comment.quote,
        "anchor": anchor_shape(comment.anchor),
    }


def _change(change: Change) -> Shape:
    return {
        "id": change.id,
        "kind": str(change.kind),
        "arrives": change.arrives,
        "author": change.author,
        "date": local_time(change.date),
        "text": change.text,
        "block": change.block,
        "group": change.group or None,
    }


def local_time(date: str) -> str | None:
    """Return a local time without the "Z" that Word writes behind it, as if it were UTC; None if it is no time."""
    told = date.removesuffix("Z")
    try:
        datetime.fromisoformat(told)
    except ValueError:
        return None
    return told
