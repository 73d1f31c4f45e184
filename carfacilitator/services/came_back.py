"""What came back of drafts and waits for the facilitator: how much of it, from whom, and how far it is decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import Draft
from carfacilitator.model.returns import EditDecision
from carfacilitator.services.days import local
from carfacilitator.services.results import COMBINED
from carfacilitator.services.returns import ReturnRow


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """The answers to one draft; `undecided` of its `remarks` and all but `decided` places of its `edits` wait.

    Edits of several people in one place are decided at once, so that all may be decided with fewer decisions.
    `days` since the last answer came.
    """

    draft_id: UUID
    case_study: str
    draft_number: int
    people: tuple[str, ...]
    remarks: int
    undecided: int
    edits: int
    decided: int
    came_at: datetime
    days: int


def waiting(session: Session, rows: Iterable[ReturnRow], day: date) -> tuple[CameBack, ...]:
    """Return what waits for decisions, the oldest first: remarks, or edits of which no new draft was made since."""
    by_draft: dict[UUID, list[ReturnRow]] = {}
    for row in rows:
        by_draft.setdefault(row.draft_id, []).append(row)
    drafts = {draft.id: draft for draft in session.scalars(select(Draft)) if draft.id in by_draft}
    decided, written = _decided(session), _written(session)
    found = [
        _came_back(came, decided[drafts[draft_id].pk], day)
        for draft_id, came in by_draft.items()
        if _waits(came, written.get(drafts[draft_id].case_study_pk))
    ]
    return tuple(sorted(found, key=lambda one: one.came_at))


def _waits(came: Sequence[ReturnRow], written: datetime | None) -> bool:
    if any(row.undecided for row in came):
        return True
    last = max((row.came_at for row in came if row.edits), default=None)
    return last is not None and (written is None or written < last)


def _came_back(came: Sequence[ReturnRow], decided: int, day: date) -> CameBack:
    last = max(row.came_at for row in came)
    return CameBack(
        draft_id=came[0].draft_id,
        case_study=came[0].case_study,
        draft_number=came[0].draft_number,
        people=tuple(dict.fromkeys(row.from_whom or row.gatekeeper for row in reversed(came))),
        remarks=sum(row.remarks for row in came),
        undecided=sum(row.undecided for row in came),
        edits=sum(row.edits for row in came),
        decided=decided,
        came_at=last,
        days=(day - local(last).date()).days,
    )


def _decided(session: Session) -> Counter[int]:
    """Return how many places were decided about in each draft, by its key."""
    statement = select(EditDecision.draft_pk, func.count()).group_by(EditDecision.draft_pk)
    return Counter(dict(iter(session.execute(statement))))


def _written(session: Session) -> dict[int, datetime]:
    """Return when a draft was last made of what came back, by the key of its case study."""
    statement = select(Draft.case_study_pk, func.max(Draft.received_at)).where(Draft.arrived_by == COMBINED)
    return dict(iter(session.execute(statement.group_by(Draft.case_study_pk))))
