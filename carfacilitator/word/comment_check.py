"""Compares comments that a reader finds in a file with those that were to be written into it."""

import re
from collections.abc import Sequence

from carfacilitator.document.blocks import Anchor, Document, FileComment, Leaf, Story, View
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.comments import Texts, passage
from carfacilitator.word.hidden import HIDDEN
from carfacilitator.word.patch import plain_text


def difference_in_comments(
    found: Sequence[FileComment],
    ordered: Sequence[NewComment],
    before: Document,
    *,
    with_passages: bool = True,
) -> str:
    """Return what of the new comments in a file differs from what was ordered ('' if nothing), quoting none.

    Anchors are those of the document `before`; without passages the words that they stand on may have changed.
    """
    threads = [one for comment in ordered for one in comment.thread()]
    if len(found) != len(threads):
        return "the number of comments"
    if [_told(one) for one in found] != [_ordered(one) for one in threads]:
        return "a comment"
    roots = [one for one in found if not one.parent]
    if len(roots) != len(ordered):
        return "the thread of a comment"
    pairs = list(zip(ordered, roots, strict=True))
    if any(root.resolved != comment.resolved for comment, root in pairs):
        return "the state of a comment"
    if with_passages and not all(_stands_on_its_words(comment.anchor, root, before) for comment, root in pairs):
        return "the passage of a comment"
    return ""


def same_comment(one: FileComment, other: NewComment) -> bool:
    """Tell whether a comment that was found is the one that was ordered."""
    return _told(one) == _ordered(other)


def _stands_on_its_words(anchor: Anchor | None, found: FileComment, before: Document) -> bool:
    if anchor is None or not _is_comparable(anchor, before.leaves()):
        return True
    return _squashed(found.quote) == _squashed(passage(Texts(before, View.FINAL), anchor))


def _is_comparable(anchor: Anchor, leaves: Sequence[Leaf]) -> bool:
    """Tell whether a passage must be found again to the letter: one in paragraphs of the text, with nothing hidden."""
    blocks = [leaf.block for leaf in leaves[anchor.first : anchor.last + 1]]
    in_text = all(block.story is Story.BODY and block.source is not None for block in blocks)
    return in_text and not any(HIDDEN in span.marks for block in blocks for span in block.spans)


def _told(comment: FileComment) -> tuple[str, ...]:
    return comment.author, comment.initials, _squashed(comment.text)


def _ordered(comment: NewComment) -> tuple[str, ...]:
    return plain_text(comment.author), plain_text(comment.initials), _squashed(plain_text(comment.text))


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)
