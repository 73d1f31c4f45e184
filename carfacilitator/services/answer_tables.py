"""What becomes of all that one person said about a draft, row by row: said, done, where it stands now, why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.document.sections import places
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.model.reviews import Comment
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services import arrivals
from carfacilitator.services.carrying import text_of
from carfacilitator.services.combined_rows import CombinedReview, EditRow, RemarkRow, review_of
from carfacilitator.services.combined_texts import CombinedTexts
from carfacilitator.services.threads import Thread, threads_of

_WORDS = 5  # shown on either side of what somebody changed
_BEHIND = 60  # characters behind which something was put
GONE, WHOLE = "No longer in the text", "The whole text"
_DONE = {
    Verdict.ACCEPTED: "Taken up",
    Verdict.OWN_WORDING: "Put in other words",
    Verdict.KEPT: "Left as it was",
    Verdict.REJECTED: "Not taken up",
    Verdict.DISCUSS: "Being discussed with the author",
    Verdict.COMMENT: "Passed on to the author",
    None: "Not decided yet",
}


_PIECES = re.compile(r"\w+|[^\w]")  # words, and each sign between them


def _are_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """What became of one thing that somebody said or changed; `where` is its place in the newest draft.

    `remark_id` names a remark, and `quote` the words that it is about. Else `key` is an edit of the draft `draft_id`:
    `quote` is how a place read when it was sent, `said` how somebody would have it read, or where it was `moved` to.
    `others` is how many more have proposed something there: they are told the same `why`.
    """

    draft_id: UUID
    remark_id: UUID | None = None
    key: str = ""
    moved: bool = False
    said: str
    quote: str
    verdict: Verdict | None
    done: str
    where: str
    why: str
    others: int = 0

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """Return how a changed place begins, what was cut there, what was put in, and how it ends, in whole words."""
        cut, put = _PIECES.findall(self.quote), _PIECES.findall(self.said)
        start = sum(1 for _ in takewhile(_are_same, zip(cut, put, strict=False)))
        most = min(len(cut), len(put)) - start
        end = next((number for number in range(most) if cut[-1 - number] != put[-1 - number]), most)
        behind = len(cut) - end
        changed = "".join(cut[start:behind]), "".join(put[start : len(put) - end])
        return "".join(cut[:start]), *changed, "".join(cut[behind:])


@dataclass(frozen=True, kw_only=True)
class AnswerTable:
    """The answer to one pack: what became of every remark, and of every edit that was proposed.

    `sent_number` is the draft that was sent, `draft_number` the newest, in which the places are;
    `answered_at` when the answer was handed over.
    """

    pack_id: UUID
    gatekeeper: str
    role: str
    email: str
    audience: Audience
    case_study: str
    answered_at: datetime | None
    sent_number: int
    draft_number: int
    remarks: tuple[AnswerRow, ...]
    edits: tuple[AnswerRow, ...]

    @property
    def undecided(self) -> int:
        """Return how much nobody has decided about yet."""
        return sum(row.verdict is None for row in (*self.remarks, *self.edits))


def tables_of(session: Session, study: CaseStudy, texts: CombinedTexts) -> Iterator[AnswerTable]:
    """Yield the answers to all packs of a case study that came back, those of the newest draft first.

    Nothing is in a table but what came back of its own pack, and what was decided about that.
    """
    newest = arrivals.newest(session, study)
    if newest is None:
        return
    threads = {thread.id: thread for thread in threads_of(session, newest)}
    reviews: dict[int, tuple[CombinedReview, _Places]] = {}
    for pack, drafts in _came_back(session, study).items():
        for draft in drafts:
            if draft.pk not in reviews:
                review = review_of(session, draft, texts)
                reviews[draft.pk] = review, _Places(review.document, text_of(newest).document)
        yield _table(pack, study, newest, [_Looked(*reviews[draft.pk], threads) for draft in drafts], session)


def _came_back(session: Session, study: CaseStudy) -> dict[Pack, list[Draft]]:
    """Return the packs that were answered, each with the drafts in whose text its answers are looked at."""
    statement = (
        select(Return, Pack)
        .join(Return.pack)
        .join(Pack.draft)
        .join(Pack.gatekeeper)
        .where(Draft.case_study_pk == study.pk)
        .order_by(Draft.number.desc(), Pack.pk)
        .options(contains_eager(Return.pack).contains_eager(Pack.draft))
        .options(contains_eager(Return.pack).contains_eager(Pack.gatekeeper))
    )
    found: dict[Pack, list[Draft]] = {}
    for came, pack in session.execute(statement):
        drafts = found.setdefault(pack, [])
        draft = session.get_one(Draft, came.draft_pk)
        if draft not in drafts:
            drafts.append(draft)
    return found


class _Places:
    """Where what stood in a draft stands in the newest one, in words by which it is found on paper."""

    def __init__(self, reviewed: Document, newest: Document) -> None:
        self._before = reviewed.leaves()
        self._words = [place.words for place in places(newest)]
        self._forwarding = Forwarding(reviewed, newest)

    def at(self, anchor: Anchor) -> str:
        """Return the place of a passage of the newest draft."""
        first, last = self._words[anchor.first], self._words[anchor.last]
        return first if first == last else f"{first} to {last}"

    def of(self, anchor: Anchor) -> str:
        """Return where a passage stands; where its words were cut, the paragraph out of which they were."""
        whole = Anchor(anchor.first, 0, anchor.last, len(self._before[anchor.last].block.text()))
        found = next((there for there in self._forwarding.anchors([anchor, whole]) if there), None)
        return self.at(found) if found else GONE


@dataclass(frozen=True)
class _Looked:
    """A review, and how its places are told."""

    review: CombinedReview
    places: _Places
    threads: dict[UUID, Thread]


def _table(pack: Pack, study: CaseStudy, newest: Draft, looked: list[_Looked], session: Session) -> AnswerTable:
    gatekeeper = pack.gatekeeper
    return AnswerTable(
        pack_id=pack.id,
        gatekeeper=gatekeeper.name,
        role=gatekeeper.role,
        email=gatekeeper.email,
        audience=pack.audience,
        case_study=study.title,
        answered_at=pack.answered_at,
        sent_number=pack.draft.number,
        draft_number=newest.number,
        remarks=tuple(row for one in looked for row in _remarks(session, pack, one)),
        edits=tuple(row for one in looked for row in _edits(pack, one)),
    )


def _remarks(session: Session, pack: Pack, looked: _Looked) -> Iterator[AnswerRow]:
    made = _comments(session, [one.id for one in looked.review.remarks])
    for remark in looked.review.remarks:
        if remark.pack_id == pack.id:
            yield _of_remark(remark, looked, looked.threads.get(made.get(remark.id, remark.id)))


def _comments(session: Session, remarks: list[UUID]) -> dict[UUID, UUID]:
    """Return the comments that were made of remarks, by the remark."""
    statement = select(ReturnedRemark.id, Comment.id).join(ReturnedRemark.comment).where(ReturnedRemark.id.in_(remarks))
    return dict(iter(session.execute(statement)))


def _of_remark(remark: RemarkRow, looked: _Looked, thread: Thread | None) -> AnswerRow:
    return AnswerRow(
        draft_id=looked.review.draft_id,
        remark_id=remark.id,
        said=remark.text,
        quote=remark.quote,
        verdict=remark.verdict,
        done=_DONE[remark.verdict],
        where=_where(remark, looked.places, thread),
        why=remark.answer,
    )


def _where(remark: RemarkRow, placed: _Places, thread: Thread | None) -> str:
    if thread is not None and thread.place.anchor is not None:
        return placed.at(thread.place.anchor)
    return placed.of(remark.anchor) if remark.anchor else WHOLE


def _edits(pack: Pack, looked: _Looked) -> Iterator[AnswerRow]:
    """Yield what this pack proposed; whoever has the same name but another pack has no part in it."""
    for edit in looked.review.edits:
        people = {number for wording in edit.item.alternatives for number in wording.reviewers}
        for number, wording in enumerate(edit.wordings):
            if pack.id in wording.packs:
                yield replace(_of_edit(edit, number, looked), others=len(people) - 1)


def _of_edit(edit: EditRow, own: int, looked: _Looked) -> AnswerRow:
    wording = edit.wordings[own]
    text = looked.review.combination.flat.text
    before, after = _around(text, edit.item.start, edit.item.end)
    said = f"{before}{wording.text}{after}"
    if wording.moves_to is not None:
        ahead = text[: wording.moves_to].strip()[-_BEHIND:].partition(" ")[2]
        said = f"Moved behind “…{ahead}”" if ahead else "Moved to the beginning"
    return AnswerRow(
        draft_id=looked.review.draft_id,
        key=edit.key,
        moved=wording.moves_to is not None,
        said=said.strip(),
        quote=(edit.base_text if wording.moves_to is not None else f"{before}{edit.base_text}{after}").strip(),
        verdict=edit.decision.verdict if edit.decision else None,
        done=_done(edit, own),
        where=looked.places.of(edit.anchor),
        why=edit.decision.reason if edit.decision else "",
    )


def _done(edit: EditRow, own: int) -> str:
    made = edit.decision
    if made and made.verdict is Verdict.ACCEPTED and made.choice != own:
        return "Another wording was taken"
    if made and made.verdict is Verdict.OWN_WORDING:
        wording = (made.wording or "").strip()
        return f"{_DONE[made.verdict]}: “{wording}”" if wording else "Taken out"
    return _DONE[made.verdict if made else None]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a few words of the same paragraph before a place and after it, by which it is recognised."""
    before = text[text.rfind("\n", 0, start) + 1 : start].split(" ")
    after = ("" if text[end - 1 : end] == "\n" else text[end:].partition("\n")[0]).split(" ")
    head, tail = " ".join(before[-_WORDS - 1 :]), " ".join(after[: _WORDS + 1])
    return f"…{head}" if len(before) > _WORDS + 1 else head, f"{tail}…" if len(after) > _WORDS + 1 else tail
