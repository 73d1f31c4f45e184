"""Case studies: beginning one, the choice justified at each stage of its cycle, finding them, and how far each is."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import CaseStudy, Draft, Justification
from carfacilitator.model.clock import Clock
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment
from carfacilitator.model.sorting import matches, title_key
from carfacilitator.model.terms import Audience, Stage
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

STAGES = tuple(Stage)


class CaseStudyChanges(TypedDict, total=False):
    """What can be altered about a case study."""

    title: str
    question: str
    stage: Stage
    notes: str
    audience: Audience


class Reason(TypedDict, total=False):
    """What makes one stage of a case study robust: the choice, and in `text` why."""

    choice: str
    text: str


@dataclass(frozen=True, kw_only=True)
class LatestDraft:
    """The newest draft of a case study, in short."""

    id: UUID
    number: int
    received_at: datetime
    words: int


@dataclass(frozen=True, kw_only=True)
class CaseStudyRow:
    """A case study in a list; `stage_number` counts from 1 to 5, `drafts` and `open_comments` those that stand."""

    id: UUID
    title: str
    author_id: UUID
    author: str
    group_id: UUID
    group: str
    stage: Stage
    stage_number: int
    drafts: int
    latest: LatestDraft | None
    open_comments: int
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class StageChoice:
    """One stage of the cycle: what was chosen there and why ('' if not said yet), and whether the study is so far."""

    stage: Stage
    number: int
    choice: str
    justification: str
    reached: bool


@dataclass(frozen=True, kw_only=True)
class CaseStudyDetails:
    """Everything on a case study's page but its drafts, comments and packs, which their own services tell."""

    id: UUID
    title: str
    question: str
    notes: str
    author_id: UUID
    author: str
    author_job: str
    author_organisation: str
    group_id: UUID
    group: str
    stage: Stage
    stage_number: int
    stages: tuple[StageChoice, ...]
    audience: Audience


class CaseStudies:
    """The case studies of every group."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, title: str, group_id: UUID, author_id: UUID, /, **details: Unpack[CaseStudyChanges]) -> UUID:
        """Begin a case study of one author in a group, and return its id."""
        with self._database.transaction(Deed("began", CaseStudy)) as session:
            group, author = records.get(session, Group, group_id), records.get(session, Person, author_id)
            study = CaseStudy(group=group, author=author, title=title)
            records.amend(study, {"title": title, **details}, "title")
            session.add(study)
        return study.id

    def amend(self, case_study_id: UUID, **changes: Unpack[CaseStudyChanges]) -> None:
        """Alter a case study: its title, question, stage, notes or audience."""
        with self._database.transaction(Deed("changed", CaseStudy)) as session:
            records.amend(records.get(session, CaseStudy, case_study_id), changes, "title")

    def give_to(self, case_study_id: UUID, *, author_id: UUID, group_id: UUID) -> None:
        """Put right whose case study it is, and in which group."""
        with self._database.transaction(Deed("changed", CaseStudy)) as session:
            study = records.get(session, CaseStudy, case_study_id)
            study.author, study.group = records.get(session, Person, author_id), records.get(session, Group, group_id)

    def justify(self, case_study_id: UUID, stage: Stage, **reason: Unpack[Reason]) -> None:
        """Keep the choice made at a stage, or why it was made, or both."""
        with self._database.transaction(Deed("changed", Justification)) as session:
            study = records.get(session, CaseStudy, case_study_id)
            kept = _justifications(session, study).get(stage)
            if kept is None:
                kept = Justification(case_study=study, stage=stage, audience=study.audience)
                session.add(kept)
            records.amend(kept, reason)

    def remove(self, case_study_id: UUID) -> None:
        """Take a case study, with its drafts and comments, out of every list; Undo brings it back."""
        with self._database.transaction(Deed("removed", CaseStudy)) as session:
            records.remove(records.get(session, CaseStudy, case_study_id), self._clock.now())

    def rows(self, matching: str = "", group_id: UUID | None = None) -> list[CaseStudyRow]:
        """Return case studies by title: those whose title, question, author or group holds each word of `matching`."""
        with self._database.reading() as session:
            statement = select(CaseStudy, Person, Group).join(CaseStudy.author).join(CaseStudy.group)
            studies = session.execute(statement).all()
            drafts, comments = _drafts(session), _open_comments(session)
        found = [
            _row(study, (author, group), drafts.get(study.pk), comments[study.pk])
            for study, author, group in studies
            if group_id in {None, group.id} and matches(matching, study.title, study.question, author.name, group.name)
        ]
        return sorted(found, key=lambda row: title_key(row.title))

    def open(self, case_study_id: UUID) -> CaseStudyDetails:
        """Return everything known of a case study."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author, CaseStudy.group)
            reasons = _justifications(session, study)
            return records.tell(
                CaseStudyDetails,
                study,
                author_id=study.author.id,
                author=study.author.name,
                author_job=study.author.job,
                author_organisation=study.author.organisation,
                group_id=study.group.id,
                group=study.group.name,
                stage_number=_number(study.stage),
                stages=tuple(_stage(study, stage, reasons.get(stage)) for stage in STAGES),
            )


def _number(stage: Stage) -> int:
    return STAGES.index(stage) + 1


def _stage(study: CaseStudy, stage: Stage, reason: Justification | None) -> StageChoice:
    return StageChoice(
        stage=stage,
        number=_number(stage),
        choice=reason.choice if reason else "",
        justification=reason.text if reason else "",
        reached=_number(stage) <= _number(study.stage),
    )


def _justifications(session: Session, study: CaseStudy) -> dict[Stage, Justification]:
    found = session.scalars(select(Justification).where(Justification.case_study_pk == study.pk))
    return {justification.stage: justification for justification in found}


def _drafts(session: Session) -> dict[int, tuple[int, Draft]]:
    """Return how many drafts each case study (by key) has, and the newest of them."""
    counted = (
        select(Draft.case_study_pk, func.count().label("drafts"), func.max(Draft.number).label("newest"))
        .group_by(Draft.case_study_pk)
        .subquery()
    )
    here = (Draft.case_study_pk == counted.c.case_study_pk) & (Draft.number == counted.c.newest)
    found = session.execute(select(Draft, counted.c.drafts).join(counted, here))
    return {draft.case_study_pk: (count, draft) for draft, count in found}


def _open_comments(session: Session) -> Counter[int]:
    statement = (
        select(Draft.case_study_pk, func.count())
        .select_from(Comment)
        .join(Comment.draft)
        .where(Comment.resolved_at.is_(None))
        .group_by(Draft.case_study_pk)
    )
    return Counter(dict(session.execute(statement).all()))


def _row(
    study: CaseStudy, whose: tuple[Person, Group], drafts: tuple[int, Draft] | None, comments: int
) -> CaseStudyRow:
    author, group = whose
    return records.tell(
        CaseStudyRow,
        study,
        author_id=author.id,
        author=author.name,
        group_id=group.id,
        group=group.name,
        stage_number=_number(study.stage),
        drafts=drafts[0] if drafts else 0,
        latest=records.tell(LatestDraft, drafts[1]) if drafts else None,
        open_comments=comments,
    )
