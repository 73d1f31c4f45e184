"""What happened in the workspace, what undoes it, and what was being typed when the program stopped."""

from datetime import datetime
from typing import Any, ClassVar, TypedDict
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Entity
from carfacilitator.model.veils import BackStage

Value = str | int | float | bool | list[Any] | dict[str, Any] | None


class Change(TypedDict):
    """What happened to one row: created, or columns with their values before and after, as JSON can hold them."""

    entity: str
    id: str
    created: bool
    before: dict[str, Value]
    after: dict[str, Value]


class Event(Entity, kw_only=True):
    """One thing that was done; only ever added. `summary` says what in words that hold no content.

    `noun` is the class of the entity it is about ("Meeting"), `entity_id` that entity's id.
    """

    __tablename__ = "events"
    WORDS: ClassVar[tuple[str, str]] = ("an event", "events")

    at: Mapped[datetime] = mapped_column(index=True)
    who: Mapped[str]
    verb: Mapped[str]
    noun: Mapped[str]
    entity_id: Mapped[UUID | None] = mapped_column(default=None, index=True)
    summary: Mapped[str]


class Undo(Entity, kw_only=True):
    """What takes one event back and brings it again: the values before and after. Emptied by age and by erasure."""

    __tablename__ = "undos"
    WORDS: ClassVar[tuple[str, str]] = ("what undoes it", "what undoes them")

    event_pk: Mapped[int] = mapped_column(ForeignKey(Event.pk, ondelete="CASCADE"), init=False, unique=True)
    event: Mapped[Event] = relationship(lazy="raise_on_sql")
    changes: Mapped[list[Change]] = mapped_column(JSON)
    undone: Mapped[bool] = mapped_column(default=False)


class Unsaved(Entity, kw_only=True):
    """What stands typed in one field and is not kept yet; one row per field, overwritten."""

    __tablename__ = "unsaved"
    WORDS: ClassVar[tuple[str, str]] = ("something typed", "things typed")

    field: Mapped[str] = mapped_column(unique=True)
    text: Mapped[BackStage]
    at: Mapped[datetime]
