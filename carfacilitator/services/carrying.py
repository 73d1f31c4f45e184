"""Takes the open comments of a case study along to the draft that has just arrived."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from carfacilitator.document.anchors import SURE, AnchorState, Carried, carry, quotation_of, since_written
from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.records import from_record
from carfacilitator.document.words import same_words
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.reviews import Comment, CommentAnchor


@dataclass(frozen=True)
class DraftText:
    """A draft and what it says."""

    draft: Draft
    document: Document


def text_of(draft: Draft) -> DraftText:
    """Return a draft with its text; its session must be open, unless the text was loaded with it."""
    return DraftText(draft, from_record(draft.document))


def anchor_of(place: CommentAnchor) -> Anchor | None:
    """Return the passage that a comment stands on, or None for an orphan."""
    if place.first is None or place.start is None or place.last is None or place.end is None:
        return None
    return Anchor(place.first, place.start, place.last, place.end)


def stand_at(place: CommentAnchor, document: Document, anchor: Anchor) -> None:
    """Put a comment's place on a passage of its draft, with the words there."""
    place.first, place.start, place.last, place.end = anchor.first, anchor.start, anchor.last, anchor.end
    said = quotation_of(document, anchor)
    place.quote, place.prefix, place.suffix = said.quote, said.prefix, said.suffix


def passage_in(document: Document, anchor: Anchor) -> Anchor:
    """Return `anchor`, which somebody chose in a draft.

    Raises:
        KnownError: there is no such passage in it.
    """
    leaves = document.leaves()
    if 0 <= anchor.first <= anchor.last < len(leaves):
        first, last = (len(leaves[index].block.text()) for index in (anchor.first, anchor.last))
        in_order = anchor.first < anchor.last or anchor.start <= anchor.end
        if in_order and 0 <= anchor.start <= first and 0 <= anchor.end <= last:
            return anchor
    raise KnownError("Those words do not stand in this draft.")


def carry_comments(
    session: Session, before: DraftText, arrived: DraftText, comparison: Comparison
) -> list[AnchorState]:
    """Give every open comment of the draft before a place in the arrived one, and return how sure each is.

    One that had lost its passage is looked for again from the draft where it last had one. What was uncertain there
    and never confirmed stays uncertain.
    """
    states = []
    for draft, places in _last_places(session, before.draft).items():
        text = before if draft is before.draft else text_of(draft)
        compared = comparison if draft is before.draft else compare(text.document, arrived.document)
        anchors = [anchor for anchor in map(anchor_of, places) if anchor is not None]
        found = carry(compared, text.document, arrived.document, anchors)
        for place, carried in zip(places, found, strict=True):
            new = _carried_place(place, arrived, carried)
            session.add(new)
            states.append(new.state)
    return states


def candidates_for(session: Session, place: CommentAnchor) -> tuple[Anchor, ...]:
    """Return passages of a place's draft that its comment may belong to, the likeliest first."""
    before = _passages(place.draft.number - 1).where(CommentAnchor.comment_pk == place.comment_pk)
    last = session.scalars(before.limit(1)).first()
    anchor = anchor_of(last) if last else None
    if last is None or anchor is None:
        return ()
    old, new = text_of(last.draft).document, text_of(place.draft).document
    (carried,) = carry(compare(old, new), old, new, [anchor])
    return carried.candidates


def _last_places(session: Session, draft: Draft) -> dict[Draft, list[CommentAnchor]]:
    """Return where the open comments that stand in `draft`, orphans too, had a passage last, by the draft of that."""
    standing = (
        select(Comment.pk)
        .join(CommentAnchor, CommentAnchor.comment_pk == Comment.pk)
        .join(Comment.draft)
        .where(CommentAnchor.draft_pk == draft.pk, Comment.resolved_at.is_(None))
    )
    last: dict[Comment, CommentAnchor] = {}
    for place in session.scalars(_passages(draft.number).where(CommentAnchor.comment_pk.in_(standing))):
        last.setdefault(place.comment, place)
    places: dict[Draft, list[CommentAnchor]] = {}
    for place in last.values():
        places.setdefault(place.draft, []).append(place)
    return places


def _passages(number: int) -> Select[CommentAnchor]:
    """Ask for the places of comments that are passages of drafts up to that number, of the latest draft first."""
    return (
        select(CommentAnchor)
        .join(CommentAnchor.comment)
        .join(CommentAnchor.draft)
        .where(CommentAnchor.first.is_not(None), Draft.number <= number)
        .order_by(Draft.number.desc(), CommentAnchor.pk)
        .options(contains_eager(CommentAnchor.comment), contains_eager(CommentAnchor.draft))
    )


def _carried_place(before: CommentAnchor, arrived: DraftText, found: Carried) -> CommentAnchor:
    """Return the place of a comment in the arrived draft; what is told of its words is told of the first ones.

    A place that was chosen by hand begins anew: the words there are the ones that the comment is about.
    """
    is_chosen = before.state is AnchorState.MANUAL
    carried = found if is_chosen else since_written(found, before.survival)
    place = CommentAnchor(
        comment=before.comment,
        draft=arrived.draft,
        state=carried.state,
        old_quote=carried.old_quote if is_chosen else before.old_quote or carried.old_quote,
        survival=carried.survival,
        near=carried.near,
        audience=before.audience,
    )
    if carried.anchor is not None:
        stand_at(place, arrived.document, carried.anchor)
    if before.state is AnchorState.WEAK and carried.state in SURE:
        place.state = AnchorState.WEAK
    if place.state is AnchorState.EXACT and not same_words(place.old_quote, place.quote):
        place.state = AnchorState.CHANGED  # since the draft before nothing was, but since it was written
    return place
