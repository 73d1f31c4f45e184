"""Who must agree to what before it is published, and what each answered; silence is no yes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.sanctions import Sanction, SanctionCondition, SanctionEntry
from carfacilitator.model.terms import Audience, SanctionAnswer, SanctionEntryKind
from carfacilitator.services import arrivals, records
from carfacilitator.services.sanction_reading import LedgerMemory, LedgerReading
from carfacilitator.services.sanction_rows import YES, Ledger, SanctionRow
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["Answered", "Ledger", "Request", "SanctionRow", "Sanctions", "ledger_of"]

_SAID = {
    SanctionAnswer.AGREED: "agreed to",
    SanctionAnswer.CONDITIONS: "agreed, with conditions, to",
    SanctionAnswer.DECLINED: "declined",
}


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is to be agreed to ("Report for the board"), by whom, and by when an answer is hoped for."""

    output: str
    gatekeepers: tuple[UUID, ...] = ()
    author: bool = False
    reply_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What somebody answered; `how` is by letter, by telephone, in person, by email. None for the day is today.

    `condition` is what a yes depends on: its text, the words that must not stand in the draft, what stands instead.
    """

    answer: SanctionAnswer
    reasons: str = ""
    how: str = ""
    on: date | None = None
    condition: tuple[str, str, str] = ("", "", "")


class Sanctions:
    """The ledger of who agrees to what."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._memory = LedgerMemory()

    def ask(self, case_study_id: UUID, gatekeeper_id: UUID, output: str, reply_by: date | None = None) -> UUID:
        """Note that one gatekeeper must agree to an output, as `request` does for several."""
        wanted = Request(output=output, gatekeepers=(gatekeeper_id,), reply_by=reply_by)
        return self.request(case_study_id, wanted)[0]

    def request(self, case_study_id: UUID, wanted: Request) -> list[UUID]:
        """Note who must agree to an output, and by when; who was asked for it already is asked again.

        Raises:
            KnownError: it is not said what, or nobody is asked.
        """
        if not wanted.output.strip():
            raise KnownError("Say what they are asked to agree to.")
        if not wanted.gatekeepers and not wanted.author:
            raise KnownError("Choose who must agree.")
        with self._database.transaction(Deed("asked for", Sanction)) as session:
            study = records.get(session, CaseStudy, case_study_id, CaseStudy.author)
            keepers = [records.get(session, Gatekeeper, one) for one in wanted.gatekeepers]
            asked = [_line(session, study, wanted, keeper) for keeper in ([None] if wanted.author else []) + keepers]
            for one in asked:
                self._ask(session, one, wanted.reply_by)
        return [one.id for one in asked]

    def ask_again(self, sanction_id: UUID, reply_by: date | None = None) -> None:
        """Note that somebody is asked once more, about the newest draft; the earlier answer stays in what happened.

        Unless a day is given they have as many days as the last time, if there was one.
        """
        with self._database.transaction(Deed("asked for", Sanction)) as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            span = sanction.reply_by - sanction.asked_on if sanction.reply_by else None
            self._ask(session, sanction, reply_by or (today(self._clock) + span if span else None))

    def answered(self, sanction_id: UUID, answer: SanctionAnswer, reasons: str = "") -> None:
        """Keep what somebody answered today to the newest draft, as `take_answer` does."""
        self.take_answer(sanction_id, Answered(answer=answer, reasons=reasons))

    def take_answer(self, sanction_id: UUID, given: Answered) -> None:
        """Keep what somebody answered to the newest draft.

        Raises:
            KnownError: it was declined, and the reasons are missing; or it was in days to come.
        """
        if given.answer is SanctionAnswer.DECLINED and not given.reasons.strip():
            raise KnownError("Write down the reasons: the author needs them.")
        on = given.on or today(self._clock)
        if on > today(self._clock):
            raise KnownError("An answer cannot have come on a day that is still ahead.")
        with self._database.transaction(Deed("answered", Sanction)) as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            is_answer = given.answer is not SanctionAnswer.NONE
            sanction.answer, sanction.reasons, sanction.how = given.answer, given.reasons.strip(), given.how
            sanction.answered_at = self._clock.now() if is_answer else None
            sanction.answered_on = on if is_answer else None
            sanction.draft = arrivals.newest(session, sanction.case_study) if is_answer else None
            sanction.stands_draft, sanction.stands_reason = None, ""
            sanction.local_use = sanction.local_use and given.answer is SanctionAnswer.DECLINED
            session.add(_entry(sanction, SanctionEntryKind.ANSWERED, on, _told(sanction)))
            if any(given.condition):
                session.add(_condition(session, sanction, *given.condition))

    def let_stand(self, sanction_id: UUID, reason: str) -> None:
        """Note that a yes holds for the newest draft too, although words have changed since, and why.

        Raises:
            KnownError: it is no yes, or the reason is missing.
        """
        if not reason.strip():
            raise KnownError("Write down why they need not be asked again.")
        with self._database.transaction(Deed("changed", Sanction)) as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            newest = arrivals.newest(session, sanction.case_study)
            if sanction.answer not in YES or newest is None:
                raise KnownError("Only a yes can hold for a later draft.")
            sanction.stands_draft, sanction.stands_reason = newest, reason.strip()
            words = f"Holds for draft {newest.number} too: {reason.strip()}"
            session.add(_entry(sanction, SanctionEntryKind.STANDS, today(self._clock), words))

    def note(self, sanction_id: UUID, kind: SanctionEntryKind, words: str, day: date | None = None) -> UUID:
        """Note something that happened: a call, a meeting of three, a letter that was written.

        Raises:
            KnownError: it is not said what.
        """
        if not words.strip():
            raise KnownError("Say what happened.")
        with self._database.transaction(Deed("added", SanctionEntry)) as session:
            sanction = records.get(session, Sanction, sanction_id)
            entry = _entry(sanction, kind, day or today(self._clock), words.strip())
            session.add(entry)
        return entry.id

    def remove_entry(self, entry_id: UUID) -> None:
        """Take something that was noted away; Undo brings it back."""
        with self._database.transaction(Deed("removed", SanctionEntry)) as session:
            records.remove(records.get(session, SanctionEntry, entry_id), self._clock.now())

    def put_condition(self, sanction_id: UUID, text: str, words: str = "", instead: str = "") -> UUID:
        """Add a condition; with `words` that must not stand in the text, the program checks it in every draft."""
        with self._database.transaction(Deed("added", SanctionCondition)) as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            condition = _condition(session, sanction, text, words, instead)
            session.add(condition)
        return condition.id

    def mark_met(self, condition_id: UUID, *, met: bool = True) -> None:
        """Say of a condition that the program cannot check that it is met, or is not."""
        with self._database.transaction(Deed("changed", SanctionCondition)) as session:
            condition = records.get(session, SanctionCondition, condition_id)
            condition.met_on = today(self._clock) if met else None

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
        """Return who must agree to a case study, the author first; to one output, if it is named."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id)
            whole = ledger_of(session, study, today(self._clock), self._memory)
        return whole.of(output) if output else whole

    def _ask(self, session: Session, sanction: Sanction, reply_by: date | None) -> None:
        """Let somebody be asked today, about the newest draft; what was answered before is no answer to that."""
        newest = arrivals.newest(session, sanction.case_study)
        again = sanction.answer is not SanctionAnswer.NONE
        sanction.asked_on, sanction.reply_by = today(self._clock), reply_by
        sanction.answer, sanction.answered_at, sanction.answered_on = SanctionAnswer.NONE, None, None
        sanction.draft, sanction.stands_draft = None, None
        sanction.how = sanction.reasons = sanction.stands_reason = ""
        sanction.local_use = False
        words = f"Asked{' again' if again else ''}{f', with draft {newest.number}' if newest else ''}"
        session.add(_entry(sanction, SanctionEntryKind.ASKED, sanction.asked_on, words))


def ledger_of(session: Session, study: CaseStudy, day: date, memory: LedgerMemory | None = None) -> Ledger:
    """Return who must agree to a case study as of a day."""
    reading = LedgerReading(session, arrivals.newest(session, study), day, memory or LedgerMemory())
    return Ledger(tuple(reading.rows(study)))


def _line(session: Session, study: CaseStudy, wanted: Request, keeper: Gatekeeper | None) -> Sanction:
    """Return the line of somebody (None is the author) about an output, new unless there is one."""
    output = wanted.output.strip()
    who = Sanction.gatekeeper_pk == keeper.pk if keeper else Sanction.author_pk == study.author_pk
    standing = select(Sanction).where(Sanction.case_study_pk == study.pk, Sanction.output == output, who)
    kept = session.scalar(standing)
    if kept is not None:
        return records.get(session, Sanction, kept.id, Sanction.case_study)
    made = Sanction(
        case_study=study,
        gatekeeper=keeper,
        author=None if keeper else study.author,
        output=output,
        asked_on=date.min,
        audience=Audience.AUTHOR,
    )
    session.add(made)
    return made


def _condition(session: Session, sanction: Sanction, text: str, words: str, instead: str) -> SanctionCondition:
    if not text.strip():
        raise KnownError("Say what the condition is.")
    return SanctionCondition(
        sanction=sanction,
        text=text.strip(),
        words=words.strip(),
        instead=instead.strip(),
        draft=arrivals.newest(session, sanction.case_study),
        audience=sanction.audience,
    )


def _entry(sanction: Sanction, kind: SanctionEntryKind, day: date, words: str) -> SanctionEntry:
    return SanctionEntry(sanction=sanction, kind=kind, day=day, words=words, audience=sanction.audience)


def _told(sanction: Sanction) -> str:
    """Return in a sentence what was answered to which draft, and how."""
    if sanction.answer is SanctionAnswer.NONE:
        return "No answer after all"
    draft: Draft | None = sanction.draft
    to = f"draft {draft.number}" if draft else "it"
    how = f"{sanction.how[0].upper()}{sanction.how[1:]}: " if sanction.how else ""
    said = f"{how}{_SAID[sanction.answer]} {to}"
    reasons = f". {sanction.reasons}" if sanction.reasons else ""
    return f"{said[0].upper()}{said[1:]}{reasons}"
