"""The facilitator who owns the workspace: the name that stands on comments, packs and messages."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from carfacilitator.model.base import Entity


class Facilitator(Entity, kw_only=True):
    """The owner of the workspace; there is one row. For the owner of a sample the time stands still."""

    __tablename__ = "facilitators"
    WORDS: ClassVar[tuple[str, str]] = ("your details", "your details")

    name: Mapped[str]
    initials: Mapped[str]
    email: Mapped[str]
    stands_still_at: Mapped[datetime | None] = mapped_column(default=None)
