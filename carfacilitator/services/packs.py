"""Review packs: seeing what would go out, making one, handing it over, and watching those that are out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.departures import Departure
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack, PackComment
from carfacilitator.model.returns import Return
from carfacilitator.services import pack_plans, packing, records
from carfacilitator.services.days import local
from carfacilitator.services.departures import Departures, made_of
from carfacilitator.services.pack_batches import Batch, HandedOver, Prepared, Refusal, one_by_one
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.pack_wishes import Asked, PackWishes, PassageQuestion, Proposal
from carfacilitator.services.packing import PackMade
from carfacilitator.services.rules import PackAction, refuse, set_aside
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["Asked", "Batch", "HandedOver", "PackMade", "PackPlan", "PackRow", "PackWishes", "Packs", "PassageQuestion"]
__all__ += ["Prepared", "Proposal", "Refusal"]

NO_REASONS: Mapping[UUID, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class PackRow:
    """A pack in a list. `saved` tells whether it left as a file, `handed_over_at` whether she says that it was sent.

    `days_waiting` counts from then on, `days_late` from the day by which an answer was asked for; 0 if not yet,
    and nobody is late who has answered.
    """

    id: UUID
    code: str
    case_study_id: UUID
    case_study: str
    draft_id: UUID
    draft_number: int
    gatekeeper_id: UUID
    gatekeeper: str
    role: str
    asked: Asked
    made_at: datetime
    saved: bool
    handed_over_at: datetime | None
    handed_over_how: str
    reply_by: date | None
    comments: int
    file_name: str
    days_waiting: int
    days_late: int


class Packs:
    """The packs of every case study."""

    def __init__(self, database: Database, clock: Clock, departures: Departures) -> None:
        self._database = database
        self._clock = clock
        self._departures = departures

    def prepare(self, draft_id: UUID, gatekeeper_id: UUID, wishes: PackWishes | None = None) -> PackPlan:
        """Return what a pack of a draft for a gatekeeper would hold, what stays here, and what it says.

        Raises:
            RefusedError: what the gatekeeper may see is nothing that leaves.
        """
        with self._database.reading() as session:
            these = pack_plans.parties(session, draft_id, gatekeeper_id)
            return pack_plans.plan(session, these, wishes or PackWishes())

    def make(self, plan: PackPlan, reason: str = "") -> PackMade:
        """Make the pack that was planned, keep exactly what it is, and return it; nothing has left yet.

        With a reason, which is kept, the clauses that stand against it are set aside for this gatekeeper.

        Raises:
            ObjectedError: a clause stands against it; it can be set aside with a reason.
            RefusedError: what may go has changed since it was planned, or the workspace is discreet.
            KnownError: the practitioner's file cannot be made into a pack.
        """
        action = PackAction(plan.draft_id, plan.gatekeeper_id)
        with self._database.reading_plainly() as session:
            if not reason.strip():
                refuse(session, action)
            made = packing.assemble(session, plan, self._clock.now())
        with self._database.transaction(Deed("made", Pack)) as session:
            if reason.strip():
                set_aside(session, action, reason.strip(), today(self._clock))
            packing.keep(session, plan, made)
        return made

    def prepare_each(self, draft_id: UUID, wishes: Mapping[UUID, PackWishes]) -> Prepared:
        """Return what packs of a draft for several gatekeepers would hold, and for whom there can be none."""
        work = {keeper: partial(self.prepare, draft_id, keeper, wished) for keeper, wished in wishes.items()}
        return Prepared(*one_by_one(work, self._names()))

    def make_each(self, plans: Sequence[PackPlan], reasons: Mapping[UUID, str] = NO_REASONS) -> Batch:
        """Make the packs that were planned, each whole or not at all; one that is refused keeps no other back.

        `reasons` are why a clause is set aside, by the gatekeeper for whose pack it is.
        """
        work = {plan.gatekeeper_id: partial(self._made, plan, reasons.get(plan.gatekeeper_id, "")) for plan in plans}
        return Batch(*one_by_one(work, self._names()))

    def hand_over_each(
        self, made: Sequence[tuple[PackPlan, PackMade]], folder: Path, *, replace: bool = False
    ) -> HandedOver:
        """Save packs with their messages and receipts in a folder, of each pack all files or none."""
        work = {plan.gatekeeper_id: partial(self._saved, pack, folder, replace=replace) for plan, pack in made}
        return HandedOver(*one_by_one(work, self._names()))

    def wishes(self, pack_id: UUID) -> PackWishes:
        """Return what was wished for a pack, to make one like it."""
        with self._database.reading() as session:
            return packing.wishes_of(records.get(session, Pack, pack_id))

    def hand_over(self, made: PackMade, folder: Path, *, replace: bool = False) -> list[Path]:
        """Save a pack, its message and its receipt in a folder, all or none, and return their files.

        Raises:
            RefusedError: a file of that name is there and `replace` was not asked for.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        return self._departures.save([made.document, made.mail, made.receipt], folder, replace=replace)

    def again(self, pack_id: UUID) -> PackMade:
        """Return a pack that was made before, the same to the byte, to be saved once more."""
        with self._database.reading() as session:
            return packing.again(session, pack_id)

    def sent(self, pack_id: UUID, how: str = "email", at: datetime | None = None) -> None:
        """Note that a pack was handed over, how, and when if not now: from then on an answer is waited for."""
        with self._database.transaction(Deed("handed over", Pack)) as session:
            pack = records.get(session, Pack, pack_id)
            pack.handed_over_at, pack.handed_over_how = at or self._clock.now(), how

    def not_sent(self, pack_id: UUID) -> None:
        """Note that a pack was not handed over after all."""
        with self._database.transaction(Deed("took back", Pack)) as session:
            pack = records.get(session, Pack, pack_id)
            pack.handed_over_at, pack.handed_over_how = None, ""

    def remove(self, pack_id: UUID) -> None:
        """Take a pack out of every list; what left stays on record, and Undo brings it back."""
        with self._database.transaction(Deed("removed", Pack)) as session:
            records.remove(records.get(session, Pack, pack_id), self._clock.now())

    def rows(self, case_study_id: UUID | None = None, gatekeeper_id: UUID | None = None) -> list[PackRow]:
        """Return packs, the newest first; only those of one case study, or for one gatekeeper, if given."""
        with self._database.reading() as session:
            found = self._rows(session)
        return [
            row
            for row in found
            if case_study_id in {None, row.case_study_id} and gatekeeper_id in {None, row.gatekeeper_id}
        ]

    def out(self) -> list[PackRow]:
        """Return the packs that were handed over, the one that is waited for longest first."""
        return sorted((row for row in self.rows() if row.handed_over_at), key=lambda row: -row.days_waiting)

    def open(self, pack_id: UUID) -> PackRow:
        """Return a pack as it stands in the list."""
        with self._database.reading() as session:
            records.get(session, Pack, pack_id)
            return next(row for row in self._rows(session) if row.id == pack_id)

    def _made(self, plan: PackPlan, reason: str) -> tuple[PackPlan, PackMade]:
        return plan, self.make(plan, reason)

    def _saved(self, made: PackMade, folder: Path, *, replace: bool) -> tuple[PackMade, tuple[Path, ...]]:
        return made, tuple(self.hand_over(made, folder, replace=replace))

    def _names(self) -> dict[UUID, str]:
        with self._database.reading() as session:
            return {keeper.id: keeper.name for keeper in session.scalars(select(Gatekeeper))}

    def _rows(self, session: Session) -> list[PackRow]:
        statement = (
            select(Pack, Draft, CaseStudy, Gatekeeper)
            .join(Pack.draft)
            .join(Draft.case_study)
            .join(Pack.gatekeeper)
            .order_by(Pack.made_at.desc(), Pack.pk.desc())
        )
        comments = Counter(session.scalars(select(PackComment.pack_pk)))
        saved = set(session.scalars(select(Departure.made_from).where(Departure.how == "file")))
        answered = set(session.scalars(select(Return.pack_pk)))
        day = today(self._clock)
        return [
            records.tell(
                PackRow,
                pack,
                case_study_id=study.id,
                case_study=study.title,
                draft_id=draft.id,
                draft_number=draft.number,
                gatekeeper_id=gatekeeper.id,
                gatekeeper=gatekeeper.name,
                role=gatekeeper.role,
                asked=Asked(pack.question),
                saved=made_of(pack) in saved,
                comments=comments[pack.pk],
                days_waiting=(day - local(pack.handed_over_at).date()).days if pack.handed_over_at else 0,
                days_late=0 if pack.pk in answered else _late(pack, day),
            )
            for pack, draft, study, gatekeeper in session.execute(statement)
        ]


def _late(pack: Pack, day: date) -> int:
    waited_for = pack.handed_over_at is not None and pack.reply_by is not None
    return max((day - pack.reply_by).days, 0) if waited_for and pack.reply_by else 0
