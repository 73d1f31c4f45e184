"""Taking in what a co-facilitator hands over: compared three ways first, nothing written over, undone as one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.groups import Group
from carfacilitator.services import handover_comparing, handover_packages, handovers
from carfacilitator.services.handover_comparing import Choice, Compared, Difference, FieldChange
from carfacilitator.services.handover_packages import KIND, SUFFIX, Package
from carfacilitator.services.placing import Placing
from carfacilitator.services.portable import Row
from carfacilitator.store import drives, sealed
from carfacilitator.store.backups import nothing
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report
from carfacilitator.store.recording import Deed
from carfacilitator.store.sealed import DamagedSealError

__all__ = ["Choice", "Difference", "FieldChange", "HandoverImports", "Incoming", "IncomingRow", "Taken"]

_LARGEST = 500 * 1024 * 1024  # bytes of a file


@dataclass(frozen=True, kw_only=True)
class IncomingRow:
    """One record that came, and how it differs from mine. `choice` is what happens to it unless told otherwise."""

    id: UUID
    noun: str
    words: str  # what it is: "a meeting"
    title: str
    difference: Difference
    choice: Choice
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What came, before anything of it is taken in; `rows` are those that are not the same here already."""

    sender: str
    group: str
    made_at: datetime
    rows: tuple[IncomingRow, ...]
    unchanged: int
    package: Package = field(repr=False)

    @property
    def counts(self) -> Mapping[Difference, int]:
        """Return how many rows differ in which way."""
        return Counter(row.difference for row in self.rows)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was done with the rows that came: added, altered, or left as mine is; and those whose owner is not here."""

    added: int = 0
    altered: int = 0
    kept: int = 0
    without_owner: int = 0


class HandoverImports:
    """Takes in what other facilitators hand over."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def preview(self, file: Path, passphrase: str, report: Report = nothing) -> Incoming:
        """Return what is in a hand-over and how it differs from what is here; nothing is taken in.

        Raises:
            WrongSealError: the passphrase is another.
            DamagedSealError, NewerSealError: the file is damaged, or of a newer program.
            KnownError: it is not there, or too large to be one.
            RefusedError: the workspace is discreet.
        """
        self._database.refuse_if_veiled()
        package = handover_packages.unpacked(sealed.unseal(KIND, _bytes_of(file), passphrase))
        report(0.5)
        with self._database.reading() as session:
            compared = handover_comparing.compare(session, package)
        report(1)
        told = [one for one in compared if one.row.kind is not StoredFile]
        return Incoming(
            sender=package.sender,
            group=package.group,
            made_at=package.made_at,
            rows=tuple(_told(one) for one in told if one.difference is not Difference.SAME),
            unchanged=sum(one.difference is Difference.SAME for one in told),
            package=package,
        )

    def take_in(self, incoming: Incoming, choices: Mapping[UUID, Choice] | None = None) -> Taken:
        """Take in what came, each row as chosen (by its id) or as proposed, all or nothing; undone as one.

        Rows changed here in the meantime are compared again, so that nothing is written over.

        Raises:
            DamagedSealError: a row is none that this program would write; nothing was taken in.
            RefusedError: the workspace is discreet.
        """
        self._database.refuse_if_veiled()
        package, chosen = incoming.package, choices or {}
        seen = {row.id: row.difference for row in incoming.rows}
        try:
            with self._database.transaction(Deed("took in", Group, about=package.group_id)) as session:
                compared = handover_comparing.compare(session, package)
                wanted = [
                    (one, _choice(one, chosen, seen)) for one in compared if one.difference is not Difference.SAME
                ]
                taken = self._put(session, package, wanted)
                states = {one.row.id: one.states for one, choice in wanted if choice is not Choice.LATER}
                same = {one.row.id: one.states for one in compared if one.difference is Difference.SAME}
                handovers.remember(session, states | same, self._clock)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise DamagedSealError from None
        return taken

    def _put(self, session: Session, package: Package, wanted: list[tuple[Compared, Choice]]) -> Taken:
        placing = Placing(session, package.files.__getitem__)
        added = without = 0
        for one in _to_be_added(wanted):
            if placing.has_all_named(one):
                placing.create(one)
                added += 1
            else:
                without += 1
        altered = [
            one.row if choice is Choice.THEIRS else one.joined(package)
            for one, choice in wanted
            if one.mine is not None and choice in {Choice.THEIRS, Choice.BOTH}
        ]
        placing.alter(altered)
        kept = sum(choice in {Choice.MINE, Choice.LATER} for _, choice in wanted)
        return Taken(added=added, altered=len(altered), kept=kept, without_owner=without)


def _bytes_of(file: Path) -> bytes:
    with drives.spoken_plainly(file.parent):
        if file.is_dir() or file.stat().st_size > _LARGEST:
            raise KnownError(f"{file.name} is no hand-over.", f"Choose a file whose name ends in “{SUFFIX}”.")
        return file.read_bytes()


def _to_be_added(wanted: list[tuple[Compared, Choice]]) -> Iterator[Row]:
    return (one.row for one, choice in wanted if one.mine is None and choice in {Choice.THEIRS, Choice.BOTH})


def _choice(one: Compared, chosen: Mapping[UUID, Choice], seen: Mapping[UUID, Difference]) -> Choice:
    """Return what was chosen for a row, if it still differs in the way in which it did then."""
    row_id = UUID(one.row.id)
    if seen.get(row_id) is not one.difference:
        return one.proposal
    return chosen.get(row_id, one.proposal)


def _told(one: Compared) -> IncomingRow:
    return IncomingRow(
        id=UUID(one.row.id),
        noun=one.row.noun,
        words=one.row.kind.WORDS[0],
        title=one.title,
        difference=one.difference,
        choice=one.proposal,
        fields=one.fields,
    )
