"""Comments with their replies and their places, as they stand beside one draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind, Reply
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.services.carrying import anchor_of
from carfacilitator.services.comment_kinds import KindRow

_NOWHERE = (-1, -1)


@dataclass(frozen=True, kw_only=True)
class ReplyRow:
    """An answer in a thread; never seen by more than the comment that it answers."""

    id: UUID
    author: str
    initials: str
    text: str
    created_at: datetime
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a comment stands in a draft. `anchor` is None for an orphan, whose words were cut at the leaf `near`.

    `quote` are the words there, `old_quote` those it was written about, `survival` the share of them left, 0 to 1.
    """

    anchor: Anchor | None
    state: AnchorState
    quote: str
    old_quote: str
    survival: float
    near: int | None


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A comment beside a draft, with its replies in their order. `begun_on` is the number of the draft it began on."""

    id: UUID
    kind: KindRow
    author: str
    initials: str
    text: str
    created_at: datetime
    resolved_at: datetime | None
    audience: Audience
    begun_on: int
    place: Place
    replies: tuple[ReplyRow, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether it still asks for something."""
        return self.resolved_at is None


def threads_of(session: Session, draft: Draft) -> list[Thread]:
    """Return the comments that stand in a draft, in the order of its text; those without a place come first."""
    begun = aliased(Draft)
    statement = (
        select(CommentAnchor, Comment, CommentKind, begun.number)
        .join(CommentAnchor.comment)
        .join(Comment.kind)
        .join(begun, Comment.draft)
        .where(CommentAnchor.draft_pk == draft.pk)
    )
    found = session.execute(statement).all()
    replies = _replies(session, [comment.pk for _, comment, _, _ in found])
    threads = [
        _thread(place, comment, kind, number, replies.get(comment.pk, [])) for place, comment, kind, number in found
    ]
    return sorted(threads, key=_in_the_text)


def _in_the_text(thread: Thread) -> tuple[tuple[int, int], datetime]:
    anchor = thread.place.anchor
    return ((anchor.first, anchor.start) if anchor else _NOWHERE), thread.created_at


def _replies(session: Session, comments: Sequence[int]) -> dict[int, list[Reply]]:
    by_comment: dict[int, list[Reply]] = {}
    statement = select(Reply).where(Reply.comment_pk.in_(comments)).order_by(Reply.created_at, Reply.pk)
    for reply in session.scalars(statement):
        by_comment.setdefault(reply.comment_pk, []).append(reply)
    return by_comment


def _thread(place: CommentAnchor, comment: Comment, kind: CommentKind, number: int, replies: Sequence[Reply]) -> Thread:
    return records.tell(
        Thread,
        comment,
        kind=records.tell(KindRow, kind),
        author=comment.author_name,
        begun_on=number,
        place=records.tell(Place, place, anchor=anchor_of(place)),
        replies=tuple(records.tell(ReplyRow, reply, author=reply.author_name) for reply in replies),
    )
