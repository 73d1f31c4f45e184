"""What comes back of packs: files, pasted emails, telephone calls; recognised, kept as they came, and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, NoReturn
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.services import records, returning
from carfacilitator.services.carrying import passage_in, text_of
from carfacilitator.services.emails import EmailPart, email_parts
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.pack_guesses import PackGuess, Recognition, recognise
from carfacilitator.services.passages import Place, place_at, places
from carfacilitator.services.returning import Taken
from carfacilitator.services.senders import Whose
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["EmailPart", "KnownBy", "PackGuess", "Place", "Recognition", "ReturnRow", "Returns", "Taken", "Whose"]
__all__ += ["UnrecognisedError"]

_NOTHING = "There is nothing written yet."
EMAIL, TELEPHONE, MARKED = "email", "telephone", "marked"


@dataclass(frozen=True, kw_only=True)
class ReturnRow:
    """A return in a list."""

    id: UUID
    pack_id: UUID
    code: str
    case_study: str
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
    edits: int


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
        """Return which pack a file is: by what it says of itself, else by its text if that fits one pack alone.

        A draft reads like its packs too: `whose` tells who made the file, as far as the names in it do.
        """
        with self._database.reading() as session:
            return recognise(session, file.document)

    def receive(self, file: OpenedFile, pack_id: UUID | None = None) -> Taken:
        """Take in a returned file: its bytes as they are, its remarks, and what it proposes; twice adds nothing.

        Raises:
            UnrecognisedError: it says of no pack that it is one, and none was named.
            RefusedError: the workspace is discreet, and what is told of an answer names people.
            KnownError: it has nothing in common with any pack.
        """
        self._database.refuse_if_veiled()
        known = Recognition(by=KnownBy.ASKED) if pack_id else self.recognise(file)
        if pack_id is None and known.by is None:
            self.refuse(file, known)
        wanted = pack_id or known.guesses[0].pack_id
        with self._database.transaction(Deed("received", Return)) as session:
            pack = records.get(session, Pack, wanted, Pack.draft, Pack.gatekeeper, Pack.file)
            arriving = returning.Arriving(pack, file, known.by or KnownBy.ASKED, self._clock.now())
            return returning.take_in(session, arriving)

    def refuse(self, file: OpenedFile, known: Recognition) -> NoReturn:
        """Say that it is not known which pack a file is.

        Raises:
            UnrecognisedError: it may be one of several.
            KnownError: it is like none.
        """
        if known.guesses:
            raise UnrecognisedError(file.name, known.guesses)
        raise KnownError(f"{file.name} is no answer to any pack: no text here is like it.")

    def email_parts(self, pack_id: UUID, text: str) -> list[EmailPart]:
        """Return the remarks that an email may hold, with what they quote of the pack's draft; nothing is kept yet."""
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id, Pack.draft)
            return email_parts(text, text_of(pack.draft).document)

    def paste(self, pack_id: UUID, text: str, parts: Sequence[EmailPart]) -> Taken:
        """Keep an email's text as it is, and the remarks that were found in it; the same text twice adds nothing.

        Raises:
            RefusedError: the workspace is discreet.
            KnownError: nothing was pasted.
        """
        self._database.refuse_if_veiled()
        if not text.strip():
            raise KnownError(_NOTHING)
        with self._database.transaction(Deed("received", Return)) as session:
            return returning.keep_words(session, self._words(session, pack_id, EMAIL, text), parts)

    def places(self, pack_id: UUID, words: str) -> list[Place]:
        """Return the passages of a pack's draft that a few words may mean, the exact ones first."""
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id, Pack.draft)
            return places(text_of(pack.draft).document, words)

    def place_at(self, pack_id: UUID, anchor: Anchor) -> Place:
        """Return a passage of a pack's draft with what stands around it."""
        with self._database.reading() as session:
            return place_at(text_of(records.get(session, Pack, pack_id, Pack.draft).draft).document, anchor)

    def heard(self, pack_id: UUID, remark: str, anchor: Anchor | None = None) -> Taken:
        """Keep a remark from a telephone call, on a passage of the pack's draft if one is given.

        Raises:
            RefusedError: the workspace is discreet.
            KnownError: nothing was said.
        """
        self._database.refuse_if_veiled()
        if not remark.strip():
            raise KnownError(_NOTHING)
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
        """Say whose a return is; then it is not asked again for this pack.

        Raises:
            RefusedError: the workspace is discreet: a name that is chosen may be initials.
            KnownError: nobody is named.
        """
        self._database.refuse_if_veiled()
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

    def remove(self, *return_ids: UUID) -> None:
        """Take returns with their remarks away, all or none; one Undo brings them back.

        Raises:
            NotFoundError: one of them is not here any more.
        """
        with self._database.transaction(Deed("removed", Return)) as session:
            for found in [records.get(session, Return, return_id) for return_id in return_ids]:
                records.remove(found, self._clock.now())

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
            _row(came, _Of(pack, draft, gatekeeper, study), remarks.get(came.pk, []))
            for came, pack, draft, gatekeeper, study in found
            if case_study_id in {None, study.id} and pack_id in {None, pack.id}
        ]

    def _words(self, session: Session, pack_id: UUID, how: str, text: str) -> returning.Words:
        pack = records.get(session, Pack, pack_id, Pack.draft, Pack.gatekeeper)
        return returning.Words(pack, how, text.strip(), self._clock.now())


def _remarks(session: Session) -> dict[int, list[ReturnedRemark]]:
    found: dict[int, list[ReturnedRemark]] = {}
    for remark in session.scalars(select(ReturnedRemark)):
        found.setdefault(remark.came_with_pk, []).append(remark)
    return found


class _Of(NamedTuple):
    """What a return belongs to."""

    pack: Pack
    draft: Draft
    gatekeeper: Gatekeeper
    study: CaseStudy


def _row(came: Return, of: _Of, remarks: Sequence[ReturnedRemark]) -> ReturnRow:
    return records.tell(
        ReturnRow,
        came,
        pack_id=of.pack.id,
        code=of.pack.code,
        case_study=of.study.title,
        draft_id=of.draft.id,
        draft_number=of.draft.number,
        gatekeeper_id=of.gatekeeper.id,
        gatekeeper=of.gatekeeper.name,
        remarks=len(remarks),
        undecided=sum(one.verdict is None for one in remarks),
    )
