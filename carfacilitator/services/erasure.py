"""Erasing for good, when that is asked for: the record, all that belongs to it, and every trace of its words here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.base import Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.events import Event
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.meetings import MeetingAttendance
from carfacilitator.model.schema import ENTITIES
from carfacilitator.services import records, traces
from carfacilitator.services.backups import BEFORE_ERASURE, BackupRow, Backups
from carfacilitator.services.originals import Originals
from carfacilitator.services.titles import find, title_of
from carfacilitator.store.database import Database

_MARK, _MARKS = "mark of who came", "marks of who came"  # alone, 'who came' would be people


@dataclass(frozen=True, kw_only=True)
class ErasurePlan:
    """What would be erased: how many of what (in words), and the backups that would still hold it.

    `noun` is the class of the record ("Person").
    """

    noun: str
    id: UUID
    title: str
    counts: Mapping[str, int]
    backups: tuple[BackupRow, ...]

    def in_words(self) -> str:
        """Return the counts as people say them: '1 person, 3 marks of who came'."""
        return ", ".join(f"{count:,} {_called(many, count)}" for many, count in self.counts.items())


class Erasure:
    """Erases records so that nothing of them is left in the workspace. It cannot be undone."""

    def __init__(self, database: Database, clock: Clock, backups: Backups, originals: Originals) -> None:
        self._database = database
        self._clock = clock
        self._backups = backups
        self._originals = originals

    def plan(self, noun: str, record_id: UUID) -> ErasurePlan:
        """Return what erasing a record would take along, whether it stands or was removed before.

        Raises:
            NotFoundError: there is none.
        """
        with self._database.reading() as session:
            record = find(session, noun, record_id)
            counts: dict[str, int] = {}
            for each in everything_of(session, record):
                counts[each.WORDS[1]] = counts.get(each.WORDS[1], 0) + 1
            title = title_of(session, record)
        return ErasurePlan(noun=noun, id=record_id, title=title, counts=counts, backups=tuple(self._backups.rows()))

    def erase(self, noun: str, record_id: UUID, *, keep_backup: bool = False) -> None:
        """Erase a record and all that belongs to it, and the room where it stood; for a worker, it may take a while.

        That it was done stays in the history, without a word of what it was. Backups made before still hold it, and
        are listed in the plan; one more is made first if `keep_backup` is set. Plain copies of its drafts' files that
        were opened in Word go first, altered or not.

        Raises:
            NotFoundError: there is none.
            RefusedError: the workspace is discreet.
            KnownError: a copy of a draft is still open in another program; nothing was erased.
        """
        self._database.refuse_if_veiled()
        with self._database.reading() as session:
            hashes = _files_of(session, everything_of(session, find(session, noun, record_id)))
        self._originals.forget(hashes)
        if keep_backup:
            self._backups.make(BEFORE_ERASURE)
        with self._database.transaction(None) as session:
            record = find(session, noun, record_id)
            everything = everything_of(session, record)
            traces.wipe(session, record, everything, self._clock.now())
            session.add(self._event(session, record))
        self._database.compact()
        self._database.announce_everything()

    def _event(self, session: Session, record: Record) -> Event:
        return Event(
            at=self._clock.now(),
            who=session.scalar(select(Facilitator.name)) or "",
            verb="erased",
            noun=type(record).__name__,
            entity_id=record.id,
            summary=f"erased {record.WORDS[0]} for good",
        )


def _called(many: str, count: int) -> str:
    """Return what so many of a kind are called; `many` is what the kind is called by."""
    ones = {kind.WORDS[1]: kind.WORDS[0].split(" ", 1)[-1] for kind in ENTITIES}
    one, several = (_MARK, _MARKS) if many == MeetingAttendance.WORDS[1] else (ones[many], many)
    return one if count == 1 else several


def _files_of(session: Session, everything: Sequence[Record]) -> set[str]:
    """Return the hashes of the files that only drafts among `everything` have."""
    going = {each.pk for each in everything if isinstance(each, Draft)}
    holders = select(StoredFile.sha256, Draft.pk).join(Draft, Draft.file_pk == StoredFile.pk)
    held: dict[str, set[int]] = {}
    for sha256, draft in session.execute(holders.execution_options(include_removed=True)):
        held.setdefault(sha256, set()).add(draft)
    return {sha256 for sha256, drafts in held.items() if drafts <= going}


def everything_of(session: Session, record: Record) -> list[Record]:
    """Return a record and every record that belongs to it, standing or removed."""
    found = {record.id: record}
    for column, kind in records.belonging_to(type(record)):
        these = select(kind).where(column == record.pk).execution_options(include_removed=True)
        for child in session.scalars(these).all():
            found.update((each.id, each) for each in everything_of(session, child))
    return list(found.values())
