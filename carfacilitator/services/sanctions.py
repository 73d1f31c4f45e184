"""Who must agree to what before it is published, what each answered, and whether it still holds; silence is no yes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Document, SpanKind
from carfacilitator.document.comparison import compare
from carfacilitator.document.finding import passages
from carfacilitator.document.rows import Piece
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.sanctions import Sanction, SanctionCondition
from carfacilitator.model.terms import Audience, SanctionAnswer
from carfacilitator.services import arrivals, records
from carfacilitator.services.carrying import text_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

_YES = frozenset({SanctionAnswer.AGREED, SanctionAnswer.CONDITIONS})


@dataclass(frozen=True)
class ChangedWords:
    """Words that read otherwise than before; '' where there were none, or are none now."""

    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ConditionRow:
    """A condition, and how often its words still stand in the newest draft, pictures' descriptions included.

    One without words cannot be checked by the program: `left` is None.
    """

    id: UUID
    text: str
    words: str
    instead: str
    left: int | None


@dataclass(frozen=True, kw_only=True)
class SanctionRow:
    """One line of the ledger. `changed` are words of the newest draft put in or cut since the one that was agreed to.

    `days_late` counts from the day by which an answer was asked for; 0 once there is one.
    """

    id: UUID
    gatekeeper_id: UUID
    gatekeeper: str
    role: str
    output: str
    asked_on: date
    reply_by: date | None
    answer: SanctionAnswer
    answered_at: datetime | None
    reasons: str
    local_use: bool
    draft_number: int | None
    days_late: int
    changed: tuple[ChangedWords, ...]
    conditions: tuple[ConditionRow, ...]

    @property
    def holds(self) -> bool:
        """Tell whether it is a yes to the newest draft as it stands, with every condition that can be checked met."""
        return self.answer in _YES and not self.changed and not any(one.left for one in self.conditions)

    @property
    def ask_again(self) -> bool:
        """Tell whether somebody said yes to other words than those that stand there now."""
        return self.answer in _YES and bool(self.changed)


@dataclass(frozen=True)
class Ledger:
    """Everybody who must agree to one output of a case study."""

    rows: tuple[SanctionRow, ...]

    @property
    def agreed(self) -> int:
        """Return how many yeses hold."""
        return sum(row.holds for row in self.rows)

    @property
    def may_publish(self) -> bool:
        """Tell whether everybody who was asked has said yes to what stands there now."""
        return bool(self.rows) and self.agreed == len(self.rows)


class Sanctions:
    """The ledger of who agreed to what."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def ask(self, case_study_id: UUID, gatekeeper_id: UUID, output: str, reply_by: date | None = None) -> UUID:
        """Note that a gatekeeper must agree to an output ("report", "talk"), and by when an answer is hoped for."""
        if not output.strip():
            raise KnownError("Say what they are asked to agree to.")
        with self._database.transaction(Deed("asked for", Sanction)) as session:
            sanction = Sanction(
                case_study=records.get(session, CaseStudy, case_study_id),
                gatekeeper=records.get(session, Gatekeeper, gatekeeper_id),
                output=output.strip(),
                asked_on=today(self._clock),
                reply_by=reply_by,
                audience=Audience.AUTHOR,
            )
            session.add(sanction)
        return sanction.id

    def answered(self, sanction_id: UUID, answer: SanctionAnswer, reasons: str = "") -> None:
        """Keep what a gatekeeper answered to the newest draft.

        Raises:
            KnownError: he declined, and the reasons are missing.
        """
        if answer is SanctionAnswer.DECLINED and not reasons.strip():
            raise KnownError("Write down the reasons: the author needs them.")
        with self._database.transaction(Deed("answered", Sanction)) as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            sanction.answer, sanction.reasons = answer, reasons.strip()
            is_answer = answer is not SanctionAnswer.NONE
            sanction.answered_at = self._clock.now() if is_answer else None
            sanction.draft = arrivals.newest(session, sanction.case_study) if is_answer else None
            sanction.local_use = sanction.local_use and answer is SanctionAnswer.DECLINED

    def put_condition(self, sanction_id: UUID, text: str, words: str = "", instead: str = "") -> UUID:
        """Add a condition; with `words` that must not stand in the text, the program checks it in every draft."""
        if not text.strip():
            raise KnownError("Say what the condition is.")
        with self._database.transaction(Deed("added", SanctionCondition)) as session:
            sanction = records.get(session, Sanction, sanction_id)
            condition = SanctionCondition(
                sanction=sanction,
                text=text.strip(),
                words=words.strip(),
                instead=instead.strip(),
                audience=sanction.audience,
            )
            session.add(condition)
        return condition.id

    def remove_condition(self, condition_id: UUID) -> None:
        """Take a condition away; Undo brings it back."""
        with self._database.transaction(Deed("removed", SanctionCondition)) as session:
            records.remove(records.get(session, SanctionCondition, condition_id), self._clock.now())

    def allow_local_use(self, sanction_id: UUID, *, allowed: bool = True) -> None:
        """Note that a declined study may still be used where it was made.

        Raises:
            KnownError: it was not declined.
        """
        with self._database.transaction(Deed("changed", Sanction)) as session:
            sanction = records.get(session, Sanction, sanction_id)
            if sanction.answer is not SanctionAnswer.DECLINED:
                raise KnownError("Only a study that was declined is marked for local use.")
            sanction.local_use = allowed

    def remove(self, sanction_id: UUID) -> None:
        """Take somebody off the ledger; Undo brings the line back."""
        with self._database.transaction(Deed("removed", Sanction)) as session:
            records.remove(records.get(session, Sanction, sanction_id), self._clock.now())

    def ledger(self, case_study_id: UUID, output: str = "") -> Ledger:
        """Return who must agree to a case study, in the order they were asked; to one output, if it is named."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id)
            statement = (
                select(Sanction, Gatekeeper)
                .join(Sanction.gatekeeper)
                .where(Sanction.case_study_pk == study.pk)
                .order_by(Sanction.asked_on, Sanction.pk)
            )
            newest = arrivals.newest(session, study)
            rows = [
                _row(session, sanction, gatekeeper, newest, today(self._clock))
                for sanction, gatekeeper in session.execute(statement).all()
                if output in {"", sanction.output}
            ]
        return Ledger(tuple(rows))


def occurrences(document: Document, words: str) -> int:
    """Return how often words stand in a document: in its text, tables and notes, and in pictures' descriptions."""
    described = (
        span.about
        for leaf in document.leaves()
        for span in leaf.block.spans
        if span.kind is SpanKind.PICTURE and span.about
    )
    return len(passages(document, words)) + sum(about.casefold().count(words.casefold()) for about in described)


