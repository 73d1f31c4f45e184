"""A pack's cover note taken off, so that what came back reads like the draft that was sent."""

from collections.abc import Iterator
from dataclasses import replace

from carfacilitator.document.blocks import Anchor, Block, BlockKind, Bookmark, Document, FileComment, Story

OURS = "_car_"  # begins the names of our hidden bookmarks
COVER = f"{OURS}cover"


def cover_of(sent: Document, code: str) -> range:
    """Return the leaves of a pack's cover note: up to the line with its code, or our first bookmark of the text."""
    for number, leaf in enumerate(sent.leaves()):
        if code and code in leaf.block.text():
            return range(number + 1)
        if leaf.path is not None or leaf.block.kind is BlockKind.HEADING:
            break
    return range(_first_marked(sent))


def cover_in(returned: Document, sent: Document, code: str) -> range:
    """Return the leaves of the cover note in a file that came back, wherever it stands there now and however edited.

    Empty if there is none, as where somebody deleted it, or copied the text into a new file.
    """
    before = _Beside(returned, sent, cover_of(sent, code))
    cover = _found(before, returned, code)
    return range(cover.start, cover.stop + before.blank_more(cover.stop)) if cover else cover


def _found(before: "_Beside", returned: Document, code: str) -> range:
    coded = next((number for number, text in enumerate(before.texts) if code and code in text), None)
    if coded is not None:
        return range(before.body_until(coded), coded + 1)
    marked = _first_marked(returned)
    if marked and not before.body_until(marked):
        return range(marked)
    return before.by_words()


class _Beside:
    """A file that came back beside what was sent: which of its leaves are of the cover note, which of the text."""

    def __init__(self, returned: Document, sent: Document, cover: range) -> None:
        self.texts = _stripped(returned)
        self._ours = ours = _stripped(sent)
        self._cover = len(cover)
        known = {text for text in ours[: self._cover] if text}
        self._places = {text: place for place, text in reversed(list(enumerate(ours))) if text and text not in known}
        self._notes = [number for number, text in enumerate(self.texts) if text in known]
        self._enough = max(2, len(known) // 2)

    def blank_more(self, end: int) -> int:
        """Return how many blank paragraphs a program has put in behind the cover note, where a new page begins."""
        return max(0, _blank(self.texts[end:]) - _blank(self._ours[self._cover :]))

    def body_until(self, end: int) -> int:
        """Return behind which leaf the last words of the text stand before a place; 0 if none do."""
        return max((number + 1 for number, text in enumerate(self.texts[:end]) if text in self._places), default=0)

    def by_words(self) -> range:
        """Return the cover note as far as its words are still there, at the beginning or behind the text."""
        if len(self._notes) < self._enough:
            return range(0)
        body = [number for number, text in enumerate(self.texts) if text in self._places]
        if not body or self._notes[0] > body[-1]:
            return range(self._notes[0], self._notes[-1] + 1)
        as_sent = body[0] - (self._places[self.texts[body[0]]] - self._cover)
        last = max((number for number in self._notes if number < body[0]), default=-1)
        return range(max(as_sent, last + 1) if as_sent <= body[0] else last + 1)


def _blank(texts: list[str]) -> int:
    """Return how many texts at the beginning are blank; 0 if all are."""
    return next((number for number, text in enumerate(texts) if text), 0)


def _stripped(document: Document) -> list[str]:
    body = (leaf.block.text().strip() for leaf in document.leaves() if leaf.block.story is Story.BODY)
    return list(body)


def _first_marked(document: Document) -> int:
    starts = [mark.block for mark in document.bookmarks if mark.name.startswith(OURS) and not _is_of_cover(mark)]
    return min(starts, default=0) if any(map(_is_of_cover, document.bookmarks)) else 0


def _is_of_cover(mark: Bookmark) -> bool:
    return mark.name.startswith(COVER)  # LibreOffice numbers what it has twice


def cover_words(document: Document, cover: range) -> list[str]:
    """Return the paragraphs of a cover note."""
    texts = document.texts()
    return [words for words in (texts[number].strip() for number in cover) if words]


def without_cover(document: Document, cover: range) -> Document:
    """Return a document without some of its leaves; what was said about these stays, without a place."""
    if not cover:
        return document
    return replace(
        document,
        blocks=tuple(_rest(document.blocks, cover)),
        comments=tuple(_shifted(comment, cover) for comment in document.comments),
        bookmarks=tuple(
            mark if mark.block < cover.start else replace(mark, block=mark.block - len(cover))
            for mark in document.bookmarks
            if mark.block not in cover
        ),
    )


def _rest(blocks: tuple[Block, ...], cover: range) -> Iterator[Block]:
    """Yield the blocks but for some leaves of the body, which are paragraphs that hold nothing else."""
    leaf = 0
    for block in blocks:
        size = 1 if _is_leaf(block) else len(Document((block,)).leaves())
        if not (size == 1 and leaf in cover and _is_leaf(block)):
            yield block
        leaf += size


def _is_leaf(block: Block) -> bool:
    return block.story is Story.BODY and not block.rows and not block.blocks


def _shifted(comment: FileComment, cover: range) -> FileComment:
    anchor = comment.anchor
    if anchor is None or anchor.last < cover.start:
        return comment
    if anchor.last in cover:
        return replace(comment, anchor=None)
    first, start = (cover.start, 0) if anchor.first in cover else (anchor.first, anchor.start)
    first -= len(cover) if first >= cover.stop else 0
    return replace(comment, anchor=Anchor(first, start, anchor.last - len(cover), anchor.end))
