"""What a gatekeeper saw last of a case study: the draft in the last pack that was handed over, and its words there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Document
from carfacilitator.document.covers import cover_of, without_cover
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.departures import Departure
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.services import records
from carfacilitator.services.days import local
from carfacilitator.services.sent_packs import marks_of, offers_of
from carfacilitator.word.reader import read


@dataclass(frozen=True)
class SeenDraft:
    """A draft that a gatekeeper was handed, by the pack that held it; `on` is the day."""

    pack_id: UUID
    draft_id: UUID
    number: int
    on: date


def seen_before(session: Session, draft: Draft, gatekeeper: Gatekeeper) -> SeenDraft | None:
    """Return which earlier draft a gatekeeper was handed last: marked as sent, or saved as a file; None if none was."""
    packs = (
        select(Pack, Draft)
        .join(Pack.draft)
        .where(Pack.gatekeeper_pk == gatekeeper.pk, Draft.case_study_pk == draft.case_study_pk)
        .where(Draft.number < draft.number)
        .order_by(Pack.made_at.desc(), Pack.pk.desc())
    )
    saved = set(session.scalars(select(Departure.made_from).where(Departure.how == "file")))
    for pack, earlier in session.execute(packs):
        if pack.handed_over_at or f"{Pack.__name__}:{pack.id}" in saved:
            return SeenDraft(pack.id, earlier.id, earlier.number, local(pack.handed_over_at or pack.made_at).date())
    return None


def words_seen(session: Session, seen: SeenDraft) -> Document:
    """Return what the gatekeeper read in that pack, without its cover note and without what we proposed in it."""
    pack = records.get(session, Pack, seen.pack_id, Pack.file)
    sent = read(pack.file.content)
    return offers_of(marks_of(pack), without_cover(sent, cover_of(sent, pack.code))).base
