"""What a page asks the page of packs for: packs of a draft, for whom, what is asked of them, and by when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.services.pack_wishes import Asked


@dataclass(frozen=True, kw_only=True)
class PackAsk:
    """Packs that are wanted; `people` are the ids of gatekeepers."""

    draft_id: UUID
    people: tuple[UUID, ...]
    asked: Asked = Asked.COMMENT
    reply_by: date | None = None
