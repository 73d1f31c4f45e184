"""Answers: to gatekeepers what was done about what they said, to the author the threads she may see; the ledger."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import EditDecision
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services import author_copies, records
from carfacilitator.services.answer_letters import Post, letter
from carfacilitator.services.answer_sheets import answer_sheet
from carfacilitator.services.answer_tables import AnswerRow, AnswerTable, tables_of
from carfacilitator.services.author_copies import AuthorCopy
from carfacilitator.services.combined_texts import CombinedTexts
from carfacilitator.services.imprints import Imprint
from carfacilitator.services.ledger_sheets import ledger_sheet
from carfacilitator.services.packing import MAIL, TEXT, WORD
from carfacilitator.services.sanctions import Ledger
from carfacilitator.sharing.door import Parcel, fit_name
from carfacilitator.sharing.mail import Letter, draft_message
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed
from carfacilitator.word import writer
from carfacilitator.word.patching import patched

__all__ = ["AnswerRow", "AnswerTable", "Answers", "AuthorCopy", "Outgoing"]

_LONGEST_BASE = 100  # characters of a file name before its ending


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A finished answer: the Word document, the message with it attached, and the message as text."""

    document: Parcel
    mail: Parcel
    text: Parcel
    address: str
    subject: str

    def stands_in(self, folder: Path) -> bool:
        """Tell whether a file of its name is in a folder already."""
        return any((folder / fit_name(parcel.name)).exists() for parcel in (self.document, self.mail))


class Answers:
    """What goes back to those who answered, and to the author."""

    def __init__(self, database: Database, clock: Clock, texts: CombinedTexts) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts

    def tables(self, case_study_id: UUID) -> list[AnswerTable]:
        """Return the answers to all packs of a case study that came back, those of the newest draft first; in a job."""
        with self._database.reading() as session:
            study = records.get(session, CaseStudy, case_study_id)
            return list(tables_of(session, study, self._texts))

    def table(self, pack_id: UUID) -> AnswerTable:
        """Return what became of all that came back of a pack; nothing of what others said is in it.

        Raises:
            NotFoundError: nothing came back of it yet.
        """
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id, Pack.draft)
            study = session.get_one(CaseStudy, pack.draft.case_study_pk)
            for table in tables_of(session, study, self._texts):
                if table.pack_id == pack_id:
                    return table
        raise NotFoundError("Nothing came back of this pack yet.")

    def explain(self, draft_id: UUID, key: str, reason: str) -> None:
        """Say why it was decided so about an edit; what was decided stays.

        Raises:
            NotFoundError: nothing is decided about it.
            KnownError: it was rejected, which needs a reason.
        """
        said = reason.strip()
        with self._database.transaction(Deed("changed", EditDecision)) as session:
            draft = records.get(session, Draft, draft_id)
            wanted = select(EditDecision).where(EditDecision.draft_pk == draft.pk, EditDecision.key == key)
            kept = session.scalar(wanted)
            if kept is None:
                raise NotFoundError("Nothing is decided about that yet.")
            if kept.verdict is Verdict.REJECTED and not said:
                raise KnownError("Say why it is rejected: whoever proposed it will read it.")
            kept.reason = said

    def sent(self, id_: UUID, how: str = "email") -> None:
        """Note that an answer was handed over, and how: that to a pack, or the author's copy of a draft, by its id."""
        self._note(id_, self._clock.now(), how)

    def not_sent(self, id_: UUID) -> None:
        """Note that an answer was not handed over after all."""
        self._note(id_, None, "")

    def word(self, table: AnswerTable) -> Parcel:
        """Return an answer as a Word document for its gatekeeper."""
        return Parcel(
            name=_named(f"{table.case_study}-answer to {table.gatekeeper}"),
            media_type=WORD,
            data=writer.write(answer_sheet(table, self._imprint())),
            audience=table.audience,
            recipient=table.gatekeeper,
            made_from=f"parts of Pack:{table.pack_id}",
        )

    def to_gatekeeper(self, table: AnswerTable) -> Outgoing:
        """Return an answer with the message that it travels with."""
        with self._database.reading() as session:
            post = _post(session, table.case_study, table.sent_number, (table.gatekeeper, table.email))
        return _outgoing(self.word(table), letter("gatekeeper", post))

    def what_the_author_sees(self, draft_id: UUID) -> AuthorCopy:
        """Return what would be in the author's copy of a draft, and what would stay here."""
        with self._database.reading() as session:
            draft, study = _of_author(session, draft_id)
            found = author_copies.sorted_threads(session, draft)
            return AuthorCopy(
                case_study=study.title,
                author=study.author.name,
                email=study.author.email,
                answered_at=draft.answered_at,
                draft_number=draft.number,
                threads=found.seen,
                private=found.private,
                private_replies=found.private_replies,
                undecided=author_copies.undecided_remarks(session, draft),
            )

    def author_copy(self, draft_id: UUID) -> Parcel:
        """Return the author's own file with exactly the threads that she may see, resolved ones as resolved.

        Raises:
            KnownError: they cannot be written into that file.
        """
        with self._database.reading() as session:
            draft, study = _of_author(session, draft_id)
            threads = author_copies.sorted_threads(session, draft).seen
            return Parcel(
                name=_named(f"{study.title}-draft {draft.number} with comments"),
                media_type=WORD,
                data=patched(draft.file.content, author_copies.patch_of(draft, threads)),
                audience=Audience.AUTHOR,
                recipient=study.author.name,
                made_from=f"parts of Draft:{draft.id}",
            )

    def to_author(self, draft_id: UUID) -> Outgoing:
        """Return the author's copy with the message that it travels with."""
        with self._database.reading() as session:
            draft, study = _of_author(session, draft_id)
            post = _post(session, study.title, draft.number, (study.author.name, study.author.email))
        return _outgoing(self.author_copy(draft_id), letter("author", post))

    def ledger(self, title: str, ledger: Ledger) -> Parcel:
        """Return who agreed to what as a Word document to print."""
        return Parcel(
            name=_named(f"{title}-agreement to publish"),
            media_type=WORD,
            data=writer.write(ledger_sheet(title, ledger, self._imprint())),
            audience=Audience.AUTHOR,
            made_from="parts of Sanction",
        )

    def _note(self, id_: UUID, at: datetime | None, how: str) -> None:
        with self._database.reading() as session:
            is_pack = session.scalar(select(Pack.pk).where(Pack.id == id_)) is not None
        with self._database.transaction(Deed("answered" if at else "took back", Pack if is_pack else Draft)) as session:
            about: Pack | Draft = records.get(session, Pack, id_) if is_pack else records.get(session, Draft, id_)
            about.answered_at, about.answered_how = at, how

    def _imprint(self) -> Imprint:
        with self._database.reading() as session:
            by = _facilitator(session)
            return Imprint(by.name, by.email, today(self._clock))


