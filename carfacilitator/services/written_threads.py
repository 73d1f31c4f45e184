"""Threads of comments as a Word file is to hold them."""

from carfacilitator.services.days import local
from carfacilitator.services.threads import ReplyRow, Thread
from carfacilitator.word.commenting import NewComment


def written(thread: Thread) -> NewComment:
    """Return a thread with all its replies as a new comment on its passage; a resolved one is resolved in Word too."""
    return NewComment(
        text=thread.text,
        author=thread.author,
        initials=thread.initials,
        made=thread.created_at,
        local=local(thread.created_at),
        anchor=thread.place.anchor,
        resolved=not thread.is_open,
        replies=tuple(written_reply(reply) for reply in thread.replies),
    )


def written_reply(reply: ReplyRow) -> NewComment:
    """Return an answer in a thread."""
    return NewComment(
        text=reply.text,
        author=reply.author,
        initials=reply.initials,
        made=reply.created_at,
        local=local(reply.created_at),
    )
