"""What comes back of packs: files, pasted emails, telephone calls; recognised, kept as they came, and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.services import records, returning
from carfacilitator.services.carrying import passage_in, text_of
from carfacilitator.services.combining import LIKE_ENOUGH
from carfacilitator.services.emails import EmailPart, email_parts
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy, known_pack
from carfacilitator.services.recognition import phrases, text_likeness
from carfacilitator.services.returning import Taken
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["EmailPart", "KnownBy", "PackGuess", "Recognition", "ReturnRow", "Returns", "Taken", "UnrecognisedError"]

EMAIL, TELEPHONE, MARKED = "email", "telephone", "marked"


@dataclass(frozen=True, kw_only=True)
class PackGuess:
    """A pack that a file may be; `likeness` of their texts in per cent."""

    pack_id: UUID
    code: str
    gatekeeper: str
    case_study: str
    draft_number: int
    likeness: int


@dataclass(frozen=True)
class Recognition:
    """Which packs a file may be, the likeliest first; `by` is None while the facilitator must say which."""

    by: KnownBy | None
    guesses: tuple[PackGuess, ...]


@dataclass(frozen=True, kw_only=True)
class ReturnRow:
    """A return in a list."""

    id: UUID
    pack_id: UUID
    code: str
    draft_id: UUID
    draft_number: int
    gatekeeper_id: UUID
    gatekeeper: str
    came_at: datetime
    how: str
    file_name: str
    known_by: str
    from_whom: str
    sender_asked: bool
    remarks: int
    undecided: int


class _Sent(NamedTuple):
    pack: Pack
    draft: Draft
    study: CaseStudy
    gatekeeper: Gatekeeper


class UnrecognisedError(KnownError):
    """A file that says of no pack that it is one; the facilitator must say which."""

    def __init__(self, name: str, guesses: Sequence[PackGuess]) -> None:
        super().__init__(f"It is not certain which pack {name} is.", "Say whose answer it is.")
        self.guesses = tuple(guesses)


class Returns:
    """What came back of every pack."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def recognise(self, file: OpenedFile) -> Recognition:
        """Return which pack a file is: by what it says of itself, else by its text if that fits one pack alone."""
        with self._database.reading() as session:
            found = [_Sent(*row) for row in session.execute(_packs())]
            known = known_pack(file.document, {sent.pack.id: sent.pack.code for sent in found})
            if known is not None:
                return Recognition(known[1], tuple(_guess(sent, 100) for sent in found if sent.pack.id == known[0]))
            guesses = _by_text(file.document, found)
        return Recognition(KnownBy.TEXT if len(guesses) == 1 else None, tuple(guesses))

    def receive(self, file: OpenedFile, pack_id: UUID | None = None) -> Taken:
        """Take in a returned file: its bytes as they are, its remarks, and what it proposes; twice adds nothing.

        Raises:
            UnrecognisedError: it says of no pack that it is one, and none was named.
            KnownError: it has nothing in common with any pack.
        """
        known = Recognition(KnownBy.ASKED, ()) if pack_id else self.recognise(file)
        if pack_id is None and known.by is None:
            if not known.guesses:
                raise KnownError(f"{file.name} is no answer to any pack: no text here is like it.")
            raise UnrecognisedError(file.name, known.guesses)
        wanted = pack_id or known.guesses[0].pack_id
        with self._database.transaction(Deed("received", Return)) as session:
            pack = records.get(session, Pack, wanted, Pack.draft, Pack.gatekeeper, Pack.file)
            arriving = returning.Arriving(pack, file, known.by or KnownBy.ASKED, self._clock.now())
            return returning.take_in(session, arriving)

    def email_parts(self, pack_id: UUID, text: str) -> list[EmailPart]:
        """Return the remarks that an email may hold, with what they quote of the pack's draft; nothing is kept yet."""
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id, Pack.draft)
            return email_parts(text, text_of(pack.draft).document)

    def paste(self, pack_id: UUID, text: str, parts: Sequence[EmailPart]) -> Taken:
        """Keep an email's text as it is, and the remarks that were found in it; the same text twice adds nothing."""
        with self._database.transaction(Deed("received", Return)) as session:
            return returning.keep_words(session, self._words(session, pack_id, EMAIL, text), parts)

    def heard(self, pack_id: UUID, remark: str, anchor: Anchor | None = None) -> Taken:
        """Keep a remark from a telephone call, on a passage of the pack's draft if one is given."""
        if not remark.strip():
            raise KnownError("There is nothing written yet.")
        with self._database.transaction(Deed("received", Return)) as session:
            words = self._words(session, pack_id, TELEPHONE, "")
            if anchor is not None:
                passage_in(text_of(words.pack.draft).document, anchor)
            return returning.keep_words(session, words, [EmailPart(remark.strip(), anchor)])

    def mark_returned(self, pack_id: UUID, how: str = MARKED) -> UUID:
        """Note that a pack was answered, though nothing came that could be taken in ("nothing to add")."""
        with self._database.transaction(Deed("received", Return)) as session:
            return returning.keep_words(session, self._words(session, pack_id, how, ""), []).return_id

    def credit(self, return_id: UUID, name: str) -> None:
        """Say whose a return is; then it is not asked again for this pack."""
        if not name.strip():
            raise KnownError("Say whose remarks these are.")
        with self._database.transaction(Deed("changed", Return)) as session:
            found = records.get(session, Return, return_id)
            found.from_whom, found.sender_asked = name.strip(), True

    def bring_forward(self, return_id: UUID, draft_id: UUID) -> int:
        """Look at a return in another draft than the one that was sent; return how many remarks have no place there."""
        with self._database.transaction(Deed("brought forward", Return)) as session:
            found = records.get(session, Return, return_id, Return.draft)
            draft = records.get(session, Draft, draft_id)
            if draft.case_study_pk != found.draft.case_study_pk:
                raise KnownError("That draft is of another case study.")
            return returning.bring_forward(session, found, draft)

    def remove(self, return_id: UUID) -> None:
        """Take a return with its remarks away; Undo brings it back."""
        with self._database.transaction(Deed("removed", Return)) as session:
            records.remove(records.get(session, Return, return_id), self._clock.now())

    def rows(self, case_study_id: UUID | None = None, pack_id: UUID | None = None) -> list[ReturnRow]:
        """Return what came back, the newest first; of one case study or one pack, if given."""
        statement = (
            select(Return, Pack, Draft, Gatekeeper, CaseStudy)
            .join(Return.pack)
            .join(Return.draft)
            .join(Pack.gatekeeper)
            .join(Draft.case_study)
            .order_by(Return.came_at.desc(), Return.pk.desc())
        )
        with self._database.reading() as session:
            found = session.execute(statement).all()
            remarks = _remarks(session)
        return [
            _row(came, pack, draft, gatekeeper, remarks.get(came.pk, []))
            for came, pack, draft, gatekeeper, study in found
            if case_study_id in {None, study.id} and pack_id in {None, pack.id}
        ]

    def _words(self, session: Session, pack_id: UUID, how: str, text: str) -> returning.Words:
        pack = records.get(session, Pack, pack_id, Pack.draft, Pack.gatekeeper)
        return returning.Words(pack, how, text.strip(), self._clock.now())


