"""Drafts: which case study a file belongs to, receiving it, the timeline, and its text and bytes again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Document
from carfacilitator.document.records import from_record
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment, CommentAnchor
from carfacilitator.model.terms import Audience
from carfacilitator.services import arrivals, ordering, records
from carfacilitator.services.arrivals import Arrival, Received
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.recognition import phrases, text_likeness, title_likeness
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["Arrival", "DraftChanges", "DraftRow", "Drafts", "Proposal", "Received"]

RESTORED = "restored"  # how a draft arrived that is an older one once more
UNSURE = frozenset({AnchorState.WEAK, AnchorState.ORPHAN})


class DraftChanges(TypedDict, total=False):
    """What can be put right or added about a draft; its text never changes. `name` is what a snapshot is called."""

    name: str
    note: str
    arrived_by: str
    received_from: str
    received_at: datetime
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A case study that a file may be a draft of, with how alike they are in per cent and the number it would have."""

    case_study_id: UUID
    title: str
    author: str
    number: int
    by_title: int
    by_text: int


@dataclass(frozen=True, kw_only=True)
class DraftRow:
    """A draft on the timeline; `unsure` of its `open_comments` have an uncertain place or none."""

    id: UUID
    case_study_id: UUID
    case_study: str
    number: int
    received_at: datetime
    arrived_by: str
    received_from: str
    file_name: str
    sha256: str
    size: int
    words: int
    name: str
    note: str
    open_comments: int
    unsure: int
    audience: Audience


