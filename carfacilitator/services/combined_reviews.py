"""Deciding about what came back: each edit and each remark, by whom and when; what is said becomes a comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.returns import EditDecision, Return, ReturnedRemark
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind
from carfacilitator.model.terms import AnchorState, Audience, Verdict
from carfacilitator.services import comment_kinds, records, told_answers
from carfacilitator.services.carrying import passage_in, stand_at, text_of
from carfacilitator.services.combined_rows import CombinedReview, EditRow, edits_of, review_of
from carfacilitator.services.combined_texts import CombinedTexts
from carfacilitator.services.combined_waiting import Waiting, waiting_of
from carfacilitator.services.kind_guesses import likely_kind
from carfacilitator.services.returning import anchor_of
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["CombinedReview", "CombinedReviews", "EditChoice"]

_SPOKEN_OF = frozenset({Verdict.DISCUSS, Verdict.COMMENT})


@dataclass(frozen=True, kw_only=True)
class EditChoice:
    """A decision on an edit.

    Accepting takes the wording of that number; an own wording needs words ('' deletes); rejecting needs a reason,
    keeping as sent does not.
    """

    verdict: Verdict
    choice: int = 0
    wording: str | None = None
    reason: str = ""


class CombinedReviews:
    """The reviews of what came back, draft by draft; nothing touches a text without a decision."""

    def __init__(self, database: Database, clock: Clock, texts: CombinedTexts) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts

    def open(self, draft_id: UUID) -> CombinedReview:
        """Return all that came back of a draft as one review; in a job: the files are compared if something came."""
        with self._database.reading() as session:
            return review_of(session, records.get(session, Draft, draft_id), self._texts)

    def is_ready(self, draft_id: UUID) -> bool:
        """Tell whether `open` answers at once."""
        with self._database.reading() as session:
            return self._texts.holds(session, records.get(session, Draft, draft_id))

    def waiting(self, case_study_id: UUID) -> Waiting | None:
        """Return what waits of what came back for a case study, at once; None where nothing came back."""
        with self._database.reading() as session:
            return waiting_of(session, case_study_id, self._texts)

    def draft_of(self, entity_id: UUID) -> UUID:
        """Return the draft in whose review something stands: a draft itself, a return, or a remark that came back.

        Raises:
            NotFoundError: it is not here any more.
        """
        with self._database.reading() as session:
            remark = session.scalar(select(ReturnedRemark).where(ReturnedRemark.id == entity_id))
            wanted = Return.pk == remark.came_with_pk if remark is not None else Return.id == entity_id
            came = session.scalar(select(Return).where(wanted).options(joinedload(Return.draft)))
            return came.draft.id if came is not None else records.get(session, Draft, entity_id).id

    def decide(self, draft_id: UUID, key: str, made: EditChoice) -> None:
        """Decide about an edit; an earlier decision on it is replaced.

        Raises:
            NotFoundError: there is no such edit (any more): another return has changed what there is to decide.
            KnownError: a wording or a reason is missing.
        """
        with self._database.transaction(Deed("made", EditDecision)) as session:
            draft = records.get(session, Draft, draft_id)
            edit = next((one for one in edits_of(session, draft, self._texts) if one.key == key), None)
            if edit is None:
                raise NotFoundError("What came back has changed since.", "Look at this place once more.")
            wording = _wording(edit, made)
            kept = _kept(session, draft, key) or _new(draft, key, self._clock.now())
            kept.verdict, kept.wording, kept.reason = made.verdict, wording, made.reason.strip()
            kept.choice = made.choice if made.verdict is Verdict.ACCEPTED else None
            kept.decided_at, kept.decided_by = self._clock.now(), _facilitator(session)
            session.add(kept)
            if made.verdict in _SPOKEN_OF and kept.comment_pk is None:
                kept.comment = self._say_of_edit(session, draft, edit)

    def leave_open(self, draft_id: UUID, key: str) -> None:
        """Take a decision on an edit back."""
        with self._database.transaction(Deed("removed", EditDecision)) as session:
            kept = _kept(session, records.get(session, Draft, draft_id), key)
            if kept is not None:
                records.remove(kept, self._clock.now())

    def sort(self, remark_id: UUID, kind_id: UUID, alike: Sequence[UUID] = ()) -> None:
        """Say of which kind a remark is, those that say the same, and what was made of them."""
        with self._database.transaction(Deed("changed", ReturnedRemark)) as session:
            kind = records.get(session, CommentKind, kind_id)
            for remark in (records.get(session, ReturnedRemark, one) for one in (remark_id, *alike)):
                remark.kind = kind
                comment = _made_of(session, remark)
                if comment is not None:
                    comment.kind = kind

    def show_to(self, remark_id: UUID, audience: Audience) -> None:
        """Say who may see a remark; what was made of it is seen by the same."""
        with self._database.transaction(Deed("changed", ReturnedRemark)) as session:
            remark = records.get(session, ReturnedRemark, remark_id)
            remark.audience = audience
            comment = _made_of(session, remark)
            if comment is not None:
                comment.audience = audience

    def place(self, remark_id: UUID, anchor: Anchor) -> None:
        """Put a remark that has no place, or a wrong one, on the words that it is about."""
        with self._database.transaction(Deed("placed", ReturnedRemark)) as session:
            remark = records.get(session, ReturnedRemark, remark_id, ReturnedRemark.came_with)
            draft = session.get_one(Draft, remark.came_with.draft_pk)
            passage_in(text_of(draft).document, anchor)
            remark.first, remark.start, remark.last, remark.end = anchor.first, anchor.start, anchor.last, anchor.end

    def answer(self, remark_id: UUID, verdict: Verdict, answer: str = "", alike: Sequence[UUID] = ()) -> None:
        """Decide about a remark and say what its sender is told; it becomes a comment, a declined one a resolved one.

        `alike` are remarks of others that say the same: they are answered along, in one step of undo.

        Raises:
            KnownError: it is declined without a reason.
        """
        said = answer.strip()
        if verdict is Verdict.REJECTED and not said:
            raise KnownError("Say why it is declined: whoever made the remark will read it.")
        with self._database.transaction(Deed("decided", ReturnedRemark)) as session:
            for one in (remark_id, *alike):
                remark = records.get(session, ReturnedRemark, one, ReturnedRemark.came_with)
                remark.verdict, remark.answer = verdict, said
                self._keep_answer(session, remark)

    def _keep_answer(self, session: Session, remark: ReturnedRemark) -> None:
        """Let a thread say what was decided about a remark."""
        remark.decided_at, remark.decided_by = self._clock.now(), _facilitator(session)
        comment = _made_of(session, remark)
        if comment is None:
            comment = self._say_of_remark(session, remark)
            remark.comment = comment
        comment.resolved_at = self._clock.now() if remark.verdict is Verdict.REJECTED else None
        told_answers.tell(session, remark, comment, remark.decided_by, self._clock.now())

    def _say_of_remark(self, session: Session, remark: ReturnedRemark) -> Comment:
        draft = session.get_one(Draft, remark.came_with.draft_pk)
        kind = session.get_one(CommentKind, remark.kind_pk) if remark.kind_pk else _likely(session, remark.text)
        speaker = remark.came_with.from_whom or remark.author_name
        return self._say(session, draft, _Said(remark.text, speaker, kind, anchor_of(remark), remark.audience))

    def _say_of_edit(self, session: Session, draft: Draft, edit: EditRow) -> Comment:
        wished = "; ".join(
            f"{', '.join(one.people)}: {f'“{one.text.strip()}”' if one.text.strip() else 'nothing'}"
            for one in edit.wordings
        )
        text = f"Proposed in place of “{edit.base_text.strip()}”: {wished}"
        kind = _likely(session, text)
        return self._say(session, draft, _Said(text, _facilitator(session), kind, edit.anchor, Audience.AUTHOR))

    def _say(self, session: Session, draft: Draft, said: "_Said") -> Comment:
        comment = Comment(
            draft=draft,
            kind=said.kind,
            author_name=said.by,
            initials="".join(part[0] for part in said.by.split()),
            text=said.text,
            created_at=self._clock.now(),
            audience=said.audience,
        )
        place = CommentAnchor(comment=comment, draft=draft, audience=said.audience)
        if said.anchor is None:
            place.state = AnchorState.ORPHAN
        else:
            stand_at(place, text_of(draft).document, said.anchor)
        session.add(place)
        return comment


@dataclass(frozen=True)
class _Said:
    text: str
    by: str
    kind: CommentKind
    anchor: Anchor | None
    audience: Audience


def _wording(edit: EditRow, made: EditChoice) -> str | None:
    """Return the words that are to stand there, None where they stay as they were."""
    if made.verdict is Verdict.ACCEPTED:
        if not 0 <= made.choice < len(edit.wordings):
            raise KnownError("There is no such wording.")
        return edit.wordings[made.choice].text
    if made.verdict is Verdict.OWN_WORDING and made.wording is None:
        raise KnownError("Write how it shall read.")
    if made.verdict is Verdict.REJECTED and not made.reason.strip():
        raise KnownError("Say why it is rejected: whoever proposed it will read it.")
    return made.wording if made.verdict is Verdict.OWN_WORDING else None


def _made_of(session: Session, remark: ReturnedRemark) -> Comment | None:
    """Return the comment that was made of a remark, if one was."""
    return session.get(Comment, remark.comment_pk) if remark.comment_pk else None


def _kept(session: Session, draft: Draft, key: str) -> EditDecision | None:
    return session.scalar(select(EditDecision).where(EditDecision.draft_pk == draft.pk, EditDecision.key == key))


def _new(draft: Draft, key: str, now: datetime) -> EditDecision:
    return EditDecision(
        draft=draft,
        key=key,
        verdict=Verdict.DISCUSS,
        decided_at=now,
        decided_by="",
        audience=Audience.AUTHOR,
    )


def _facilitator(session: Session) -> str:
    return session.scalars(select(Facilitator)).one().name


def _likely(session: Session, text: str) -> CommentKind:
    likely = likely_kind(text, comment_kinds.rows(session))
    if likely is None:
        raise KnownError("There is no kind of comment in use.", "Add one to the codebook first.")
    return records.get(session, CommentKind, likely.id)
