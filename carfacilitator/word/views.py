"""The paragraphs of a document as they are when its tracked changes are accepted or rejected."""

from collections.abc import Iterator

from carfacilitator.document.blocks import Block, BlockKind, Document, RevisionKind, Story, View


def paragraphs(document: Document, view: View, *, hidden: bool = True, story: Story = Story.BODY) -> list[str]:
    """Return the texts of one story's paragraphs, cells in place; a paragraph whose mark is gone joins the next.

    Without `hidden`, hidden text is left out.
    """
    blocks = tuple(block for block in document.blocks if block.story is story)
    return list(_paragraphs(blocks, view, hidden=hidden))


def _paragraphs(blocks: tuple[Block, ...], view: View, *, hidden: bool) -> Iterator[str]:
    begun: str | None = None
    for block in blocks:
        if block.kind is BlockKind.TABLE or block.blocks:
            if begun is not None:
                yield begun
                begun = None
            for inner in _inside(block):
                yield from _paragraphs(inner, view, hidden=hidden)
            continue
        text = (begun or "") + _text(block, view, hidden=hidden)
        begun = text if _mark_is_gone(block, view) else None
        if begun is None:
            yield text
    if begun is not None:
        yield begun


def _inside(block: Block) -> list[tuple[Block, ...]]:
    return [block.blocks] if block.blocks else [cell for row in block.rows for cell in row]


def _text(block: Block, view: View, *, hidden: bool) -> str:
    return "".join(span.text for span in block.spans if span.stands_in(view) and (hidden or "hidden" not in span.marks))


def _mark_is_gone(block: Block, view: View) -> bool:
    """Tell whether the paragraph's mark is no part of the view: deleted in the final, inserted in the original."""
    if view is View.MARKED:
        return False
    arrives = view is View.ORIGINAL
    marks = (one for one in block.revisions if one.kind is RevisionKind.PARAGRAPH_MARK)
    return any(mark.arrives is arrives for mark in marks)
