"""Community Planning Partnerships: the places in which groups work."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from carfacilitator.model.base import Record
from carfacilitator.model.veils import BackStage


class Partnership(Record, kw_only=True):
    """A partnership that takes part: council, health board, police, charities and others planning together."""

    __tablename__ = "partnerships"
    WORDS: ClassVar[tuple[str, str]] = ("a partnership", "partnerships")
    FRONT_STAGE: ClassVar[bool] = True

    name: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    notes: Mapped[BackStage] = mapped_column(default="")
