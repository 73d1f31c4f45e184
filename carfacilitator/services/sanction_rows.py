"""Who agrees, as it is read: every answer, what has changed since, how far conditions are met, and what happened."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from carfacilitator.document.blocks import Document
from carfacilitator.document.changed_sentences import ChangedSentence, ChangedWords, changed_sentences
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.namings import Spot, namings, with_renamed
from carfacilitator.document.rows import Row
from carfacilitator.document.sections import Place, places
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.sanctions import Sanction, SanctionCondition, SanctionEntry
from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind
from carfacilitator.services import records
from carfacilitator.services.carrying import text_of

YES = frozenset({SanctionAnswer.AGREED, SanctionAnswer.CONDITIONS})


@dataclass(frozen=True, kw_only=True)
class ConditionRow:
    """A condition, and how far it is met in the newest draft.

    `stood` is where its words stood when the condition was made, `stands` where they still do, pictures' descriptions
    included. One without words cannot be checked by the program; `met_on` is when somebody said that it is met.
    """

    id: UUID
    text: str
    words: str
    instead: str
    met_on: date | None
    stood: Mapping[Spot, int]
    stands: Mapping[Spot, int]

    @property
    def left(self) -> int | None:
        """Return in how many places its words still stand; None where there are none to look for."""
        return sum(self.stands.values()) if self.words else None

    @property
    def places(self) -> int:
        """Return in how many places there was something to do."""
        return max(sum(self.stood.values()), sum(self.stands.values()))

    @property
    def is_met(self) -> bool:
        """Tell whether nothing is left to do."""
        return not sum(self.stands.values()) if self.words else self.met_on is not None


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """Something that happened on the way to an answer."""

    id: UUID
    kind: SanctionEntryKind
    day: date
    words: str


@dataclass(frozen=True, kw_only=True)
class SanctionRow:
    """One line of the ledger; `gatekeeper_id` is None for the author herself.

    `sentences` are those of the newest draft with words put in or cut since the draft that was agreed to, but for what
    only carries out conditions of this very answer; `stands` says that the answer was said to hold for them all the
    same. `days_late` counts from the day by which an answer was asked for; 0 once there is one.
    """

    id: UUID
    gatekeeper_id: UUID | None
    gatekeeper: str
    role: str
    output: str
    asked_on: date
    reply_by: date | None
    answer: SanctionAnswer
    answered_at: datetime | None
    answered_on: date | None
    how: str
    reasons: str
    local_use: bool
    draft_number: int | None
    draft_sha256: str
    newest_number: int | None
    days_waiting: int
    days_late: int
    sentences: tuple[ChangedSentence, ...]
    stands: bool
    stands_reason: str
    conditions: tuple[ConditionRow, ...]
    entries: tuple[EntryRow, ...]

    @property
    def is_author(self) -> bool:
        """Tell whether this is the author of the case study herself."""
        return self.gatekeeper_id is None

    @property
    def is_yes(self) -> bool:
        """Tell whether the answer was a yes, to whatever stood there then."""
        return self.answer in YES

    @property
    def changed(self) -> tuple[ChangedWords, ...]:
        """Return every word that changed since the yes, in the order of the text."""
        return tuple(words for sentence in self.sentences for words in sentence.changed)

    @property
    def is_met(self) -> bool:
        """Tell whether every condition is met; a yes on conditions that nobody wrote down is not."""
        named = bool(self.conditions) or self.answer is not SanctionAnswer.CONDITIONS
        return named and all(one.is_met for one in self.conditions)

    @property
    def ask_again(self) -> bool:
        """Tell whether somebody said yes to other words than those that stand there now, and nobody said it holds."""
        return self.is_yes and bool(self.sentences) and not self.stands

    @property
    def holds(self) -> bool:
        """Tell whether it is a yes to the newest draft as it stands, with every condition met."""
        return self.is_yes and not self.ask_again and self.is_met


@dataclass(frozen=True)
class Ledger:
    """Everybody who must agree to one output of a case study, or to all of them."""

    rows: tuple[SanctionRow, ...]

    @property
    def agreed(self) -> int:
        """Return how many yeses hold."""
        return sum(row.holds for row in self.rows)

    @property
    def may_publish(self) -> bool:
        """Tell whether everybody who was asked has said yes to what stands there now."""
        return bool(self.rows) and self.agreed == len(self.rows)

    @property
    def needs(self) -> tuple[str, ...]:
        """Return whose yes to what stands there now is missing."""
        return tuple(dict.fromkeys(row.gatekeeper for row in self.rows if not row.holds))

    @property
    def outputs(self) -> tuple[str, ...]:
        """Return what they are asked to agree to, in the order in which it was asked for."""
        return tuple(dict.fromkeys(row.output for row in self.rows))

    def of(self, output: str) -> "Ledger":
        """Return the part of it about one output."""
        return Ledger(tuple(row for row in self.rows if row.output == output))


class LedgerReading:
    """Reads the lines of a case study's ledger; each pair of drafts is compared once."""

    def __init__(self, session: Session, newest: Draft | None, day: date) -> None:
        self._session = session
        self._newest = newest
        self._day = day
        self._texts: dict[int, Document] = {}
        self._compared: dict[tuple[int, tuple[tuple[str, str], ...]], Comparison] = {}

    def rows(self, study: CaseStudy) -> Iterator[SanctionRow]:
        """Yield its lines in the order in which they were asked for, the author's first."""
        statement = (
            select(Sanction)
            .where(Sanction.case_study_pk == study.pk)
            .options(joinedload(Sanction.gatekeeper), joinedload(Sanction.author))
            .order_by(Sanction.gatekeeper_pk.is_not(None), Sanction.pk)
        )
        yield from map(self._row, self._session.scalars(statement).all())

    def conditions(self, sanction: Sanction) -> Iterator[ConditionRow]:
        """Yield the conditions of an answer, in the order in which they were made."""
        kept = select(SanctionCondition).where(SanctionCondition.sanction_pk == sanction.pk)
        for one in self._session.scalars(kept.order_by(SanctionCondition.pk)):
            stood, stands = self._spots(one.draft_pk, one.words), self._spots(self._pk, one.words)
            yield records.tell(ConditionRow, one, stood=stood, stands=stands)

    def _row(self, sanction: Sanction) -> SanctionRow:
        agreed_to = self._session.get(Draft, sanction.draft_pk) if sanction.draft_pk else None
        who = sanction.gatekeeper or sanction.author
        waits = sanction.answer is SanctionAnswer.NONE
        late = (self._day - sanction.reply_by).days if waits and sanction.reply_by else 0
        conditions = tuple(self.conditions(sanction))
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
            sentences=tuple(self._sentences(sanction, agreed_to, conditions)),
            stands=sanction.stands_draft_pk is not None and sanction.stands_draft_pk == self._pk,
            conditions=conditions,
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
        return Counter(one.spot for one in namings(self._text(draft), words)) if draft else {}

    def _text(self, draft: Draft) -> Document:
        if draft.pk not in self._texts:
            self._texts[draft.pk] = text_of(draft).document
        return self._texts[draft.pk]

    def _sentences(
        self, sanction: Sanction, agreed_to: Draft | None, conditions: Iterable[ConditionRow]
    ) -> Iterator[ChangedSentence]:
        """Yield what changed since somebody said yes."""
        if sanction.answer not in YES or agreed_to is None or self._newest is None or agreed_to.pk == self._newest.pk:
            return
        named = tuple((one.words, one.instead) for one in conditions if one.words and one.instead)
        comparison = self._comparison(agreed_to, self._newest, named)
        old, new = (places(self._text(draft)) for draft in (agreed_to, self._newest))
        for row in comparison.rows:
            for found in changed_sentences(comparison.words(row), _where(row, old, new)):
                if not (named and _differs_in_case_only(found)):
                    yield found

    def _comparison(self, old: Draft, new: Draft, named: tuple[tuple[str, str], ...]) -> Comparison:
        """Return how one draft became the other, apart from names that a condition wants to be others."""
        if (old.pk, named) not in self._compared:
            before, after = self._text(old), self._text(new)
            for name, instead in named:
                before, after = (with_renamed(one, name, instead) for one in (before, after))
            self._compared[old.pk, named] = compare(before, after)
        return self._compared[old.pk, named]


def _where(row: Row, old: tuple[Place, ...], new: tuple[Place, ...]) -> str:
    """Return where a row stands in the newer draft, or stood in the older one."""
    return new[row.new[0]].words if row.new else old[row.old[0]].words


def _differs_in_case_only(found: ChangedSentence) -> bool:
    before, after = ("".join(getattr(piece, side) for piece in found.pieces) for side in ("before", "after"))
    return before.casefold() == after.casefold()
