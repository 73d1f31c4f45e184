"""The facilitator who owns the workspace: the name that stands on comments, packs and messages."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from carfacilitator.model.base import Entity


class Facilitator(Entity, kw_only=True):
    """The owner of the workspace; there is one row."""

    __tablename__ = "facilitators"
    WORDS: ClassVar[tuple[str, str]] = ("your details", "your details")

    name: Mapped[str]
    initials: Mapped[str]
    email: Mapped[str]
