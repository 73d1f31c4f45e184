"""The clauses of agreements that the program keeps: what stands against doing something, and what sets it aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from carfacilitator.errors import KnownError, NotFoundError, RefusedError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.sanctions import Clause, Clearance
from carfacilitator.model.terms import Audience, ClauseKind
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

BY_WORD_OF_MOUTH = "by word of mouth"


@dataclass(frozen=True)
class PackAction:
    """That a pack of a draft is to be made for a gatekeeper."""

    draft_id: UUID
    gatekeeper_id: UUID


@dataclass(frozen=True, kw_only=True)
class Objection:
    """A clause that stands against something; `sentence` says why, to be shown with the question for a reason."""

    clause_id: UUID
    clause: str
    text: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class ClauseRow:
    """A clause that is in force for a group; `number` and `text` are as they stand in its agreement."""

    id: UUID
    kind: ClauseKind
    number: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """That a clause was set aside for one gatekeeper, by whom, when and why."""

    gatekeeper: str
    by: str
    on: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class Consent:
    """How a case study stands to a clause: whether its author agreed, when and how, and for whom it was set aside.

    `agreed_on` is None as long as she has not.
    """

    clause_id: UUID
    clause: str
    text: str
    author: str
    agreed_on: date | None
    how: str
    set_aside: tuple[SetAside, ...]


class ClauseChanges(TypedDict, total=False):
    """What can be put right about a clause."""

    number: str
    text: str


class ObjectedError(RefusedError):
    """Something that a clause stands against; it can be done with a reason, which is kept."""

    def __init__(self, objections: list[Objection]) -> None:
        super().__init__(objections[0].sentence, "Ask the author, or write down why it is done all the same.")
        self.objections = tuple(objections)


class Rules:
    """The clauses in force, and what was set aside when and why."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def clauses(self, group_id: UUID) -> list[ClauseRow]:
        """Return the clauses that are in force for a group."""
        with self._database.reading() as session:
            group = records.get(session, Group, group_id)
            found = session.scalars(select(Clause).where(Clause.group_pk == group.pk).order_by(Clause.pk))
            return [records.tell(ClauseRow, clause) for clause in found]

    def put_in_force(self, group_id: UUID, kind: ClauseKind, number: str = "", text: str = "") -> UUID:
        """Let a clause hold for a group's case studies, with its number and words as they stand in the agreement.

        Raises:
            KnownError: it is in force already.
        """
        with self._database.transaction(Deed("put in force", Clause)) as session:
            group = records.get(session, Group, group_id)
            if session.scalar(select(Clause).where(Clause.group_pk == group.pk, Clause.kind == kind)) is not None:
                raise KnownError("That clause is in force already.")
            clause = Clause(group=group, kind=kind, number=number.strip(), text=text.strip(), audience=Audience.GROUP)
            session.add(clause)
        return clause.id

    def amend(self, clause_id: UUID, **changes: Unpack[ClauseChanges]) -> None:
        """Put the number or the words of a clause right."""
        with self._database.transaction(Deed("amended", Clause)) as session:
            records.amend(records.get(session, Clause, clause_id), changes)

    def remove(self, clause_id: UUID) -> None:
        """Let a clause hold no longer; Undo brings it back."""
        with self._database.transaction(Deed("removed", Clause)) as session:
            records.remove(records.get(session, Clause, clause_id), self._clock.now())

    def consents(self, case_study_id: UUID) -> list[Consent]:
        """Return how a case study stands to each clause that is in force for its group."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author)
            clauses = session.scalars(select(Clause).where(Clause.group_pk == study.group_pk).order_by(Clause.pk))
            return [_consent(session, clause, study) for clause in clauses]

    def author_agreed(
        self, clause_id: UUID, case_study_id: UUID, on: date | None = None, how: str = BY_WORD_OF_MOUTH
    ) -> None:
        """Note that the author agrees to what a clause protects from: when (today, if not said) and how.

        What was noted before of the same is put right.

        Raises:
            KnownError: that day is still to come.
        """
        day = on or today(self._clock)
        if day > today(self._clock):
            raise KnownError("That day is still to come.", "Write down when it was.")
        with self._database.transaction(Deed("recorded", Clearance)) as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author)
            clause = records.get(session, Clause, clause_id)
            agreed = _agreement(session, clause, study)
            if agreed is None:
                agreed = Clearance(clause=clause, case_study=study, given_on=day, audience=Audience.AUTHOR)
                session.add(agreed)
            agreed.given_by, agreed.given_on, agreed.how = study.author.name, day, how.strip()

    def take_back(self, clause_id: UUID, case_study_id: UUID) -> None:
        """Note that the author does not agree, or no longer: from now on the clause stands in the way again.

        Raises:
            NotFoundError: nothing says that she did.
        """
        with self._database.transaction(Deed("took back", Clearance)) as session:
            study = records.get(session, CaseStudy, case_study_id)
            agreed = _agreement(session, records.get(session, Clause, clause_id), study)
            if agreed is None:
                raise NotFoundError("That the author agreed is not noted any more.")
            records.remove(agreed, self._clock.now())

    def objections(self, action: PackAction) -> list[Objection]:
        """Return what stands against making a pack, clause by clause; none if nothing does."""
        with self._database.reading() as session:
            return objections_to(session, action)

    def overrule(self, action: PackAction, reason: str, *others: PackAction) -> None:
        """Set aside what stands against making a pack, for this gatekeeper (and those of `others`) alone; keep why.

        Raises:
            KnownError: there is no reason.
        """
        if not reason.strip():
            raise KnownError("Write down why: the clause was agreed on.")
        with self._database.transaction(Deed("recorded", Clearance)) as session:
            for one in (action, *others):
                set_aside(session, one, reason.strip(), today(self._clock))


def set_aside(session: Session, action: PackAction, reason: str, day: date) -> None:
    """Set aside what stands against making a pack, for this gatekeeper alone."""
    draft = records.get(session, Draft, action.draft_id, Draft.case_study)
    for objection in objections_to(session, action):
        session.add(
            Clearance(
                clause=records.get(session, Clause, objection.clause_id),
                case_study=draft.case_study,
                gatekeeper=records.get(session, Gatekeeper, action.gatekeeper_id),
                overruled=True,
                given_by=session.scalars(select(Facilitator)).one().name,
                reason=reason,
                given_on=day,
            )
        )


def objections_to(session: Session, action: PackAction) -> list[Objection]:
    """Return what stands against making a pack."""
    draft = records.get(session, Draft, action.draft_id, Draft.case_study)
    gatekeeper = records.get(session, Gatekeeper, action.gatekeeper_id)
    if gatekeeper.belongs_to is not Audience.LOCAL_MANAGER:
        return []
    study = records.get(session, CaseStudy, draft.case_study.id, CaseStudy.author)
    clauses = select(Clause).where(Clause.group_pk == study.group_pk, Clause.kind == ClauseKind.AUTHOR_FIRST)
    return [
        _objection(clause, study.author)
        for clause in session.scalars(clauses)
        if not _is_cleared(session, clause, study, gatekeeper)
    ]


def refuse(session: Session, action: PackAction) -> None:
    """Refuse to make a pack that a clause stands against.

    Raises:
        ObjectedError: one does.
    """
    objections = objections_to(session, action)
    if objections:
        raise ObjectedError(objections)


def _is_cleared(session: Session, clause: Clause, study: CaseStudy, gatekeeper: Gatekeeper) -> bool:
    return any(one.gatekeeper_pk in {None, gatekeeper.pk} for one in _clearances(session, clause, study))


def _clearances(session: Session, clause: Clause, study: CaseStudy) -> Sequence[Clearance]:
    given = select(Clearance).where(Clearance.clause_pk == clause.pk, Clearance.case_study_pk == study.pk)
    return session.scalars(given.options(joinedload(Clearance.gatekeeper)).order_by(Clearance.pk)).all()


def _agreement(session: Session, clause: Clause, study: CaseStudy) -> Clearance | None:
    """Return the note that the author agreed, or None."""
    return next((one for one in _clearances(session, clause, study) if not one.overruled), None)


def _consent(session: Session, clause: Clause, study: CaseStudy) -> Consent:
    agreed = _agreement(session, clause, study)
    return Consent(
        clause_id=clause.id,
        clause=_named(clause),
        text=_words(clause),
        author=study.author.name,
        agreed_on=agreed.given_on if agreed else None,
        how=agreed.how if agreed else "",
        set_aside=tuple(
            SetAside(gatekeeper=one.gatekeeper.name, by=one.given_by, on=one.given_on, reason=one.reason)
            for one in _clearances(session, clause, study)
            if one.overruled and one.gatekeeper is not None
        ),
    )


def _named(clause: Clause) -> str:
    return f"Clause {clause.number}" if clause.number else "The agreement"


def _words(clause: Clause) -> str:
    return clause.text or f"{clause.kind[0].upper()}{clause.kind[1:]}."


def _objection(clause: Clause, author: Person) -> Objection:
    named = _named(clause)
    return Objection(
        clause_id=clause.id,
        clause=named,
        text=_words(clause),
        sentence=f"{named}: managers see a draft only after its author agrees, and {author.name} has not yet.",
    )
