"""Conditions carried out: a name put in other words wherever it stands in the author's own file, seen beforehand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.changes import changes
from carfacilitator.document.namings import Naming, Spot, fitted, inside_longer, namings, reads_oddly, renamed
from carfacilitator.document.rows import Piece
from carfacilitator.document.sections import places
from carfacilitator.document.sentences import sentences
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.clock import Clock
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.sanctions import Sanction, SanctionCondition
from carfacilitator.services import arrivals, records
from carfacilitator.services.arrivals import Arrival, Received
from carfacilitator.services.carrying import text_of
from carfacilitator.services.days import local
from carfacilitator.services.files import OpenedFile
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from carfacilitator.word.descriptions import redescribed
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict as Settle
from carfacilitator.word.suggestions import Suggestion

CONDITION = "with a condition carried out"  # how a draft arrived that was made so


@dataclass(frozen=True)
class Place:
    """One place where the name becomes other words: where it is, the sentence with its marks.

    `odd` says that it would read oddly there ("the a coastal town"), for a person to look at.
    """

    spot: Spot
    where: str
    pieces: tuple[Piece, ...]
    odd: bool


@dataclass(frozen=True, kw_only=True)
class Replacing:
    """What carrying out a condition would do to the newest draft.

    `longer` are words that the name is only a part of, which stay; `left` is how often it would still stand, in what
    no program but Word can change.
    """

    condition_id: UUID
    draft_number: int
    words: str
    instead: str
    places: tuple[Place, ...]
    longer: tuple[str, ...]
    left: int
    file: OpenedFile


class Conditions:
    """Carries out the conditions of those who agree."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def preview(self, condition_id: UUID, *, tracked: bool = True) -> Replacing:
        """Return every place that would change in the newest draft, and the file as it would be; nothing is kept.

        In its text each is a tracked change by the facilitator, or done; descriptions of pictures are always done, for
        Word tracks none there.

        Raises:
            KnownError: the condition names no words, they stand nowhere, or the file cannot be written exactly.
        """
        with self._database.reading() as session:
            return self._replacing(session, condition_id, tracked=tracked)

    def replace(self, condition_id: UUID, *, tracked: bool = True) -> Received:
        """Keep the newest draft with the condition carried out as a draft of its own, comments brought along.

        Raises:
            RefusedError: names are seen as initials, and would be written so.
            KnownError: as for the preview.
        """
        with self._database.reading_plainly() as session:
            made = self._replacing(session, condition_id, tracked=tracked)
        with self._database.transaction(Deed("made", Draft)) as session:
            condition, study = _loaded(session, condition_id)
            arrivals.refuse_again(session, made.file.data)
            count = len(made.places) - made.left
            note = f"“{condition.words}” became “{condition.instead}” in {count} {'place' if count == 1 else 'places'}."
            study = records.get(session, CaseStudy, study.id, CaseStudy.author)
            owner = session.scalars(select(Facilitator)).one().name
            arrival = Arrival(how=CONDITION, from_whom=owner, note=note)
            return arrivals.receive(session, study, made.file, arrival, self._clock.now())

    def _replacing(self, session: Session, condition_id: UUID, *, tracked: bool) -> Replacing:
        condition, study = _loaded(session, condition_id)
        draft = arrivals.newest(session, study)
        if not (condition.words and condition.instead):
            raise KnownError("This condition does not say which words become which.")
        if draft is None:
            raise KnownError("No draft has come yet.")
        name = session.scalars(select(Facilitator)).one().name
        return _replacing(session, condition, draft, _Way(name, local(self._clock.now()), tracked))


@dataclass(frozen=True)
class _Way:
    """Who changes it, when by Word's clock, and whether each change is tracked."""

    author: str
    when: datetime
    tracked: bool


def _loaded(session: Session, condition_id: UUID) -> tuple[SanctionCondition, CaseStudy]:
    condition = records.get(session, SanctionCondition, condition_id, SanctionCondition.sanction)
    sanction = records.get(session, Sanction, condition.sanction.id, Sanction.case_study)
    return condition, sanction.case_study


def _replacing(session: Session, condition: SanctionCondition, draft: Draft, way: _Way) -> Replacing:
    document = text_of(draft).document
    found = namings(document, condition.words)
    if not found:
        raise KnownError(f"“{condition.words}” stands nowhere in draft {draft.number}.")
    original = session.get_one(StoredFile, draft.file_pk).content
    data = _written(original, document, found, condition, way)
    made = read(data)
    name = f"{draft.file_name.removesuffix('.docx') or 'draft'} renamed.docx"
    return Replacing(
        condition_id=condition.id,
        draft_number=draft.number,
        words=condition.words,
        instead=condition.instead,
        places=tuple(_places(document, found, condition)),
        longer=inside_longer(document, condition.words),
        left=len(namings(made, condition.words)),
        file=OpenedFile(name, data, made),
    )


def _written(
    original: bytes, document: Document, found: Sequence[Naming], condition: SanctionCondition, way: _Way
) -> bytes:
    """Return the file with the other words in it.

    Raises:
        ProofError: read again, it says something else than was ordered.
    """
    suggestions = tuple(
        Suggestion(
            anchor=Anchor(one.leaf, one.start, one.leaf, one.end),
            paragraphs=(fitted(one, condition.words, condition.instead),),
            author=way.author,
            when=way.when,
        )
        for one in found
        if one.spot is not Spot.PICTURE
    )
    data = patched(original, Patch(suggestions=suggestions, seed=str(condition.id)))
    if suggestions and not way.tracked:
        known = {(one.author, one.date) for one in changes(document)}
        ours = [one.id for one in changes(read(data)) if (one.author, one.date) not in known]
        data = settle_some(data, dict.fromkeys(ours, Settle.ACCEPT))
    return redescribed(data, lambda told: renamed(told, condition.words, condition.instead))


def _places(document: Document, found: Sequence[Naming], condition: SanctionCondition) -> Iterator[Place]:
    where = places(document)
    for one in found:
        pieces = tuple(_in_sentence(one, fitted(one, condition.words, condition.instead)))
        yield Place(one.spot, where[one.leaf].words, pieces, odd=reads_oddly(one, condition.instead))


def _in_sentence(naming: Naming, instead: str) -> Iterator[Piece]:
    """Yield the sentence round a place, with the name cut and the other words put in."""
    around = (one for one in sentences(naming.text) if one[0] <= naming.start < one[1])
    start, end = next(around, (0, len(naming.text)))
    before, after = naming.text[start : naming.start], naming.text[naming.end : max(end, naming.end)]
    if before:
        yield Piece("=", before)
    yield Piece("-", naming.name)
    yield Piece("+", instead)
    if after:
        yield Piece("=", after)
