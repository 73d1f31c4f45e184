"""Publishing: refused until everybody who was asked agrees to what stands there, or overruled with a reason kept."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.packs import Pack
from carfacilitator.model.sanctions import Publication, Sanction, SanctionEntry
from carfacilitator.model.terms import Audience, SanctionEntryKind
from carfacilitator.services import arrivals, records
from carfacilitator.services.packing import WORD
from carfacilitator.services.rules import ObjectedError, Objection
from carfacilitator.services.sanctions import Ledger, ledger_of
from carfacilitator.sharing.door import Parcel, fit_name
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from carfacilitator.word.published import published

_NAMED = re.compile(r"\b(?P<noun>Draft|Pack|CaseStudy):(?P<id>[0-9a-f-]{36})")
_RULE = "Everybody who was asked agrees before anything is published; silence is not consent."


@dataclass(frozen=True)
class PublishAction:
    """That a case study is to be published as one output."""

    case_study_id: UUID
    output: str


@dataclass(frozen=True, kw_only=True)
class PublicationRow:
    """A copy for publication that was made; `reason` is why, where not everybody had agreed."""

    id: UUID
    output: str
    draft_number: int
    made_at: datetime
    agreed: int
    asked: int
    reason: str


class Publications:
    """The copies that may be published, and what stands against making one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def objections(self, action: PublishAction) -> list[Objection]:
        """Return what stands against publishing; none if everybody who was asked agrees to what stands there now."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, action.case_study_id)
            return _objections(study, ledger_of(session, study, today(self._clock)).of(action.output))

    def publish(self, action: PublishAction, reason: str = "") -> Parcel:
        """Return the copy for an output: the newest draft's final text and nothing else; that it was made is kept.

        Raises:
            ObjectedError: somebody has not agreed, and there is no reason to do it all the same.
            RefusedError: the workspace is discreet, and nothing leaves it.
            KnownError: there is no draft, or it cannot be written.
        """
        self._database.refuse_if_veiled()
        with self._database.transaction(Deed("made", Publication)) as session:
            study = records.get(session, CaseStudy, action.case_study_id)
            ledger = ledger_of(session, study, today(self._clock)).of(action.output)
            objections = _objections(study, ledger)
            draft = arrivals.newest(session, study)
            if objections and not reason.strip():
                raise ObjectedError(objections)
            if draft is None:
                raise KnownError("No draft has come yet.")
            made = Publication(
                case_study=study,
                draft=draft,
                output=action.output,
                made_at=self._clock.now(),
                agreed=ledger.agreed,
                asked=len(ledger.rows),
                reason=reason.strip() if objections else "",
                audience=Audience.PUBLIC,
            )
            session.add(made)
            data = published(session.get_one(StoredFile, draft.file_pk).content, study.title)
            return Parcel(
                name=fit_name(f"{study.title}-{action.output}.docx"),
                media_type=WORD,
                data=data,
                audience=Audience.PUBLIC,
                made_from=f"{Publication.__name__}:{made.id}",
            )

    def note(self, publication_id: UUID) -> None:
        """Note with everybody who had not agreed that it was published all the same, and why; nothing if all had."""
        with self._database.transaction(Deed("added", SanctionEntry)) as session:
            made = records.get(session, Publication, publication_id, Publication.case_study, Publication.draft)
            ledger = ledger_of(session, made.case_study, today(self._clock)).of(made.output)
            for row in [row for row in ledger.rows if made.reason and not row.holds]:
                entry = SanctionEntry(
                    sanction=records.get(session, Sanction, row.id),
                    kind=SanctionEntryKind.NOTED,
                    day=today(self._clock),
                    words=f"Draft {made.draft.number} was published all the same: {made.reason}",
                    audience=Audience.AUTHOR,
                )
                session.add(entry)

    def rows(self, case_study_id: UUID) -> list[PublicationRow]:
        """Return the copies that were made of a case study, newest first."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id)
            made = select(Publication, Draft.number).join(Publication.draft)
            made = made.where(Publication.case_study_pk == study.pk).order_by(Publication.pk.desc())
            return [
                records.tell(PublicationRow, one, draft_number=number) for one, number in session.execute(made).all()
            ]

    def remove(self, publication_id: UUID) -> None:
        """Let a copy never have been made: it was not saved after all. Undo brings it back."""
        with self._database.transaction(Deed("removed", Publication)) as session:
            records.remove(records.get(session, Publication, publication_id), self._clock.now())


def refuse_unagreed(session: Session, made_from: str, clock: Clock) -> None:
    """Refuse to let anything of a case study go to the public that nobody may publish.

    It may go when everybody agrees to one of its outputs as it stands, or when that draft's publication was overruled.
    What stood in earlier drafts was agreed to by nobody.

    Raises:
        ObjectedError: somebody has not agreed.
        RefusedError: it holds the words of an earlier draft.
    """
    for named in _NAMED.finditer(made_from):
        study, draft = _named(session, named["noun"], UUID(named["id"]))
        newest = arrivals.newest(session, study)
        if draft is not None and newest is not None and draft.pk != newest.pk:
            raise RefusedError(
                f"The words of draft {draft.number} do not go to the public: there is draft {newest.number} now.",
                "What is agreed to is the newest draft.",
            )
        ledger = ledger_of(session, study, today(clock))
        if not any(ledger.of(output).may_publish for output in ledger.outputs) and not _overruled(session, study):
            raise ObjectedError(_objections(study, ledger))


def _overruled(session: Session, study: CaseStudy) -> bool:
    newest = arrivals.newest(session, study)
    made = select(Publication.pk).where(Publication.case_study_pk == study.pk, Publication.reason != "")
    return newest is not None and session.scalar(made.where(Publication.draft_pk == newest.pk)) is not None


def _named(session: Session, noun: str, id_: UUID) -> tuple[CaseStudy, Draft | None]:
    """Return the case study that something is of, and the draft if it is of one alone."""
    if noun == CaseStudy.__name__:
        return records.get(session, CaseStudy, id_), None
    if noun == Pack.__name__:
        id_ = records.get(session, Pack, id_, Pack.draft).draft.id
    draft = records.get(session, Draft, id_, Draft.case_study)
    return draft.case_study, draft


def _objections(study: CaseStudy, ledger: Ledger) -> list[Objection]:
    if ledger.may_publish:
        return []
    needs = " and ".join(filter(None, (", ".join(ledger.needs[:-1]), *ledger.needs[-1:])))
    said = f"needs {needs}" if ledger.rows else "nobody was asked whether they agree"
    return [
        Objection(
            clause_id=study.id,  # no clause: what stands against it is the case study's own ledger
            clause="Who agrees",
            text=_RULE,
            sentence=f"‘{study.title}’ is not to be published yet: {said}.",
        )
    ]
