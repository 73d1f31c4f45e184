"""Which rows are there while the workspace is discreet: a condition for every entity of which not all are."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, false, not_, select
from sqlalchemy.orm import InstrumentedAttribute

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.departures import Departure
from carfacilitator.model.events import Event, Unsaved
from carfacilitator.model.packs import PackComment
from carfacilitator.model.reviews import Comment, CommentAnchor, Reply
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.terms import Audience

Condition = tuple[type[Entity], ColumnElement[bool]]


def conditions() -> list[Condition]:
    """Return the entities of which not every row is there, each with the condition under which one is."""
    found: list[Condition] = [(kind, kind.audience != Audience.FACILITATOR) for kind in _back_stage()]
    found += [
        (kind, not_(_names_hidden(kind.comment_pk, Comment.__table__, "pk")))
        for kind in (Reply, CommentAnchor, PackComment)
    ]
    return [
        *found,
        (Departure, Departure.audience != Audience.FACILITATOR),
        (Event, and_(*(not_(_names_hidden(Event.entity_id, kind.__table__, "id")) for kind in _back_stage()))),
        (Unsaved, false()),
    ]


def _back_stage() -> list[type[Record]]:
    return [kind for kind in ENTITIES if issubclass(kind, Record) and not kind.FRONT_STAGE]


def _names_hidden(column: InstrumentedAttribute[Any], table: FromClause, key: str) -> ColumnElement[bool]:
    """Return whether a column names a row of a table that is for the facilitator only."""
    hidden = table.alias()  # so that it is another than the table of the query around it
    these = select(hidden.c.pk).where(hidden.c[key] == column, hidden.c.audience == Audience.FACILITATOR)
    return these.exists()
