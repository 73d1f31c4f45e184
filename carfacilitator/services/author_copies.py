"""The author's copy: her own file with exactly the threads that she may see, each once, as far as each has come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Document, FileComment
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.model.terms import Audience
from carfacilitator.services.carrying import text_of
from carfacilitator.services.days import local
from carfacilitator.services.threads import ReplyRow, Thread, threads_of
from carfacilitator.services.written_threads import written, written_reply
from carfacilitator.word.patches import Answer, Patch

_TO_THE_MINUTE = len("2026-03-20T14:05")


@dataclass(frozen=True, kw_only=True)
class AuthorCopy:
    """What the author will see in the copy of a draft, and what stays here.

    `lost` of the threads stand at the beginning of the text, for their words are gone. `private` threads and
    `private_replies` are for the facilitator only; `undecided` remarks came back and nobody has answered them yet.
    `answered_at` is when such a copy was handed over.
    """

    case_study: str
    author: str
    email: str
    answered_at: datetime | None
    draft_number: int
    threads: tuple[Thread, ...]
    private: int
    private_replies: int
    undecided: int

    @property
    def resolved(self) -> int:
        """Return how many of the threads are dealt with."""
        return sum(not thread.is_open for thread in self.threads)

    @property
    def lost(self) -> int:
        """Return how many of the threads have no place in the text."""
        return sum(thread.place.anchor is None for thread in self.threads)


@dataclass(frozen=True)
class Sorted:
    """Threads as the author sees them, and how many threads and replies she does not."""

    seen: tuple[Thread, ...]
    private: int
    private_replies: int


def sorted_threads(session: Session, draft: Draft) -> Sorted:
    """Return the threads of a draft, with those that were answered or resolved on the way to it.

    What was resolved is not carried from draft to draft: it is brought along from as far back as the last draft that
    somebody's answers were looked at in, so that she reads what became of all that was said.
    """
    threads = _all_threads(session, draft)
    seen = [thread for thread in threads if thread.audience.reaches(Audience.AUTHOR)]
    shown = [replace(thread, replies=tuple(filter(_is_hers, thread.replies))) for thread in seen]
    hidden = sum(len(one.replies) for one in seen) - sum(len(one.replies) for one in shown)
    return Sorted(tuple(shown), len(threads) - len(seen), hidden)


def patch_of(draft: Draft, threads: Sequence[Thread]) -> Patch:
    """Return what is to be written into the author's file; a thread that is in it already is gone on with."""
    document = text_of(draft).document
    known = {_key_of_file(one): one for one in document.comments if not one.parent}
    fresh, answers, resolved = [], [], {}
    for thread in threads:
        there = known.get(_key(thread))
        if there is None:
            fresh.append(written(thread))
            continue
        answers += [Answer(there.id, written_reply(reply)) for reply in _missing(thread.replies, there, document)]
        if there.resolved is thread.is_open:
            resolved[there.id] = not thread.is_open
    return Patch(comments=tuple(fresh), answers=tuple(answers), resolved=resolved, seed=str(draft.id))


def undecided_remarks(session: Session, draft: Draft) -> int:
    """Return how many remarks about a case study up to this draft nobody has answered yet."""
    statement = (
        select(func.count())
        .select_from(ReturnedRemark)
        .join(ReturnedRemark.came_with)
        .join(Return.draft)
        .where(Draft.case_study_pk == draft.case_study_pk, Draft.number <= draft.number)
        .where(ReturnedRemark.verdict.is_(None))
    )
    return session.scalar(statement) or 0


def _all_threads(session: Session, draft: Draft) -> list[Thread]:
    found = {thread.id: thread for thread in threads_of(session, draft)}
    for earlier in _on_the_way(session, draft):
        fresh = [thread for thread in threads_of(session, earlier) if thread.id not in found]
        found.update((thread.id, thread) for thread in _brought(fresh, earlier, draft))
    return list(found.values())


def _on_the_way(session: Session, draft: Draft) -> list[Draft]:
    """Return the drafts before one, back to that in which answers were looked at last, the newest first."""
    reviewed = (
        select(func.max(Draft.number))
        .join(Return, Return.draft_pk == Draft.pk)
        .where(Draft.case_study_pk == draft.case_study_pk, Draft.number <= draft.number)
    )
    since = session.scalar(reviewed) or draft.number
    before = select(Draft).where(Draft.case_study_pk == draft.case_study_pk, Draft.number < draft.number)
    return list(session.scalars(before.where(Draft.number >= since).order_by(Draft.number.desc())))


def _brought(threads: Sequence[Thread], earlier: Draft, draft: Draft) -> Iterator[Thread]:
    """Yield threads where their words stand in the newer draft."""
    if not threads:
        return
    forwarding = Forwarding(text_of(earlier).document, text_of(draft).document)
    for thread in threads:
        was = thread.place.anchor
        anchor = forwarding.anchors([was])[0] if was else None
        yield replace(thread, place=replace(thread.place, anchor=anchor))


def _is_hers(reply: ReplyRow) -> bool:
    return reply.audience.reaches(Audience.AUTHOR)


def _missing(replies: Iterable[ReplyRow], there: FileComment, document: Document) -> list[ReplyRow]:
    known = {_key_of_file(one) for one in document.comments if one.parent == there.id}
    return [reply for reply in replies if _key(reply) not in known]


def _key(said: Thread | ReplyRow) -> tuple[str, str, str]:
    """Return by what a comment is known again in a file: who, what, and when to the minute."""
    return said.author, " ".join(said.text.split()), local(said.created_at).isoformat()[:_TO_THE_MINUTE]


def _key_of_file(comment: FileComment) -> tuple[str, str, str]:
    return comment.author, " ".join(comment.text.split()), comment.date[:_TO_THE_MINUTE]
