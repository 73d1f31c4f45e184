"""What a review pack would hold, chosen from an allow-list: one draft, and the comments that may be seen so far out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.document.records import from_record
from carfacilitator.errors import RefusedError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Audience
from carfacilitator.services import pack_wishes, records
from carfacilitator.services.days import local
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.pack_wording import Message, Occasion, Wording
from carfacilitator.services.seen_drafts import SeenDraft, seen_before
from carfacilitator.services.threads import Thread, threads_of
from carfacilitator.sharing.door import fit_name
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import CameInside, what_came_inside

_LONGEST_BASE = 100  # characters of a file name before its ending
_VOWELS, _VOWEL_LETTERS = "aeiou", "AEFHILMNORSX"  # as sounds, and as letters that are spelt out (an NHS manager)


@dataclass(frozen=True, kw_only=True)
class GoingComment:
    """A comment that goes out, with those of its replies that may."""

    id: UUID
    kind: str
    letter: str
    text: str
    quote: str
    replies: int


@dataclass(frozen=True, kw_only=True)
class PackPlan:
    """What goes out, what stays here, and what came inside the practitioner's file.

    `staying` counts open comments that are for narrower audiences; beside them stay those without a place in this
    draft, those left out by hand, and the resolved ones. `seen` is the draft that the gatekeeper was handed last,
    against which a redline can be made.
    """

    draft_id: UUID
    gatekeeper_id: UUID
    wishes: PackWishes
    audience: Audience
    case_study: str
    draft_number: int
    going: tuple[GoingComment, ...]
    staying: Mapping[Audience, int]
    without_place: int
    left_out: int
    resolved: int
    earlier_drafts: int
    seen: SeenDraft | None
    inside: CameInside
    cover: CoverNote
    message: Message
    to_address: str
    file_names: tuple[str, str, str]

    @property
    def native_comments(self) -> int:
        """Return how many threads begin in the file: comments of the draft, and questions."""
        return len(self.going) + len(self.wishes.questions) + len(self.wishes.passage_questions)


@dataclass(frozen=True)
class Parties:
    """Everybody and everything that a pack is about, loaded."""

    draft: Draft
    study: CaseStudy
    author: Person
    gatekeeper: Gatekeeper
    facilitator: Facilitator
    seen: SeenDraft | None = None

    def audience(self, wishes: PackWishes) -> Audience:
        """Return whom the gatekeeper counts as in a pack: what reaches that audience may go."""
        return wishes.audience or self.gatekeeper.belongs_to

    def wording(self, wishes: PackWishes) -> Wording:
        """Return the words of the pack."""
        return Wording(
            Occasion(
                title=self.study.title,
                author=_called(self.author.job),
                number=self.draft.number,
                received=local(self.draft.received_at).date(),
                name=self.gatekeeper.name,
                sender=self.facilitator.name,
                address=self.facilitator.email,
                seen=self.seen.number if self.seen else None,
            ),
            wishes,
        )

    def file_names(self) -> tuple[str, str, str]:
        """Return the names of the document, the message and the receipt, as the door will write them."""
        base = fit_name(f"{self.study.title}-{self.gatekeeper.name}")[:_LONGEST_BASE].rstrip(" .")
        document, message, receipt = (fit_name(f"{base}{ending}") for ending in (".docx", ".eml", ".receipt.json"))
        return document, message, receipt


def parties(session: Session, draft_id: UUID, gatekeeper_id: UUID) -> Parties:
    """Return those that a pack is about."""
    draft = records.get(session, Draft, draft_id, Draft.case_study, Draft.file)
    study = records.get(session, CaseStudy, draft.case_study.id, CaseStudy.author)
    gatekeeper = records.get(session, Gatekeeper, gatekeeper_id)
    facilitator = session.scalars(select(Facilitator)).one()
    return Parties(draft, study, study.author, gatekeeper, facilitator, seen_before(session, draft, gatekeeper))


def plan(session: Session, these: Parties, wishes: PackWishes) -> PackPlan:
    """Return what a pack would hold and what would stay here.

    Raises:
        RefusedError: what is wished contradicts itself, or is for the facilitator only.
    """
    pack_wishes.check(wishes)
    audience = these.audience(wishes)
    if audience is Audience.FACILITATOR:
        raise RefusedError("Packs go to others than the facilitator.", "Say whom this gatekeeper counts as.")
    threads = threads_of(session, these.draft)
    unresolved = [thread for thread in threads if thread.is_open]
    going = cleared(threads, audience, wishes)
    words = these.wording(wishes)
    return PackPlan(
        draft_id=these.draft.id,
        gatekeeper_id=these.gatekeeper.id,
        wishes=wishes,
        audience=audience,
        case_study=these.study.title,
        draft_number=these.draft.number,
        going=tuple(_going(thread) for thread in going),
        staying=Counter(thread.audience for thread in unresolved if not thread.audience.reaches(audience)),
        without_place=sum(thread.place.anchor is None for thread in unresolved if _reaches(thread, audience)),
        left_out=sum(thread.id in wishes.leave_out for thread in unresolved if _reaches(thread, audience)),
        resolved=len(threads) - len(unresolved),
        earlier_drafts=_earlier(session, these.draft),
        seen=these.seen,
        inside=what_came_inside(from_record(these.draft.document), these.draft.file.content),
        cover=words.cover(),
        message=words.message(),
        to_address=these.gatekeeper.email,
        file_names=these.file_names(),
    )


def cleared(threads: Iterable[Thread], audience: Audience, wishes: PackWishes) -> list[Thread]:
    """Return the only comments that may enter a pack: open, with a place, and for that audience; replies likewise."""
    return [
        replace(thread, replies=tuple(reply for reply in thread.replies if reply.audience.reaches(audience)))
        for thread in threads
        if thread.is_open and thread.place.anchor is not None
        if _reaches(thread, audience) and thread.id not in wishes.leave_out
    ]


def _reaches(thread: Thread, audience: Audience) -> bool:
    return thread.audience.reaches(audience)


def _going(thread: Thread) -> GoingComment:
    return GoingComment(
        id=thread.id,
        kind=thread.kind.name,
        letter=thread.kind.letter,
        text=thread.text,
        quote=thread.place.quote,
        replies=len(thread.replies),
    )


def _earlier(session: Session, draft: Draft) -> int:
    drafts = select(func.count()).select_from(Draft).where(Draft.case_study_pk == draft.case_study_pk)
    return session.scalar(drafts.where(Draft.number < draft.number)) or 0


def _called(job: str) -> str:
    """Return how somebody of that job is called on paper ("a housing officer"), without a name; '' if unknown."""
    said = job.strip()
    if not said:
        return ""
    spelt = said.partition(" ")[0].isupper()
    said = said if spelt else said[0].lower() + said[1:]
    return f"{'an' if said[0] in (_VOWEL_LETTERS if spelt else _VOWELS) else 'a'} {said}"
