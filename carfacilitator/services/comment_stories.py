"""What happened to one comment: made, altered, resolved, answered, with the words before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.events import Change, Event, Undo
from carfacilitator.model.reviews import Comment, CommentKind, Reply

_WORDS = ("text", "audience")


@dataclass(frozen=True, kw_only=True)
class CommentMoment:
    """One thing that was done: to the `comment` or a `reply`; `before` and `after` where words of it were altered.

    `what` is the text, the kind or the audience that was altered, '' for anything else.
    """

    at: datetime
    who: str
    verb: str
    is_reply: bool
    what: str = ""
    before: str = ""
    after: str = ""


def story(session: Session, comment: Comment) -> list[CommentMoment]:
    """Return what was done with a comment and its replies, those in the bin too, the first first."""
    replies = select(Reply.id).where(Reply.comment_pk == comment.pk).execution_options(include_removed=True)
    ids = {comment.id, *session.scalars(replies)}
    statement = select(Event, Undo.changes).outerjoin(Undo, Undo.event_pk == Event.pk).where(Event.entity_id.in_(ids))
    kinds = dict(session.execute(select(CommentKind.pk, CommentKind.name)).all())
    return [
        moment
        for event, changes in session.execute(statement.order_by(Event.pk))
        for moment in _moments(event, changes or [], ids, kinds)
    ]


def _moments(event: Event, changes: list[Change], ids: set[UUID], kinds: dict[int, str]) -> Iterator[CommentMoment]:
    told = False
    for change in changes:
        if change["id"] == str(event.entity_id) and UUID(change["id"]) in ids:
            for what, before, after in _alterations(change, kinds):
                told = True
                yield _moment(event, what, before, after)
    if not told:
        yield _moment(event)


def _alterations(change: Change, kinds: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    before, after = change["before"], change["after"]
    for what in _WORDS:
        if what in after:
            yield what, str(before[what]), str(after[what])
    if "kind_pk" in after:
        old, new = (kinds.get(pk, "") if isinstance(pk, int) else "" for pk in (before["kind_pk"], after["kind_pk"]))
        yield "kind", old, new


def _moment(event: Event, what: str = "", before: str = "", after: str = "") -> CommentMoment:
    return CommentMoment(
        at=event.at,
        who=event.who,
        verb=event.verb,
        is_reply=event.noun == Reply.__name__,
        what=what,
        before=before,
        after=after,
    )
