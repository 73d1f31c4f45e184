"""Reads the ledger of who agrees, and remembers what was worked out about drafts, whose texts never change."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session, joinedload

from carfacilitator.document.blocks import Document
from carfacilitator.document.changed_sentences import ChangedSentence, changed_sentences
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.namings import Spot, namings, with_renamed
from carfacilitator.document.rows import Row
from carfacilitator.document.sections import Place, places
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.sanctions import Sanction, SanctionCondition, SanctionEntry
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services import records
from carfacilitator.services.carrying import text_of
from carfacilitator.services.sanction_rows import YES, ConditionRow, EntryRow, SanctionRow

Key = TypeVar("Key")
Found = TypeVar("Found")
Names = tuple[tuple[str, str], ...]
_MOST = 200  # things that are remembered; then it begins anew


class LedgerMemory:
    """What changed between two drafts, and where a name stands in one: read again at once by whoever shows it."""

    def __init__(self) -> None:
        self._sentences: dict[tuple[UUID, UUID, Names], tuple[ChangedSentence, ...]] = {}
        self._spots: dict[tuple[UUID, str], Mapping[Spot, int]] = {}

    def sentences(
        self, key: tuple[UUID, UUID, Names], find: Callable[[], tuple[ChangedSentence, ...]]
    ) -> tuple[ChangedSentence, ...]:
        """Return what changed from one draft to another, apart from some names."""
        return _remembered(self._sentences, key, find)

    def spots(self, key: tuple[UUID, str], find: Callable[[], Mapping[Spot, int]]) -> Mapping[Spot, int]:
        """Return how often a name stands where in a draft."""
        return _remembered(self._spots, key, find)


class LedgerReading:
    """Reads the lines of a case study's ledger; each pair of drafts is compared once."""

    def __init__(self, session: Session, newest: Draft | None, day: date, memory: LedgerMemory) -> None:
        self._session = session
        self._newest = newest
        self._day = day
        self._memory = memory
        self._texts: dict[int, Document] = {}

    def rows(self, study: CaseStudy) -> Iterator[SanctionRow]:
        """Yield its lines in the order in which they were asked for, the author's first."""
        statement = (
            select(Sanction)
            .where(Sanction.case_study_pk == study.pk)
            .options(joinedload(Sanction.gatekeeper), joinedload(Sanction.author))
            .order_by(Sanction.gatekeeper_pk.is_not(None), Sanction.pk)
        )
        yield from map(self._row, self._session.scalars(statement).all())

    def _conditions(self, sanction: Sanction) -> Iterator[tuple[ConditionRow, tuple[str, str]]]:
        """Yield the conditions of an answer, in the order in which they were made, with their words as they stand.

        Under a veil what is seen of a name stands in no draft, and every condition would seem to be met.
        """
        kept = (
            select(
                SanctionCondition,
                type_coerce(SanctionCondition.words, String).label("whole_words"),
                type_coerce(SanctionCondition.instead, String).label("whole_instead"),
            )
            .where(SanctionCondition.sanction_pk == sanction.pk)
            .order_by(SanctionCondition.pk)
        )
        for one, words, instead in self._session.execute(kept):
            stood, stands = self._spots(one.draft_pk, words), self._spots(self._pk, words)
            yield records.tell(ConditionRow, one, stood=stood, stands=stands), (words, instead)

    def _row(self, sanction: Sanction) -> SanctionRow:
        agreed_to = self._session.get(Draft, sanction.draft_pk) if sanction.draft_pk else None
        who = sanction.gatekeeper or sanction.author
        waits = sanction.answer is SanctionAnswer.NONE
        late = (self._day - sanction.reply_by).days if waits and sanction.reply_by else 0
        conditions = list(self._conditions(sanction))
        return records.tell(
            SanctionRow,
            sanction,
            gatekeeper_id=sanction.gatekeeper.id if sanction.gatekeeper else None,
            gatekeeper=who.name if who else "",
            role=sanction.gatekeeper.role if sanction.gatekeeper else "author",
            draft_number=agreed_to.number if agreed_to else None,
            draft_sha256=self._hash(agreed_to),
            newest_number=self._newest.number if self._newest else None,
            days_waiting=(self._day - sanction.asked_on).days if waits else 0,
            days_late=max(late, 0),
            sentences=self._changed(sanction, agreed_to, (words for _, words in conditions)),
            stands=sanction.stands_draft_pk is not None and sanction.stands_draft_pk == self._pk,
            conditions=tuple(one for one, _ in conditions),
            entries=tuple(self._entries(sanction)),
        )

    def _hash(self, draft: Draft | None) -> str:
        """Return the hash of a draft's file, which proves to what somebody said yes."""
        kept = select(StoredFile.sha256).where(StoredFile.pk == draft.file_pk) if draft else None
        return str(self._session.scalar(kept) or "") if kept is not None else ""

    @property
    def _pk(self) -> int | None:
        return self._newest.pk if self._newest else None

    def _entries(self, sanction: Sanction) -> Iterator[EntryRow]:
        kept = select(SanctionEntry).where(SanctionEntry.sanction_pk == sanction.pk)
        for one in self._session.scalars(kept.order_by(SanctionEntry.day, SanctionEntry.pk)):
            yield records.tell(EntryRow, one)

    def _spots(self, draft_pk: int | None, words: str) -> Mapping[Spot, int]:
        draft = self._session.get(Draft, draft_pk) if draft_pk and words else None
        if draft is None:
            return {}
        return self._memory.spots(
            (draft.id, words), lambda: Counter(one.spot for one in namings(self._text(draft), words))
        )

    def _text(self, draft: Draft) -> Document:
        if draft.pk not in self._texts:
            self._texts[draft.pk] = text_of(draft).document
        return self._texts[draft.pk]

    def _changed(
        self, sanction: Sanction, agreed_to: Draft | None, conditions: Iterable[tuple[str, str]]
    ) -> tuple[ChangedSentence, ...]:
        """Return what changed since somebody said yes."""
        newest = self._newest
        if sanction.answer not in YES or agreed_to is None or newest is None or agreed_to.pk == newest.pk:
            return ()
        named = tuple(pair for pair in conditions if all(pair))
        key = agreed_to.id, newest.id, named
        return self._memory.sentences(key, lambda: tuple(self._sentences(agreed_to, newest, named)))

    def _sentences(self, agreed_to: Draft, newest: Draft, named: Names) -> Iterator[ChangedSentence]:
        comparison = self._comparison(agreed_to, newest, named)
        old, new = (places(self._text(draft)) for draft in (agreed_to, newest))
        for row in comparison.rows:
            for found in changed_sentences(comparison.words(row), _where(row, old, new)):
                if not (named and _differs_in_case_only(found)):
                    yield found

    def _comparison(self, old: Draft, new: Draft, named: Names) -> Comparison:
        """Return how one draft became the other, apart from names that a condition wants to be others."""
        before, after = self._text(old), self._text(new)
        for name, instead in named:
            before, after = (with_renamed(one, name, instead) for one in (before, after))
        return compare(before, after)


def _remembered(kept: dict[Key, Found], key: Key, find: Callable[[], Found]) -> Found:
    """Return what is kept under a key, found now if it is not; another thread may empty it meanwhile."""
    found = kept.get(key)
    if found is None:
        found = find()
        if len(kept) > _MOST:
            kept.clear()
        kept[key] = found
    return found


def _where(row: Row, old: tuple[Place, ...], new: tuple[Place, ...]) -> str:
    """Return where a row stands in the newer draft, or stood in the older one."""
    return new[row.new[0]].words if row.new else old[row.old[0]].words


def _differs_in_case_only(found: ChangedSentence) -> bool:
    before, after = ("".join(getattr(piece, side) for piece in found.pieces) for side in ("before", "after"))
    return before.casefold() == after.casefold()
