"""What a page asks the page of reports for: which report, on which two drafts or which comments."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.services.comments import CommentFilter


class ReportKind(StrEnum):
    """What is made."""

    REDLINE = "redline"
    CHANGES = "changes"
    COMMENTS = "comments"
    TABLE = "table"

    @property
    def is_of_drafts(self) -> bool:
        """Whether it tells two drafts apart; else it is of comments."""
        return self in {ReportKind.REDLINE, ReportKind.CHANGES}


@dataclass(frozen=True, kw_only=True)
class ReportAsk:
    """A report that is wanted on a draft and one before it; `wanted` are the comments that were chosen, if any were."""

    new_id: UUID
    old_id: UUID | None = None
    kind: ReportKind = ReportKind.CHANGES
    profile: Profile = AS_USUAL
    wanted: CommentFilter | None = None
