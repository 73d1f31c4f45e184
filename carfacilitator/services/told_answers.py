"""What the sender of a remark is told, as a reply in the thread that was made of it: one, however often it is put."""

from datetime import datetime
from uuid import uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.returns import ReturnedRemark
from carfacilitator.model.reviews import Comment, Reply


def tell(session: Session, remark: ReturnedRemark, comment: Comment, by: str, now: datetime) -> None:
    """Let the remark's answer stand in its thread as the words of `by`; without an answer there is no such reply."""
    name = uuid5(remark.id, "answer")  # by which it is found again among other replies
    reply = session.scalar(select(Reply).where(Reply.id == name).execution_options(include_removed=True))
    if reply is not None:
        reply.text, reply.author_name = remark.answer or reply.text, by
        reply.removed_at = None if remark.answer else now
    elif remark.answer:
        session.add(
            Reply(
                id=name,
                comment=comment,
                author_name=by,
                initials="".join(part[0] for part in by.split()),
                text=remark.answer,
                created_at=now,
                audience=comment.audience,
            )
        )
