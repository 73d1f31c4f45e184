"""Reviewing drafts: comparing two of them, and comments with their replies, places and ends."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind, Reply
from carfacilitator.model.terms import Audience
from carfacilitator.services import comment_kinds, records
from carfacilitator.services.carrying import candidates_for, passage_in, stand_at, text_of
from carfacilitator.services.comment_kinds import KindRow
from carfacilitator.services.ordering import LEFT_BEHIND
from carfacilitator.services.threads import Thread, threads_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class CommentChanges(TypedDict, total=False):
    """What can be altered about a comment."""

    text: str
    kind_id: UUID
    audience: Audience


@dataclass(frozen=True)
class Speaker:
    """Whose words a comment or a reply are, when they are not the facilitator's."""

    name: str
    initials: str = ""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A comment to be made: what it says, of which kind, for whom, and by whom if not by the facilitator.

    Unless said otherwise it is for the author, or for fewer if the draft is.
    """

    text: str
    kind_id: UUID
    audience: Audience | None = None
    by: Speaker | None = None


@dataclass(frozen=True)
class DraftPair:
    """Two drafts of one case study, compared."""

    old: Document
    new: Document
    comparison: Comparison


@dataclass(frozen=True, kw_only=True)
class CommentCounts:
    """How many comments of a case study are open, by kind in the kinds' order, and how many are resolved."""

    open: Mapping[KindRow, int]
    resolved: int


