"""The clauses of agreements that the program keeps: what stands against doing something, and what sets it aside."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError, RefusedError
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

    def put_in_force(self, group_id: UUID, kind: ClauseKind, number: str = "", text: str = "") -> UUID:
        """Let a clause hold for a group's case studies, with its number and words as they stand in the agreement."""
        with self._database.transaction(Deed("added", Clause)) as session:
            clause = Clause(
                group=records.get(session, Group, group_id),
                kind=kind,
                number=number.strip(),
                text=text.strip(),
                audience=Audience.GROUP,
            )
            session.add(clause)
        return clause.id

    def remove(self, clause_id: UUID) -> None:
        """Let a clause hold no longer; Undo brings it back."""
        with self._database.transaction(Deed("removed", Clause)) as session:
            records.remove(records.get(session, Clause, clause_id), self._clock.now())

    def author_agreed(self, clause_id: UUID, case_study_id: UUID) -> None:
        """Note that the author agrees to what a clause protects her from."""
        with self._database.transaction(Deed("recorded", Clearance)) as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author)
            session.add(
                Clearance(
                    clause=records.get(session, Clause, clause_id),
                    case_study=study,
                    given_by=study.author.name,
                    given_on=today(self._clock),
                    audience=Audience.AUTHOR,
                )
            )

    def objections(self, action: PackAction) -> list[Objection]:
        """Return what stands against making a pack, clause by clause; none if nothing does."""
        with self._database.reading() as session:
            return objections_to(session, action)

    def overrule(self, action: PackAction, reason: str) -> None:
        """Set aside what stands against making a pack, for this gatekeeper alone, and keep why.

        Raises:
            KnownError: there is no reason.
        """
        if not reason.strip():
            raise KnownError("Write down why: the clause was agreed on.")
        with self._database.transaction(Deed("recorded", Clearance)) as session:
            draft = records.get(session, Draft, action.draft_id, Draft.case_study)
            for objection in objections_to(session, action):
                session.add(
                    Clearance(
                        clause=records.get(session, Clause, objection.clause_id),
                        case_study=draft.case_study,
                        gatekeeper=records.get(session, Gatekeeper, action.gatekeeper_id),
                        overruled=True,
                        given_by=session.scalars(select(Facilitator)).one().name,
                        reason=reason.strip(),
                        given_on=today(self._clock),
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
    given = select(Clearance).where(Clearance.clause_pk == clause.pk, Clearance.case_study_pk == study.pk)
    return any(one.gatekeeper_pk in {None, gatekeeper.pk} for one in session.scalars(given))


def _objection(clause: Clause, author: Person) -> Objection:
    named = f"Clause {clause.number}" if clause.number else "The agreement"
    return Objection(
        clause_id=clause.id,
        clause=named,
        text=clause.text or f"{clause.kind[0].upper()}{clause.kind[1:]}.",
        sentence=f"{named}: managers see a draft only after its author agrees, and {author.name} has not yet.",
    )
