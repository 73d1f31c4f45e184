"""The people who take part, and which groups they belong to."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record
from carfacilitator.model.groups import Group
from carfacilitator.model.veils import BackStage, PersonName


class Person(Record, kw_only=True):
    """A participant: a practitioner or a community member. `needs` is what makes it possible for them to come."""

    __tablename__ = "people"
    WORDS: ClassVar[tuple[str, str]] = ("a person", "people")
    FRONT_STAGE: ClassVar[bool] = True

    name: Mapped[PersonName]
    organisation: Mapped[str] = mapped_column(default="")
    job: Mapped[str] = mapped_column(default="")
    email: Mapped[BackStage] = mapped_column(default="")
    telephone: Mapped[BackStage] = mapped_column(default="")
    needs: Mapped[BackStage] = mapped_column(default="")
    notes: Mapped[BackStage] = mapped_column(default="")


class Membership(Record, kw_only=True):
    """A person's time in a group: the role there, from when, until when, and why it ended."""

    __tablename__ = "memberships"
    WORDS: ClassVar[tuple[str, str]] = ("a place in a group", "places in groups")
    FRONT_STAGE: ClassVar[bool] = True

    person_pk: Mapped[int] = mapped_column(ForeignKey(Person.pk, ondelete="CASCADE"), init=False, index=True)
    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    group_pk: Mapped[int] = mapped_column(ForeignKey(Group.pk, ondelete="CASCADE"), init=False, index=True)
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    role: Mapped[str] = mapped_column(default="")
    joined: Mapped[date | None] = mapped_column(default=None)
    left: Mapped[date | None] = mapped_column(default=None)
    why_left: Mapped[BackStage] = mapped_column(default="")
