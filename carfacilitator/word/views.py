"""A document as it is when its tracked changes are accepted or rejected: its paragraphs, or all of it."""

from collections.abc import Iterator
from dataclasses import replace

from carfacilitator.document.blocks import (
    ARRIVING,
    LEAVING,
    Block,
    BlockKind,
    Document,
    RevisionKind,
    Span,
    Story,
    View,
)

Blocks = tuple[Block, ...]


def paragraphs(document: Document, view: View, *, hidden: bool = True, story: Story = Story.BODY) -> list[str]:
    """Return the texts of one story's paragraphs, cells in place; a paragraph whose mark is gone joins the next.

    Text boxes are a story of their own, whatever they stand in. Without `hidden`, hidden text is left out.
    """
    if story is Story.TEXT_BOX:
        blocks = tuple(_boxes(document.blocks))
    else:
        blocks = tuple(block for block in document.blocks if block.story is story)
    return list(_paragraphs(blocks, view, story, hidden=hidden))


def settled(document: Document, view: View = View.FINAL) -> Document:
    """Return the document when all its changes are accepted (`FINAL`) or rejected (`ORIGINAL`), without comments."""
    return replace(document, blocks=_settled(document.blocks, view), comments=(), bookmarks=())


def _paragraphs(blocks: Blocks, view: View, story: Story, *, hidden: bool) -> Iterator[str]:
    for joined in _joined(blocks, view):
        if joined[0].story is not story:
            continue
        if _holds_blocks(joined[0]):
            for inner in _inside(joined[0]):
                yield from _paragraphs(inner, view, story, hidden=hidden)
        else:
            spans = (span for block in joined for span in _spans(block, view))
            yield "".join(span.text for span in spans if hidden or "hidden" not in span.marks)


def _settled(blocks: Blocks, view: View) -> Blocks:
    return tuple(_settled_one(joined, view) for joined in _joined(blocks, view) if not _box_is_gone(joined[0], view))


def _settled_one(joined: Blocks, view: View) -> Block:
    last = joined[-1]
    if not _holds_blocks(last):
        spans = (replace(span, revisions=()) for block in joined for span in _spans(block, view))
        return replace(last, spans=tuple(spans), revisions=())
    cells = (tuple(_settled(cell, view) for cell in row if not _cell_is_gone(cell, view)) for row in last.rows)
    return replace(last, rows=tuple(row for row in cells if row), blocks=_settled(last.blocks, view), revisions=())


def _boxes(blocks: Blocks) -> Iterator[Block]:
    """Yield the outermost text boxes among blocks and inside them."""
    for block in blocks:
        if block.kind is BlockKind.TEXT_BOX:
            yield block
        else:
            for inner in _inside(block):
                yield from _boxes(inner)


def _joined(blocks: Blocks, view: View) -> Iterator[Blocks]:
    """Yield the blocks, those together that are one paragraph in the view; its text boxes come after it."""
    waiting: list[Block] = []
    boxes: list[Block] = []
    for block in blocks:
        if waiting and block.kind is BlockKind.TEXT_BOX:
            boxes.append(block)
            continue
        if waiting and _holds_blocks(block):
            yield from _closed(waiting, boxes)
        waiting.append(block)
        if not _mark_is_gone(block, view):
            yield from _closed(waiting, boxes)
    yield from _closed(waiting, boxes)


def _closed(waiting: list[Block], boxes: list[Block]) -> Iterator[Blocks]:
    """Yield a paragraph that has come to its end, then the boxes met in it; both lists are empty afterwards."""
    if waiting:
        yield tuple(waiting)
    for box in boxes:
        yield (box,)
    waiting.clear()
    boxes.clear()


def _holds_blocks(block: Block) -> bool:
    return block.kind is BlockKind.TABLE or bool(block.blocks)


def _inside(block: Block) -> list[Blocks]:
    return [block.blocks] if block.blocks else [cell for row in block.rows for cell in row]


def _spans(block: Block, view: View) -> Iterator[Span]:
    return (span for span in block.spans if span.stands_in(view))


def _mark_is_gone(block: Block, view: View) -> bool:
    """Tell whether the paragraph's mark is no part of the view: deleted in the final, inserted in the original."""
    return _is_gone(block, RevisionKind.PARAGRAPH_MARK, view)


def _cell_is_gone(cell: Blocks, view: View) -> bool:
    """Tell whether a cell, or the whole row that it stands in, is no part of the view."""
    blocks = [block for block in cell if not _holds_blocks(block)]
    return bool(blocks) and all(_is_gone(block, RevisionKind.ROW, view) for block in blocks)


def _box_is_gone(block: Block, view: View) -> bool:
    gone = LEAVING if view is View.FINAL else ARRIVING
    return block.kind is BlockKind.TEXT_BOX and any(change.kind in gone for change in block.revisions)


def _is_gone(block: Block, kind: RevisionKind, view: View) -> bool:
    arrives = view is View.ORIGINAL
    changes = (change for change in block.revisions if change.kind is kind)
    return view is not View.MARKED and any(change.arrives is arrives for change in changes)