class Reviews:
    """What is said about drafts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def compare(self, old_draft_id: UUID, new_draft_id: UUID, profile: Profile = AS_USUAL) -> DraftPair:
        """Return any two drafts with their comparison; the same draft twice gives its text alone."""
        with self._database.reading() as session:
            old, new = (text_of(records.get(session, Draft, each)).document for each in (old_draft_id, new_draft_id))
        return DraftPair(old, new, compare(old, new, profile))

    def kinds(self) -> list[KindRow]:
        """Return the kinds of comment in use, in their order."""
        with self._database.reading() as session:
            return comment_kinds.rows(session)

    def threads(self, draft_id: UUID) -> list[Thread]:
        """Return the comments that stand in a draft, open and resolved, in the order of its text; orphans first."""
        with self._database.reading() as session:
            return threads_of(session, records.get(session, Draft, draft_id))

    def orphans(self, draft_id: UUID) -> list[Thread]:
        """Return the open comments that have lost their passage in a draft."""
        return [one for one in self.threads(draft_id) if one.is_open and one.place.state is AnchorState.ORPHAN]

    def candidates(self, comment_id: UUID, draft_id: UUID) -> tuple[Anchor, ...]:
        """Return passages of a draft that an orphan or uncertain comment may belong to, the likeliest first."""
        with self._database.reading() as session:
            return candidates_for(session, _place(session, comment_id, draft_id))

    def counts(self, case_study_id: UUID) -> CommentCounts:
        """Return how many comments of a case study are open and resolved."""
        statement = select(Comment, CommentKind).join(Comment.kind).join(Comment.draft).join(Draft.case_study)
        with self._database.reading() as session:
            found = session.execute(statement.where(CaseStudy.id == case_study_id)).all()
            kinds = comment_kinds.rows(session, retired=True)
        still_open = Counter(kind.id for comment, kind in found if comment.resolved_at is None)
        return CommentCounts(
            open={kind: still_open[kind.id] for kind in kinds if still_open[kind.id]},
            resolved=len(found) - still_open.total(),
        )

    def comment(self, draft_id: UUID, anchor: Anchor, remark: Remark) -> UUID:
        """Add a comment on a passage of a draft and return its id.

        Raises:
            KnownError: it says nothing, or the passage is not in the draft.
        """
        text = _said(remark.text)
        with self._database.transaction(Deed("added", Comment)) as session:
            draft = records.get(session, Draft, draft_id)
            speaker = remark.by or _facilitator(session)
            audience = remark.audience or _narrower(Audience.AUTHOR, draft.audience)
            comment = Comment(
                draft=draft,
                kind=records.get(session, CommentKind, remark.kind_id),
                author_name=speaker.name,
                initials=speaker.initials,
                text=text,
                created_at=self._clock.now(),
                audience=audience,
            )
            place = CommentAnchor(comment=comment, draft=draft, audience=audience)
            document = text_of(draft).document
            stand_at(place, document, passage_in(document, anchor))
            session.add(place)
        return comment.id

    def amend(self, comment_id: UUID, **changes: Unpack[CommentChanges]) -> None:
        """Alter what a comment says, its kind, or who may see it; replies are never for more than their comment."""
        if "text" in changes:
            _said(changes["text"])
        with self._database.transaction(Deed("changed", Comment)) as session:
            comment = records.get(session, Comment, comment_id)
            if "kind_id" in changes:
                comment.kind = records.get(session, CommentKind, changes["kind_id"])
            records.amend(comment, {name: value for name, value in changes.items() if name != "kind_id"})
            if "audience" in changes:
                _show_to(session, comment, changes["audience"])

    def remove(self, comment_id: UUID) -> None:
        """Take a comment with its replies away; Undo brings it back."""
        with self._database.transaction(Deed("removed", Comment)) as session:
            records.remove(records.get(session, Comment, comment_id), self._clock.now())

    def resolve(self, comment_id: UUID) -> None:
        """Say that a comment asks for nothing any more: it was answered, or the draft has answered it."""
        with self._database.transaction(Deed("resolved", Comment)) as session:
            comment = records.get(session, Comment, comment_id)
            comment.resolved_at = comment.resolved_at or self._clock.now()

    def reopen(self, comment_id: UUID) -> None:
        """Say that a comment still asks for something."""
        with self._database.transaction(Deed("reopened", Comment)) as session:
            records.get(session, Comment, comment_id).resolved_at = None

    def reply(self, comment_id: UUID, text: str, by: Speaker | None = None) -> UUID:
        """Answer a comment, seen by those who see the comment, and return the reply's id."""
        said = _said(text)
        with self._database.transaction(Deed("added", Reply)) as session:
            comment = records.get(session, Comment, comment_id)
            speaker = by or _facilitator(session)
            reply = Reply(
                comment=comment,
                author_name=speaker.name,
                initials=speaker.initials,
                text=said,
                created_at=self._clock.now(),
                audience=comment.audience,
            )
            session.add(reply)
        return reply.id

    def amend_reply(self, reply_id: UUID, text: str) -> None:
        """Alter what a reply says."""
        said = _said(text)
        with self._database.transaction(Deed("changed", Reply)) as session:
            records.get(session, Reply, reply_id).text = said

    def show_reply_to(self, reply_id: UUID, audience: Audience) -> None:
        """Say by hand who may see a reply, be it more or fewer than see the comment that it answers."""
        with self._database.transaction(Deed("changed", Reply)) as session:
            records.get(session, Reply, reply_id).audience = audience

    def remove_reply(self, reply_id: UUID) -> None:
        """Take a reply away; Undo brings it back."""
        with self._database.transaction(Deed("removed", Reply)) as session:
            records.remove(records.get(session, Reply, reply_id), self._clock.now())

    def place(self, comment_id: UUID, draft_id: UUID, anchor: Anchor) -> None:
        """Put a comment on a passage of a draft by hand.

        Raises:
            KnownError: the passage is not in the draft.
        """
        with self._database.transaction(Deed("placed", Comment, comment_id)) as session:
            place = _place(session, comment_id, draft_id)
            document = text_of(place.draft).document
            stand_at(place, document, passage_in(document, anchor))
            place.state = AnchorState.MANUAL

    def confirm(self, comment_id: UUID, draft_id: UUID) -> None:
        """Say that the uncertain place of a comment is the right one."""
        with self._database.transaction(Deed("placed", Comment, comment_id)) as session:
            place = _place(session, comment_id, draft_id)
            if place.first is None:
                raise KnownError("That comment has no passage here yet.", "Choose the words that it is about.")
            place.state = AnchorState.MANUAL

    def leave_behind(self, comment_id: UUID, draft_id: UUID) -> None:
        """Leave a comment on the draft where it last stood: it stays open there, and is carried no further.

        Raises:
            KnownError: it began on this draft, so there is none to leave it on.
        """
        with self._database.transaction(Deed(LEFT_BEHIND, Comment, comment_id)) as session:
            place = _place(session, comment_id, draft_id)
            if place.comment.draft_pk == place.draft_pk:
                raise KnownError("That comment began on this draft.", "Resolve it, or remove it.")
            records.remove(place, self._clock.now())


def _said(text: str) -> str:
    if not text.strip():
        raise KnownError("There is nothing written yet.")
    return text.strip()


def _narrower(one: Audience, other: Audience) -> Audience:
    return min(one, other, key=lambda audience: audience.width)


def _show_to(session: Session, comment: Comment, audience: Audience) -> None:
    """Let who sees a comment see where it stands, and nobody else its replies."""
    for place in session.scalars(select(CommentAnchor).where(CommentAnchor.comment_pk == comment.pk)):
        place.audience = audience
    for reply in session.scalars(select(Reply).where(Reply.comment_pk == comment.pk)):
        reply.audience = _narrower(reply.audience, audience)


def _facilitator(session: Session) -> Speaker:
    owner = session.scalars(select(Facilitator)).one()
    return Speaker(owner.name, owner.initials)


def _place(session: Session, comment_id: UUID, draft_id: UUID) -> CommentAnchor:
    """Return where a comment stands in a draft, with both at hand."""
    statement = (
        select(CommentAnchor)
        .join(CommentAnchor.comment)
        .join(CommentAnchor.draft)
        .where(Comment.id == comment_id, Draft.id == draft_id)
        .options(contains_eager(CommentAnchor.comment), contains_eager(CommentAnchor.draft))
    )
    place = session.scalar(statement)
    if place is None:
        raise NotFoundError("That comment does not stand in this draft.")
    return place
