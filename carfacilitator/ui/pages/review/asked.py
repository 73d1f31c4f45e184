"""What the review was asked to open: a draft or a passage of it, a case study's newest, a comment where it stands."""

from typing import NamedTuple
from uuid import UUID

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import NotFoundError
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Found


class Asked(NamedTuple):
    """A draft, and the comment or the paragraph to stand at, if one was asked for."""

    draft: DraftRow
    comment: str = ""
    passage: Anchor | None = None


def asked(services: Services, entity: UUID | Found) -> Asked:
    """Return the draft that belongs to a draft's, a case study's, a comment's or a reply's id, or to a passage.

    Raises:
        NotFoundError: no draft has arrived yet, or there is nothing of that id.
    """
    if isinstance(entity, Found):
        return Asked(services.drafts.open(entity.draft_id), passage=Anchor(entity.leaf, 0, entity.leaf, 0))
    try:
        return Asked(services.drafts.open(entity))
    except NotFoundError:
        drafts = services.drafts.timeline(entity)
    return Asked(drafts[-1]) if drafts else _without_drafts(services, entity)


def _without_drafts(services: Services, entity: UUID) -> Asked:
    try:
        services.case_studies.open(entity)
    except NotFoundError:
        draft_id, comment_id = services.comments.stands_on(entity)
        return Asked(services.drafts.open(draft_id), str(comment_id))
    raise NotFoundError("No draft of this case study has arrived yet.", "Receive one first (Ctrl R).")
