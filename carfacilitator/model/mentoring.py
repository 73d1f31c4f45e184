"""Notes of mentoring conversations: what was agreed, and what only the facilitator may read."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, removed_ones
from carfacilitator.model.people import Person
from carfacilitator.model.terms import MentoringKind
from carfacilitator.model.veils import BackStage


class MentoringNote(Record, kw_only=True):
    """A confidential note. `shared_part` may be given to the person on request; `private_part` to nobody."""

    __tablename__ = "mentoring_notes"
    WORDS: ClassVar[tuple[str, str]] = ("a mentoring note", "mentoring notes")
    __table_args__ = (removed_ones("mentoring_notes"),)

    person_pk: Mapped[int] = mapped_column(ForeignKey(Person.pk, ondelete="CASCADE"), init=False, index=True)
    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    day: Mapped[date]
    kind: Mapped[MentoringKind] = mapped_column(default=MentoringKind.REASSURANCE)
    shared_part: Mapped[BackStage] = mapped_column(default="")
    private_part: Mapped[BackStage] = mapped_column(default="")
