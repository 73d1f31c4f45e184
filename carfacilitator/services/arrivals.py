"""How a file becomes the newest draft of a case study: its bytes kept, its paragraphs recognised, comments brought."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session, undefer

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Finding
from carfacilitator.document.comparison import compare
from carfacilitator.document.records import to_record
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.terms import Audience
from carfacilitator.services import lineage
from carfacilitator.services.carrying import DraftText, carry_comments, text_of
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.recognition import words_in


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """How a draft came. What is left out is taken to be: now, from the author, the next number."""

    how: str = ""
    from_whom: str = ""
    received_at: datetime | None = None
    number: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Received:
    """A draft that has arrived: how many comments came along, by how sure their place is, and what was not read."""

    id: UUID
    number: int
    carried: Mapping[AnchorState, int]
    report: tuple[Finding, ...]


def receive(session: Session, study: CaseStudy, file: OpenedFile, arrival: Arrival, now: datetime) -> Received:
    """Add a file as the newest draft of a case study, whose author is loaded, with everything that follows from it.

    Raises:
        KnownError: its number is not above that of the draft before.
    """
    before = newest(session, study)
    draft = Draft(
        case_study=study,
        file=keep(session, file.data),
        number=_number(arrival, before),
        received_at=arrival.received_at or now,
        arrived_by=arrival.how,
        received_from=arrival.from_whom or study.author.name,
        file_name=file.name,
        words=words_in(file.document),
        note=arrival.note,
        audience=Audience.AUTHOR,
    )
    draft.keep_text(session, to_record(file.document))
    session.add(draft)
    states = _continue(session, before, DraftText(draft, file.document))
    return Received(id=draft.id, number=draft.number, carried=Counter(states), report=file.document.report)


def refuse_again(session: Session, data: bytes) -> None:
    """Refuse bytes that have arrived before.

    Raises:
        KnownError: it names the draft that they already are.
    """
    same = select(Draft, CaseStudy).join(Draft.case_study).join(Draft.file).where(StoredFile.sha256 == _hash(data))
    found = session.execute(same).first()
    if found is not None:
        draft, study = found
        raise KnownError(f"That file is already here: it is draft {draft.number} of ‘{study.title}’.")


def newest(session: Session, study: CaseStudy) -> Draft | None:
    """Return the newest draft of a case study with its text, if there is one."""
    drafts = select(Draft).where(Draft.case_study_pk == study.pk).order_by(Draft.number.desc()).limit(1)
    return session.scalar(drafts.options(undefer(Draft.frame), undefer(Draft.passages), undefer(Draft.lineage)))


def keep(session: Session, data: bytes) -> StoredFile:
    """Return the stored file of these bytes, new unless they are kept already."""
    kept = session.scalar(select(StoredFile).where(StoredFile.sha256 == _hash(data)))
    if kept is not None and kept.erased_at is not None:
        again = update(StoredFile).where(StoredFile.pk == kept.pk).values(content=data, erased_at=None)
        session.execute(again)  # bytes are never altered; these come back as they were
    return kept or StoredFile(sha256=_hash(data), size=len(data), content=data)


def _continue(session: Session, before: Draft | None, arrived: DraftText) -> list[AnchorState]:
    if before is None:
        arrived.draft.lineage = lineage.begun(len(arrived.document.leaves()))
        return []
    old = text_of(before)
    comparison = compare(old.document, arrived.document)
    arrived.draft.lineage = lineage.carried_on(comparison, before.lineage)
    return carry_comments(session, old, arrived, comparison)


def _number(arrival: Arrival, before: Draft | None) -> int:
    lowest = before.number + 1 if before else 1
    if arrival.number is not None and arrival.number < lowest:
        raise KnownError(f"The next draft can be draft {lowest} at the earliest.")
    return arrival.number or lowest


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
