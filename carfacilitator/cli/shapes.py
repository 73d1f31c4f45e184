"""How a document and a comparison are written as JSON; the shapes are a promise to programs outside."""

from carfacilitator.document.blocks import Anchor, Document, FileComment, Leaf, View
from carfacilitator.document.changes import Change, changes
from carfacilitator.document.comparison import Comparison, Piece, Row
from carfacilitator.document.joins import Stretch
from carfacilitator.document.sentences import MovedSentence

Shape = dict[str, object]


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


def comparison_shape(comparison: Comparison) -> Shape:
    """Return the summary, every row with its words, and the moved sentences."""
    summary = comparison.summary
    return {
        "summary": {
            "sentence": summary.sentence,
            "counts": {str(kind): number for kind, number in summary.counts.items()},
        },
        "rows": [_row(comparison, row) for row in comparison.rows],
        "moved_sentences": [_moved(move) for move in comparison.moved_sentences],
    }


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
    }


def _comment(comment: FileComment) -> Shape:
    return {
        "id": comment.id,
        "parent": comment.parent or None,
        "inferred_parent": comment.inferred_parent,
        "author": comment.author,
        "initials": comment.initials,
        "date": comment.date,
        "date_utc": comment.date_utc,
        "resolved": comment.resolved,
        "text": comment.text,
        "quote": comment.quote,
        "anchor": anchor_shape(comment.anchor),
    }


def _change(change: Change) -> Shape:
    return {
        "id": change.id,
        "kind": str(change.kind),
        "author": change.author,
        "date": change.date,
        "text": change.text,
        "block": change.block,
        "group": change.group or None,
    }


def _row(comparison: Comparison, row: Row) -> Shape:
    return {
        "kind": str(row.kind),
        "old": list(row.old),
        "new": list(row.new),
        "words": [_piece(piece) for piece in comparison.words(row)],
        "move": row.move,
        "formatting": [],
    }


def _moved(sentence: MovedSentence) -> Shape:
    return {"old": _stretch(sentence.old), "new": _stretch(sentence.new)}


def _stretch(stretch: Stretch) -> Shape:
    return {"block": stretch.leaf, "from": stretch.start, "to": stretch.end}


def _piece(piece: Piece) -> list[str]:
    return [piece.op, piece.text] if piece.old is None else [piece.op, piece.text, piece.old]
