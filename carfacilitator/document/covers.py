"""A pack's cover note taken off, so that what came back reads like the draft that was sent."""

from dataclasses import replace

from carfacilitator.document.blocks import Anchor, Block, BlockKind, Bookmark, Document, FileComment, Story

OURS = "_car_"  # begins the names of our hidden bookmarks
COVER = f"{OURS}cover"


def cover_length(document: Document, code: str) -> int:
    """Return how many leaves a cover note has at the beginning: up to the line with its code, or our first bookmark.

    0 if there is none, as where somebody copied the text into a new file.
    """
    for number, leaf in enumerate(document.leaves()):
        if code and code in leaf.block.text():
            return number + 1
        if leaf.path is not None or leaf.block.kind is BlockKind.HEADING:
            break
    starts = [mark.block for mark in document.bookmarks if mark.name.startswith(OURS) and not _is_of_cover(mark)]
    has_cover = any(map(_is_of_cover, document.bookmarks))
    return min(starts, default=0) if has_cover else 0


def _is_of_cover(mark: Bookmark) -> bool:
    return mark.name.startswith(COVER)  # LibreOffice numbers what it has twice


def cover_words(document: Document, length: int) -> list[str]:
    """Return the paragraphs of a cover note."""
    return [text.strip() for text in document.texts()[:length] if text.strip()]


def without_cover(document: Document, length: int) -> Document:
    """Return a document without its first leaves; what was said about these stays, without a place."""
    if not length:
        return document
    return replace(
        document,
        blocks=tuple(_rest(document.blocks, length)),
        comments=tuple(_shifted(comment, length) for comment in document.comments),
        bookmarks=tuple(
            replace(mark, block=mark.block - length) for mark in document.bookmarks if mark.block >= length
        ),
    )


def _rest(blocks: tuple[Block, ...], length: int) -> list[Block]:
    """Return the blocks after the first leaves of the body, which are paragraphs that hold nothing else."""
    first = next((n for n, block in enumerate(blocks) if n >= length or not _is_leaf(block)), len(blocks))
    return list(blocks[first:])


def _is_leaf(block: Block) -> bool:
    return block.story is Story.BODY and not block.rows and not block.blocks


def _shifted(comment: FileComment, length: int) -> FileComment:
    anchor = comment.anchor
    if anchor is None or anchor.last < length:
        return replace(comment, anchor=None)
    first, start = (anchor.first - length, anchor.start) if anchor.first >= length else (0, 0)
    return replace(comment, anchor=Anchor(first, start, anchor.last - length, anchor.end))
