"""The sides on which feedback is given: six to begin with, kept as rows so that a facilitator can have her own."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.reviews import CommentKind
from carfacilitator.model.terms import Audience
from carfacilitator.services import records


@dataclass(frozen=True, kw_only=True)
class KindRow:
    """A kind of comment: its letter, the theme's key of its colour, and what it asks of a text."""

    id: UUID
    name: str
    letter: str
    colour: str
    question: str


COLOURS = ("interpretation", "analysis", "style", "politics", "ethics", "evidence", "lead", "muted")  # of the theme

_FIRST_SIX = (
    ("Interpretation", "I", "interpretation", "Whose meaning is it?"),
    ("Analysis", "A", "analysis", "Does it follow?"),
    ("Writing style", "W", "style", "Can it be plainer?"),
    ("Politics of presenting findings", "P", "politics", "Who will read this, and how?"),
    ("Ethics and confidentiality", "E", "ethics", "Who could be known or hurt?"),
    ("Evidence", "V", "evidence", "How do we know?"),
)


def first_six() -> list[CommentKind]:
    """Return the kinds of comment that a new workspace begins with."""
    return [
        CommentKind(
            name=name, letter=letter, colour=colour, question=question, position=position, audience=Audience.PUBLIC
        )
        for position, (name, letter, colour, question) in enumerate(_FIRST_SIX)
    ]


def rows(session: Session, *, retired: bool = False) -> list[KindRow]:
    """Return the kinds of comment that are in use, in their order; with the retired ones if asked for."""
    in_order = select(CommentKind).order_by(CommentKind.position, CommentKind.pk)
    wanted = in_order if retired else in_order.where(CommentKind.retired_at.is_(None))
    return [records.tell(KindRow, kind) for kind in session.scalars(wanted)]