class Drafts:
    """The drafts of every case study."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def propose(self, file: OpenedFile) -> list[Proposal]:
        """Return every case study as one that the file may be a draft of, the likeliest first.

        Raises:
            KnownError: these very bytes have arrived before; it names the draft that they are.
        """
        with self._database.reading() as session:
            arrivals.refuse_again(session, file.data)
            studies = session.execute(select(CaseStudy, Person).join(CaseStudy.author)).all()
            proposals = [_proposal(file, study, author, arrivals.newest(session, study)) for study, author in studies]
        return sorted(proposals, key=lambda one: (max(one.by_text, one.by_title), one.by_text), reverse=True)

    def receive_draft(self, case_study_id: UUID, file: OpenedFile, arrival: Arrival | None = None) -> Received:
        """Keep a file as the newest draft of a case study, its bytes unchanged, and bring the open comments along.

        All of it happens or none of it.

        Raises:
            KnownError: these very bytes have arrived before, or its number is not above that of the draft before.
        """
        with self._database.transaction(Deed("received", Draft)) as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author)
            arrivals.refuse_again(session, file.data)
            return arrivals.receive(session, study, file, arrival or Arrival(), self._clock.now())

    def restore(self, draft_id: UUID) -> Received:
        """Make an older draft the newest once more: the same bytes as a new draft; all others stay as they are.

        Raises:
            KnownError: it is the newest already.
        """
        with self._database.transaction(Deed("restored", Draft)) as session:
            old = records.get(session, Draft, draft_id, Draft.case_study, Draft.file)
            study = records.get(session, CaseStudy, old.case_study.id, CaseStudy.author)
            if arrivals.newest(session, study) is old:
                raise KnownError("That is the newest draft already.")
            file = OpenedFile(old.file_name, old.file.content, from_record(old.document))
            arrival = Arrival(how=RESTORED, from_whom=old.received_from, note=f"Draft {old.number} once more.")
            return arrivals.receive(session, study, file, arrival, self._clock.now())

    def reorder(self, case_study_id: UUID, draft_ids: Sequence[UUID]) -> None:
        """Put drafts that arrived out of order right: all drafts of a case study, from the first to the newest.

        They are numbered anew, and open comments are carried through the new order.

        Raises:
            KnownError: these are not its drafts.
        """
        with self._database.transaction(Deed("reordered", Draft)) as session:
            drafts = ordering.drafts_of(session, records.get(session, CaseStudy, case_study_id))
            wanted = [draft for each in draft_ids for draft in drafts if draft.id == each]
            ordering.put_in_order(session, drafts, wanted, self._clock)

    def amend(self, draft_id: UUID, **changes: Unpack[DraftChanges]) -> None:
        """Name a snapshot, note something about a draft, or put right how and when it came."""
        with self._database.transaction(Deed("changed", Draft)) as session:
            records.amend(records.get(session, Draft, draft_id), changes)

    def remove(self, draft_id: UUID) -> None:
        """Take the newest draft away, with where comments stand in it; Undo brings it back.

        Raises:
            KnownError: a newer one is built on it.
        """
        with self._database.transaction(Deed("removed", Draft)) as session:
            draft = records.get(session, Draft, draft_id, Draft.case_study)
            last = arrivals.newest(session, draft.case_study)
            if last is not draft:
                raise KnownError("Only the newest draft can be removed: the later ones stand on this one.")
            records.remove(draft, self._clock.now())

    def timeline(self, case_study_id: UUID) -> list[DraftRow]:
        """Return the drafts of a case study, the oldest first."""
        return self._rows(CaseStudy.id == case_study_id)

    def latest(self) -> list[DraftRow]:
        """Return the newest draft of every case study."""
        newest = select(Draft.case_study_pk, func.max(Draft.number)).group_by(Draft.case_study_pk)
        return self._rows(tuple_(Draft.case_study_pk, Draft.number).in_(newest))

    def rows(self) -> list[DraftRow]:
        """Return every draft of every case study, each study's by number."""
        return self._rows()

    def _rows(self, *conditions: ColumnElement[bool]) -> list[DraftRow]:
        statement = select(Draft, CaseStudy, StoredFile).join(Draft.case_study).join(Draft.file).where(*conditions)
        with self._database.reading() as session:
            found = session.execute(statement.order_by(CaseStudy.pk, Draft.number)).all()
            states = _open_states(session)
        return [_row(draft, study, file, states.get(draft.pk, Counter())) for draft, study, file in found]

    def open(self, draft_id: UUID) -> DraftRow:
        """Return a draft as it stands on the timeline."""
        with self._database.reading() as session:
            draft = records.get(session, Draft, draft_id, Draft.case_study, Draft.file)
            states = _open_states(session)
        return _row(draft, draft.case_study, draft.file, states.get(draft.pk, Counter()))

    def document(self, draft_id: UUID) -> Document:
        """Return what was read from a draft: its text, the comments that came inside the file, the import report."""
        with self._database.reading() as session:
            return from_record(records.get(session, Draft, draft_id).document)

    def original(self, draft_id: UUID) -> OpenedFile:
        """Return a draft's file as it arrived, byte for byte, with what was read from it."""
        with self._database.reading() as session:
            draft = records.get(session, Draft, draft_id, Draft.file)
            return OpenedFile(draft.file_name, draft.file.content, from_record(draft.document))


def _proposal(file: OpenedFile, study: CaseStudy, author: Person, before: Draft | None) -> Proposal:
    known = phrases(from_record(before.document)) if before else frozenset()
    return Proposal(
        case_study_id=study.id,
        title=study.title,
        author=author.name,
        number=before.number + 1 if before else 1,
        by_title=title_likeness(file.name, file.document, study.title),
        by_text=text_likeness(phrases(file.document), known),
    )


def _open_states(session: Session) -> dict[int, Counter[AnchorState]]:
    """Return for each draft (by key) how many open comments stand in it, by how sure their place is."""
    statement = (
        select(CommentAnchor.draft_pk, CommentAnchor.state, func.count())
        .join(CommentAnchor.comment)
        .where(Comment.resolved_at.is_(None))
        .group_by(CommentAnchor.draft_pk, CommentAnchor.state)
    )
    states: dict[int, Counter[AnchorState]] = {}
    for draft_pk, state, count in session.execute(statement):
        states.setdefault(draft_pk, Counter())[state] = count
    return states


def _row(draft: Draft, study: CaseStudy, file: StoredFile, states: Counter[AnchorState]) -> DraftRow:
    return records.tell(
        DraftRow,
        draft,
        case_study_id=study.id,
        case_study=study.title,
        sha256=file.sha256,
        size=file.size,
        open_comments=states.total(),
        unsure=sum(states[state] for state in UNSURE),
    )
