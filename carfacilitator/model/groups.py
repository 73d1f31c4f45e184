"""Groups of collaborative action research, and the ground rules that each has agreed."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.terms import GroupKind
from carfacilitator.model.veils import BackStage


class Group(Record, kw_only=True):
    """A group that meets and inquires. `stated_size` is how many take part when not all of them are named here."""

    __tablename__ = "groups"
    WORDS: ClassVar[tuple[str, str]] = ("a group", "groups")
    FRONT_STAGE: ClassVar[bool] = True

    partnership_pk: Mapped[int] = mapped_column(ForeignKey(Partnership.pk, ondelete="CASCADE"), init=False, index=True)
    partnership: Mapped[Partnership] = relationship(lazy="raise_on_sql")
    name: Mapped[str]
    kind: Mapped[GroupKind] = mapped_column(default=GroupKind.CASE_STUDY)
    purpose: Mapped[str] = mapped_column(default="")
    began: Mapped[date | None] = mapped_column(default=None)
    ended: Mapped[date | None] = mapped_column(default=None)
    stated_size: Mapped[int | None] = mapped_column(default=None)
    notes: Mapped[BackStage] = mapped_column(default="")


class GroundRule(Record, kw_only=True):
    """One rule of how a group's members treat one another, in the order agreed."""

    __tablename__ = "ground_rules"
    WORDS: ClassVar[tuple[str, str]] = ("a ground rule", "ground rules")
    FRONT_STAGE: ClassVar[bool] = True

    group_pk: Mapped[int] = mapped_column(ForeignKey(Group.pk, ondelete="CASCADE"), init=False, index=True)
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    agreed_on: Mapped[date | None] = mapped_column(default=None)
