"""How long something is to be kept, as was promised to the people whom it concerns."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from carfacilitator.model.base import Record, one_standing


class RetentionDate(Record, kw_only=True):
    """The last day on which a record may be kept, and why. `noun` is the class of the record ("CaseStudy")."""

    __tablename__ = "retention_dates"
    WORDS: ClassVar[tuple[str, str]] = ("a retention date", "retention dates")
    FRONT_STAGE: ClassVar[bool] = True
    __table_args__ = (one_standing("retention_dates_entity", "entity_id"),)

    noun: Mapped[str]
    entity_id: Mapped[UUID]
    keep_until: Mapped[date]
    why: Mapped[str] = mapped_column(default="")
