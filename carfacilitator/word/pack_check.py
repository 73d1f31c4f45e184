"""Reads a finished pack again and compares it with what was ordered, before anybody gets it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carfacilitator.document.blocks import Anchor, BlockKind, Document, FileComment, Leaf, SpanKind, Story, View
from carfacilitator.errors import KnownError
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.comments import Texts, passage
from carfacilitator.word.hidden import HIDDEN
from carfacilitator.word.objects import TEXT_BOX
from carfacilitator.word.patch import plain_text
from carfacilitator.word.views import paragraphs

_NOTES = (Story.FOOTNOTE, Story.ENDNOTE)
_MARGINS = (Story.HEADER, Story.FOOTER)


class PackError(KnownError):
    """A pack that is not what was ordered; it must not go out."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The pack was not made: read again, {what} was not as ordered.", "Please report this.")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a pack must hold: the original's text after so many paragraphs of cover, and these comments at the end."""

    original: Document
    cover_paragraphs: int
    comments: tuple[NewComment, ...]
    keep_comments: bool
    keep_hidden: bool


def check_pack(pack: Document, expected: Expected) -> None:
    """Compare what a reader finds in a pack with what was ordered.

    Raises:
        PackError: they differ; the sentence says in what, and quotes nothing.
    """
    _check_texts(pack, expected)
    _check_comments(pack, expected)


def _check_texts(pack: Document, expected: Expected) -> None:
    hidden = expected.keep_hidden
    text = paragraphs(pack, View.FINAL)[expected.cover_paragraphs :]
    if "".join(text) != "".join(paragraphs(expected.original, View.FINAL, hidden=hidden)):
        raise PackError("the text")
    for story in _MARGINS:
        ours = paragraphs(expected.original, View.FINAL, story=story, hidden=hidden)
        if "".join(paragraphs(pack, View.FINAL, story=story)) != "".join(ours):
            raise PackError("a header or footer")
    for story in _NOTES:
        if "".join(_notes(pack, story, hidden=True)) != "".join(_notes(expected.original, story, hidden=hidden)):
            raise PackError("a note")
    ours = paragraphs(expected.original, View.FINAL, story=Story.TEXT_BOX, hidden=hidden)
    theirs = paragraphs(pack, View.FINAL, story=Story.TEXT_BOX)
    if "".join(theirs) != "".join(ours) and (hidden or not _has_hidden_boxes(expected.original)):
        raise PackError("a text box")


def _notes(document: Document, story: Story, *, hidden: bool) -> Iterator[str]:
    """Yield the final text of the notes that the final text refers to."""
    spans = (span for leaf in document.leaves() for span in leaf.block.spans if span.kind is SpanKind.NOTE)
    used = {span.about for span in spans if span.stands_in(View.FINAL) and (hidden or HIDDEN not in span.marks)}
    for block in document.blocks:
        if block.kind is BlockKind.NOTE and block.story is story and block.id in used:
            yield from paragraphs(Document((block,)), View.FINAL, story=story, hidden=hidden)


def _has_hidden_boxes(document: Document) -> bool:
    spans = (span for leaf in document.leaves() for span in leaf.block.spans)
    return any(HIDDEN in span.marks and span.about == TEXT_BOX for span in spans)


def _check_comments(pack: Document, expected: Expected) -> None:
    ordered = [one for comment in expected.comments for one in comment.thread()]
    earlier = len(expected.original.comments) if expected.keep_comments else 0
    found = pack.comments[earlier:]
    if len(pack.comments) != earlier + len(ordered):
        raise PackError("the number of comments")
    if [_told(one) for one in found] != [_ordered(one) for one in ordered]:
        raise PackError("a comment")
    parents = {one.id: one.parent for one in found}
    roots = [one for one in found if not parents[one.id]]
    if len(roots) != len(expected.comments):
        raise PackError("the thread of a comment")
    leaves = expected.original.leaves()
    texts = Texts(expected.original, View.FINAL)
    for comment, root in zip(expected.comments, roots, strict=True):
        if root.resolved != comment.resolved:
            raise PackError("the state of a comment")
        if _is_comparable(comment.anchor, leaves) and comment.anchor is not None:
            words = passage(texts, comment.anchor)
            if _squashed(root.quote) != _squashed(words):
                raise PackError("the passage of a comment")


def _told(comment: FileComment) -> tuple[str, ...]:
    return comment.author, comment.initials, _squashed(comment.text)


def _ordered(comment: NewComment) -> tuple[str, ...]:
    return plain_text(comment.author), plain_text(comment.initials), _squashed(plain_text(comment.text))


def _is_comparable(anchor: Anchor | None, leaves: Sequence[Leaf]) -> bool:
    """Tell whether a passage must be found again to the letter: one in the text, with nothing hidden in it."""
    if anchor is None:
        return False
    blocks = [leaf.block for leaf in leaves[anchor.first : anchor.last + 1]]
    in_text = all(block.story is Story.BODY for block in blocks)
    return in_text and not any(HIDDEN in span.marks for block in blocks for span in block.spans)


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)
