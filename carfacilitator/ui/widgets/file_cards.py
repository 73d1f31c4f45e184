"""The comments that came inside a Word file, as cards for the margin: read there, answered in ours."""

from collections.abc import Callable, Sequence

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Document, FileComment
from carfacilitator.ui.widgets.review_data import CommentCard, KindLook, ReplyLine

FILE_KIND = KindLook("file", "F", "Came with the file", tone="muted")
PREFIX = "file:"


def file_cards(document: Document, say_when: Callable[[str], str] = str) -> tuple[CommentCard, ...]:
    """Return one card a thread; `say_when` turns Word's local time ('2026-03-01T09:30:00', '' if none) into words."""
    known = {comment.id for comment in document.comments}
    threads = [comment for comment in document.comments if comment.parent not in known]
    return tuple(_card(comment, _answers(comment, document.comments), say_when) for comment in threads)


def _answers(first: FileComment, comments: Sequence[FileComment]) -> list[FileComment]:
    """Return everything below a comment, in the order of the file."""
    thread = {first.id}
    found = []
    for comment in comments:
        if comment.parent in thread:
            thread.add(comment.id)
            found.append(comment)
    return found


def _card(first: FileComment, answers: Sequence[FileComment], say_when: Callable[[str], str]) -> CommentCard:
    replies = tuple(ReplyLine(one.author, say_when(one.date), one.text, one.date) for one in answers)
    return CommentCard(
        f"{PREFIX}{first.id}",
        FILE_KIND,
        first.text,
        first.author,
        say_when(first.date),
        first.anchor,
        state=AnchorState.EXACT,
        replies=replies,
        resolved=first.resolved,
        from_file=True,
        when_full=first.date,
    )
