"""What waits to be decided of what came back for a case study, told without comparing any file."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.services import records
from carfacilitator.services.combined_rows import review_of
from carfacilitator.services.combined_texts import CombinedTexts


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What came back of the newest draft that anything came back of: packs, remarks, proposed edits.

    `places` is how many things are undecided, None as long as the files were not compared.
    """

    draft_id: UUID
    draft_number: int
    packs: int
    remarks: int
    edits: int
    places: int | None


def waiting_of(session: Session, case_study_id: UUID, texts: CombinedTexts) -> Waiting | None:
    """Return what waits, or None where nothing came back."""
    study = records.get(session, CaseStudy, case_study_id)
    draft = session.scalar(
        select(Draft)
        .join(Return, Return.draft_pk == Draft.pk)
        .where(Draft.case_study_pk == study.pk)
        .order_by(Draft.number.desc())
        .limit(1)
    )
    if draft is None:
        return None
    came = session.execute(select(Return.pk, Return.pack_pk, Return.edits).where(Return.draft_pk == draft.pk)).all()
    remarks = session.scalar(
        select(func.count(ReturnedRemark.pk)).where(ReturnedRemark.came_with_pk.in_([row.pk for row in came]))
    )
    return Waiting(
        draft_id=draft.id,
        draft_number=draft.number,
        packs=len({row.pack_pk for row in came}),
        remarks=remarks or 0,
        edits=sum(row.edits for row in came),
        places=review_of(session, draft, texts).waiting if texts.holds(session, draft) else None,
    )