def _packs() -> Select[Pack, Draft, CaseStudy, Gatekeeper]:
    return (
        select(Pack, Draft, CaseStudy, Gatekeeper).join(Pack.draft).join(Draft.case_study).join(Pack.gatekeeper)
    ).order_by(Pack.made_at.desc(), Pack.pk.desc())


def _guess(sent: _Sent, likeness: int) -> PackGuess:
    return PackGuess(
        pack_id=sent.pack.id,
        code=sent.pack.code,
        gatekeeper=sent.gatekeeper.name,
        case_study=sent.study.title,
        draft_number=sent.draft.number,
        likeness=likeness,
    )


def _by_text(document: Document, packs: Sequence[_Sent]) -> list[PackGuess]:
    """Return the packs whose text is like the file's, the likeliest first; of those by a name in it, if one is."""
    said = phrases(document)
    likeness: dict[int, int] = {}
    for sent in packs:
        if sent.draft.pk not in likeness:
            likeness[sent.draft.pk] = text_likeness(said, phrases(text_of(sent.draft).document))
    guesses = [_guess(sent, likeness[sent.draft.pk]) for sent in packs if likeness[sent.draft.pk] >= LIKE_ENOUGH]
    best = max((one.likeness for one in guesses), default=0)
    nearest = [one for one in guesses if one.likeness == best]
    names = {comment.author.casefold() for comment in document.comments}
    named = [one for one in nearest if one.gatekeeper.casefold() in names]
    if len(named) == 1 or len(nearest) == 1:
        return named if len(named) == 1 else nearest
    return sorted(guesses, key=lambda one: -one.likeness)


def _remarks(session: Session) -> dict[int, list[ReturnedRemark]]:
    found: dict[int, list[ReturnedRemark]] = {}
    for remark in session.scalars(select(ReturnedRemark)):
        found.setdefault(remark.came_with_pk, []).append(remark)
    return found


def _row(
    came: Return, pack: Pack, draft: Draft, gatekeeper: Gatekeeper, remarks: Sequence[ReturnedRemark]
) -> ReturnRow:
    return records.tell(
        ReturnRow,
        came,
        pack_id=pack.id,
        code=pack.code,
        draft_id=draft.id,
        draft_number=draft.number,
        gatekeeper_id=gatekeeper.id,
        gatekeeper=gatekeeper.name,
        remarks=len(remarks),
        undecided=sum(one.verdict is None for one in remarks),
    )
