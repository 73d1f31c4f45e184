"""Handing a group over to a co-facilitator: one sealed file, without what is for the facilitator only."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.events import Event
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.groups import Group
from carfacilitator.model.handovers import SharedState
from carfacilitator.model.terms import Audience
from carfacilitator.services import handover_packages, handover_scope, records
from carfacilitator.services.departures import Departures
from carfacilitator.services.handover_packages import KIND, MOVED, SUFFIX, Package
from carfacilitator.services.handover_scope import Scope
from carfacilitator.services.portable import Row, Telling
from carfacilitator.sharing.door import Parcel
from carfacilitator.store import calibration, sealed
from carfacilitator.store.backups import nothing
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report
from carfacilitator.store.slots import Cost

_MEDIA_TYPE = "application/octet-stream"
_UNTOLD = {"CommentAnchor", "PackComment", "RetentionDate", "StoredFile"}  # nobody counts these
_ONE = {kind.WORDS[1]: kind.WORDS[0].partition(" ")[2] for kind in MOVED}  # without its article
_ONE["who came"] = "answer or attendance"
_MANY = {"who came": "answers and attendances"}


@dataclass(frozen=True, kw_only=True)
class HandoverWish:
    """Which group is to be handed over, to whom, and under which passphrase, agreed with them by telephone.

    `with_private` takes along what is for the facilitator only: mentoring notes, private comments, back-stage words.
    """

    group_id: UUID
    recipient: str
    passphrase: str = field(repr=False)
    with_private: bool = False


@dataclass(frozen=True, kw_only=True)
class HandoverPlan:
    """What would go along, and what would stay: how many of what, in words ({"people": 6})."""

    group: str
    counts: Mapping[str, int]
    left_out: Mapping[str, int]

    def in_words(self) -> str:
        """Return what goes along as people say it: "6 people, 1 meeting"."""
        return _in_words(self.counts)

    def left_out_in_words(self) -> str:
        """Return what stays in the same way; empty if nothing does."""
        return _in_words(self.left_out)


class Handovers:
    """Gives groups to other facilitators. What they send back is taken in by `HandoverImports`."""

    def __init__(self, database: Database, clock: Clock, departures: Departures, cost: Cost | None = None) -> None:
        self._database = database
        self._clock = clock
        self._departures = departures
        self._cost = cost

    def plan(self, group_id: UUID, *, with_private: bool = False) -> HandoverPlan:
        """Return what would go along with a group; nothing leaves.

        Raises:
            NotFoundError: there is no such group.
        """
        with self._database.reading() as session:
            scope = handover_scope.of_group(session, group_id, with_private=with_private)
            rows = _rows(session, scope, shared_states(session))
            name = records.get(session, Group, group_id).name
        counts = Counter(row.kind.WORDS[1] for row in rows if row.noun not in _UNTOLD)
        return HandoverPlan(group=name, counts=counts, left_out=scope.left_out)

    def give(self, wish: HandoverWish, folder: Path, *, replace: bool = False, report: Report = nothing) -> Path:
        """Write the sealed file of a group into a folder and return it; for a worker, it takes a few seconds.

        Raises:
            NotFoundError: there is no such group.
            RefusedError: the workspace is discreet, or there is a file of that name and `replace` was not asked for.
            KnownError: the passphrase is empty, the folder cannot be written to, or the disk is full.
        """
        self._database.refuse_if_veiled()
        with self._database.reading() as session:
            package = self._package(session, wish)
        report(0.4)
        content = sealed.seal(
            KIND, handover_packages.packed(package), wish.passphrase, self._cost or calibration.cost_here()
        )
        report(0.8)
        parcel = Parcel(
            name=f"{package.group} for {wish.recipient or 'a co-facilitator'}{SUFFIX}",
            media_type=_MEDIA_TYPE,
            data=content,
            audience=Audience.AUTHOR,  # the narrowest that may leave; only the passphrase opens it
            recipient=wish.recipient,
            made_from=f"hand-over of group {wish.group_id}",
        )
        (file,) = self._departures.save([parcel], folder, replace=replace)
        self._remember(package)
        report(1)
        return file

    def _package(self, session: Session, wish: HandoverWish) -> Package:
        scope = handover_scope.of_group(session, wish.group_id, with_private=wish.with_private)
        shared = shared_states(session)
        rows = _rows(session, scope, shared)
        return Package(
            id=uuid4(),
            made_at=self._clock.now(),
            sender=session.scalar(select(Facilitator.name)) or "",
            group_id=wish.group_id,
            group=records.get(session, Group, wish.group_id).name,
            rows=tuple(rows),
            shared={row.id: frozenset(shared[row.id]) for row in rows if row.id in shared},
            files=_files(session, scope.keys.get(StoredFile, set())),
        )

    def _remember(self, package: Package) -> None:
        """Keep what the other one has now; it has left, so there is nothing to undo."""
        with self._database.transaction(None) as session:
            remember(session, {row.id: row.states() for row in package.rows}, self._clock)
            session.add(
                Event(
                    at=self._clock.now(),
                    who=package.sender,
                    verb="handed over",
                    noun=Group.__name__,
                    entity_id=package.group_id,
                    summary="handed over a group",
                )
            )


def remember(session: Session, states: Mapping[str, Iterable[str]], clock: Clock) -> None:
    """Keep which states of which records (by id) another facilitator has, too."""
    known = shared_states(session)
    session.add_all(
        SharedState(entity_id=UUID(entity_id), state=state, at=clock.now())
        for entity_id, fresh in states.items()
        for state in sorted(set(fresh) - known.get(entity_id, set()))
    )


def shared_states(session: Session) -> dict[str, set[str]]:
    """Return the states that others have, by the id of the record."""
    found: dict[str, set[str]] = {}
    for entity_id, state in session.execute(select(SharedState.entity_id, SharedState.state)):
        found.setdefault(str(entity_id), set()).add(state)
    return found


def _rows(session: Session, scope: Scope, shared: Mapping[str, object]) -> list[Row]:
    """Return the rows that go along: those that stand, and those removed of which the other one may know."""
    telling, told = Telling(session), dict[str, Row]()
    for kind in MOVED:
        for row in telling.these(kind, scope.keys.get(kind, ()), scope.columns_left_out(kind)):
            stands = row.values.get("removed_at") is None or row.id in shared
            if stands and all(named in told for named in row.named):
                told[row.id] = row
    return list(told.values())


def _files(session: Session, keys: set[int]) -> dict[str, bytes]:
    kept = select(StoredFile).where(StoredFile.erased_at.is_(None)).options(undefer(StoredFile.content))
    return {file.sha256: file.content for file in session.scalars(kept) if file.pk in keys}


def _in_words(counts: Mapping[str, int]) -> str:
    told = (f"{count:,} {_ONE[many] if count == 1 else _MANY.get(many, many)}" for many, count in counts.items())
    return ", ".join(told)