def changed_words(old: Document, new: Document) -> tuple[ChangedWords, ...]:
    """Return what was cut, put in or replaced between two drafts, in the order of the text."""
    comparison = compare(old, new)
    return tuple(found for row in comparison.rows for found in _changed_in(comparison.words(row)))


def _changed_in(pieces: Iterable[Piece]) -> Iterator[ChangedWords]:
    for same, together in groupby(pieces, lambda piece: piece.op == "="):
        stretch = list(together)
        before, after = ("".join(getattr(one, side) for one in stretch).strip() for side in ("before", "after"))
        if not same and (before or after):
            yield ChangedWords(before, after)


def _row(session: Session, sanction: Sanction, gatekeeper: Gatekeeper, newest: Draft | None, day: date) -> SanctionRow:
    agreed_to = session.get(Draft, sanction.draft_pk) if sanction.draft_pk else None
    waits = sanction.answer is SanctionAnswer.NONE and sanction.reply_by is not None
    return records.tell(
        SanctionRow,
        sanction,
        gatekeeper_id=gatekeeper.id,
        gatekeeper=gatekeeper.name,
        role=gatekeeper.role,
        draft_number=agreed_to.number if agreed_to else None,
        days_late=max((day - sanction.reply_by).days, 0) if waits and sanction.reply_by else 0,
        changed=_changed(sanction, agreed_to, newest),
        conditions=tuple(_conditions(session, sanction, newest)),
    )


def _changed(sanction: Sanction, agreed_to: Draft | None, newest: Draft | None) -> tuple[ChangedWords, ...]:
    """Return what changed since somebody said yes."""
    if sanction.answer not in _YES or agreed_to is None or newest is None or agreed_to is newest:
        return ()
    return changed_words(text_of(agreed_to).document, text_of(newest).document)


def _conditions(session: Session, sanction: Sanction, newest: Draft | None) -> Iterator[ConditionRow]:
    kept = select(SanctionCondition).where(SanctionCondition.sanction_pk == sanction.pk)
    for condition in session.scalars(kept.order_by(SanctionCondition.pk)):
        left = None
        if condition.words and newest is not None:
            left = occurrences(text_of(newest).document, condition.words)
        yield records.tell(ConditionRow, condition, left=left)
