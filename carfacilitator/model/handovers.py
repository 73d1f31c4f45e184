"""What was handed over or taken in of each record, in hashes, so that two facilitators' changes can be told apart."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped

from carfacilitator.model.base import Record, one_standing


class SharedState(Record, kw_only=True):
    """A state of one record that another facilitator has, too: handed over to them, or taken in from them.

    `state` is a hash of its words, never a word of it; or `ERASED`, where it was erased here.
    """

    __tablename__ = "shared_states"
    WORDS: ClassVar[tuple[str, str]] = ("what was handed over", "what was handed over")
    FRONT_STAGE: ClassVar[bool] = True
    ERASED: ClassVar[str] = "erased"
    __table_args__ = (one_standing("shared_states_state", "entity_id", "state"),)

    entity_id: Mapped[UUID]
    state: Mapped[str]
    at: Mapped[datetime]