def _of_author(session: Session, draft_id: UUID) -> tuple[Draft, CaseStudy]:
    draft = records.get(session, Draft, draft_id, Draft.case_study, Draft.file)
    return draft, records.get(session, CaseStudy, draft.case_study.id, CaseStudy.author)


def _facilitator(session: Session) -> Facilitator:
    return session.scalars(select(Facilitator)).one()


def _post(session: Session, title: str, number: int, to: tuple[str, str]) -> Post:
    by = _facilitator(session)
    name, address = to
    return Post(title=title, number=number, name=name, address=address, sender=by.name, sender_address=by.email)


def _named(base: str) -> str:
    return fit_name(f"{fit_name(base)[:_LONGEST_BASE].rstrip(' .')}.docx")


def _outgoing(document: Parcel, said: Letter) -> Outgoing:
    base = document.name.removesuffix(".docx")
    text = "\n\n".join(said.paragraphs) + "\n"
    return Outgoing(
        document=document,
        mail=_beside(document, f"{base}.eml", MAIL, draft_message(said, [document])),
        text=_beside(document, base, TEXT, text.encode()),
        address=said.to_address,
        subject=said.subject,
    )


def _beside(document: Parcel, name: str, kind: str, data: bytes) -> Parcel:
    """Return what goes with a document, for the same eyes."""
    return Parcel(
        name=name,
        media_type=kind,
        data=data,
        audience=document.audience,
        recipient=document.recipient,
        made_from=document.made_from,
    )
