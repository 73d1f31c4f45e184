"""What left the workspace: to whom, when, and in which version."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from carfacilitator.model.base import Entity
from carfacilitator.model.terms import Audience
from carfacilitator.model.veils import PersonName


class Departure(Entity, kw_only=True):
    """Something that left through the door. What is gone cannot be undone, so neither can this row.

    `how` says which way it went ("saved", "printed", "mail" …), `made_from` what it was made of.
    """

    __tablename__ = "departures"
    WORDS: ClassVar[tuple[str, str]] = ("something that left", "things that left")
    LEAVES: ClassVar[bool] = True

    left_at: Mapped[datetime]
    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str]
    audience: Mapped[Audience]
    recipient: Mapped[PersonName] = mapped_column(default="")
    made_from: Mapped[str] = mapped_column(default="")
