"""Puts drafts that arrived out of order right: numbered anew, their paragraphs and open comments followed once more."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, undefer

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.comparison import compare
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.events import Event
from carfacilitator.model.reviews import Comment, CommentAnchor
from carfacilitator.services import lineage, records
from carfacilitator.services.carrying import carry_comments, text_of

LEFT_BEHIND = "left behind"  # the verb of the deed that leaves a comment on an older draft


def drafts_of(session: Session, study: CaseStudy) -> list[Draft]:
    """Return the drafts of a case study in their order, with their texts."""
    statement = select(Draft).where(Draft.case_study_pk == study.pk).order_by(Draft.number)
    return list(
        session.scalars(statement.options(undefer(Draft.frame), undefer(Draft.passages), undefer(Draft.lineage)))
    )


def put_in_order(session: Session, drafts: Sequence[Draft], wanted: Sequence[Draft], clock: Clock) -> None:
    """Give `drafts`, in their order so far, the order that is `wanted`.

    Open comments are carried through the new order; what was placed by hand or left behind stays so, and resolved
    comments stay where they are. A comment stands in no draft before the one it began on.

    Raises:
        KnownError: these are not the same drafts.
    """
    if {draft.pk for draft in drafts} != {draft.pk for draft in wanted} or len(drafts) != len(wanted):
        raise KnownError("Those are not all the drafts of this case study.", "Look at the list once more.")
    same = len(_alike(drafts, wanted))
    _number(session, drafts, wanted)
    order = _Order(session, clock, wanted)
    for position in range(same, len(wanted)):
        order.settle(position)


def _alike(drafts: Sequence[Draft], wanted: Sequence[Draft]) -> Sequence[Draft]:
    """Return the drafts at the beginning that keep their places."""
    for count, (before, after) in enumerate(zip(drafts, wanted, strict=True)):
        if before is not after:
            return wanted[:count]
    return wanted


def _number(session: Session, drafts: Sequence[Draft], wanted: Sequence[Draft]) -> None:
    numbers = sorted(draft.number for draft in drafts)
    moved = [(draft, number) for draft, number in zip(wanted, numbers, strict=True) if draft.number != number]
    for draft, number in moved:  # no two drafts may have one number, not even for a moment
        draft.number = -number
    session.flush()
    for draft, number in moved:
        draft.number = number
    session.flush()


@dataclass
class _Order:
    """The drafts in their new order while comments and paragraphs are followed through it."""

    session: Session
    clock: Clock
    drafts: Sequence[Draft]
    position_of: dict[int, int] = field(init=False)
    left_behind: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note where each draft stands now, and which comments were ever left behind."""
        self.position_of = {draft.pk: position for position, draft in enumerate(self.drafts)}
        left = select(Event.entity_id).where(Event.verb == LEFT_BEHIND, Event.noun == Comment.__name__)
        self.left_behind = set(self.session.scalars(select(Comment.pk).where(Comment.id.in_(left))))

    def settle(self, position: int) -> None:
        """Give the draft at a position its paragraphs' ids and the comments of the drafts before it."""
        draft = self.drafts[position]
        stood = self._clear(draft, position)
        if position == 0:
            draft.lineage = lineage.begun(len(text_of(draft).document.leaves()))
            return
        before, here = text_of(self.drafts[position - 1]), text_of(draft)
        comparison = compare(before.document, here.document)
        draft.lineage = lineage.carried_on(comparison, before.draft.lineage)
        carry_comments(self.session, before, here, comparison)
        self.session.flush()
        for place in self.session.scalars(_carried_to(draft)):
            self._as_it_was_decided(place, stood)

    def _clear(self, draft: Draft, position: int) -> dict[int, CommentAnchor]:
        """Take the carried places of a draft away, and return them by their comment."""
        stood: dict[int, CommentAnchor] = {}
        for place in self.session.scalars(_carried_to(draft)).all():
            begins_later = self.position_of[place.comment.draft_pk] > position
            if begins_later or place.comment.resolved_at is None:
                records.remove(place, self.clock.now())
                stood[place.comment_pk] = place
        self.session.flush()
        return stood

    def _as_it_was_decided(self, place: CommentAnchor, stood: dict[int, CommentAnchor]) -> None:
        """Let what was decided by hand about a comment in this draft hold."""
        before = stood.get(place.comment_pk)
        if before is None and place.comment_pk in self.left_behind:
            records.remove(place, self.clock.now())
        elif before is not None and before.state is AnchorState.MANUAL:
            for column in _PASSAGE:
                setattr(place, column, getattr(before, column))


_PASSAGE = ("first", "start", "last", "end", "quote", "prefix", "suffix", "old_quote", "survival", "near", "state")


def _carried_to(draft: Draft) -> Select[CommentAnchor]:
    """Ask for the places in a draft of comments that began on another one."""
    return (
        select(CommentAnchor)
        .join(CommentAnchor.comment)
        .where(CommentAnchor.draft_pk == draft.pk, Comment.draft_pk != draft.pk)
        .options(contains_eager(CommentAnchor.comment))
    )
