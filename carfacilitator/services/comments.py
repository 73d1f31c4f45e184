"""All that was said about case studies, apart from their text: filtered, weighed by kind, and with what was altered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import BlockKind, Document
from carfacilitator.errors import NotFoundError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind, Reply
from carfacilitator.model.sorting import matches
from carfacilitator.model.terms import Audience
from carfacilitator.services import balances, comment_kinds, comment_stories, records
from carfacilitator.services.balances import Balance
from carfacilitator.services.carrying import text_of
from carfacilitator.services.comment_kinds import KindRow
from carfacilitator.services.comment_stories import CommentMoment
from carfacilitator.services.threads import Place, ReplyRow, Thread, threads_of
from carfacilitator.store.database import Database

Choice = TypeVar("Choice")


@dataclass(frozen=True, kw_only=True)
class CommentFilter:
    """Which comments are meant; what is left empty leaves nothing out. `people` made the comment or answered it.

    `heading` is the one that a comment stands under, `words` stand in the comment, its replies or its quotation.
    """

    case_study_id: UUID | None = None
    kind_ids: frozenset[UUID] = frozenset()
    people: frozenset[str] = frozenset()
    states: frozenset[AnchorState] = frozenset()
    draft_ids: frozenset[UUID] = frozenset()
    audiences: frozenset[Audience] = frozenset()
    is_open: bool | None = None
    heading: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class CommentRow:
    """A comment where it stands newest: in which draft, under which heading ('' before the first one)."""

    id: UUID
    case_study_id: UUID
    case_study: str
    draft_id: UUID
    draft: int
    begun_on: int
    kind: KindRow
    author: str
    initials: str
    text: str
    created_at: datetime
    resolved_at: datetime | None
    audience: Audience
    heading: str
    place: Place
    replies: tuple[ReplyRow, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether it still asks for something."""
        return self.resolved_at is None


@dataclass(frozen=True, kw_only=True)
class DraftChoice:
    """A draft to filter by."""

    id: UUID
    number: int


@dataclass(frozen=True, kw_only=True)
class FilterChoices:
    """What comments can be filtered by, with how many there are, the most frequent first; headings as they stand."""

    kinds: tuple[tuple[KindRow, int], ...]
    people: tuple[tuple[str, int], ...]
    states: tuple[tuple[AnchorState, int], ...]
    drafts: tuple[tuple[DraftChoice, int], ...]
    audiences: tuple[tuple[Audience, int], ...]
    headings: tuple[tuple[str, int], ...]


class Standing(NamedTuple):
    """A comment and the draft on which it stands."""

    draft_id: UUID
    comment_id: UUID


class Comments:
    """The comments of every case study, each once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._headings: dict[UUID, list[str]] = {}  # by draft, for what a draft says is never altered

    def rows(self, wanted: CommentFilter | None = None) -> list[CommentRow]:
        """Return the comments that are wanted, each where it stands newest, in the order of drafts and their text."""
        wanted = wanted or CommentFilter()
        with self._database.reading() as session:
            newest = _newest_places(session, wanted.case_study_id)
            rows = [_row(draft, study, thread, self._headings_of(draft)) for draft, study, thread in newest]
        return [row for row in rows if _is_wanted(row, wanted)]

    def choices(self, case_study_id: UUID | None = None) -> FilterChoices:
        """Return what the comments of a case study, or of all, can be filtered by."""
        rows = self.rows(CommentFilter(case_study_id=case_study_id))
        return FilterChoices(
            kinds=_counted(row.kind for row in rows),
            people=_counted(name for row in rows for name in _people(row)),
            states=_counted(row.place.state for row in rows),
            drafts=_counted(DraftChoice(id=row.draft_id, number=row.draft) for row in rows),
            audiences=_counted(row.audience for row in rows),
            headings=tuple(Counter(row.heading for row in rows if row.heading).items()),
        )

    def stands_on(self, spoken_id: UUID) -> Standing:
        """Return the newest draft on which a comment stands, or the comment that a reply answers.

        Raises:
            NotFoundError: there is no such comment on any draft.
        """
        answered = select(Comment.id).join(Reply.comment).where(Reply.id == spoken_id).scalar_subquery()
        statement = (
            select(Draft.id, Comment.id)
            .join(CommentAnchor.draft)
            .join(CommentAnchor.comment)
            .where(or_(Comment.id == spoken_id, Comment.id == answered))
            .order_by(Draft.number.desc())
        )
        with self._database.reading() as session:
            found = session.execute(statement).first()
        if found is None:
            raise NotFoundError("That comment stands on no draft any more.")
        return Standing(*found)

    def balance(self, case_study_id: UUID | None = None, author_id: UUID | None = None) -> Balance:
        """Return how the facilitator's own comments spread over the kinds: on a case study, to an author, or in all."""
        own = select(Facilitator.name).scalar_subquery()
        statement = select(CommentKind.id).join(Comment.kind).join(Comment.draft).join(Draft.case_study)
        statement = statement.join(CaseStudy.author).where(Comment.author_name == own)
        if case_study_id is not None:
            statement = statement.where(CaseStudy.id == case_study_id)
        if author_id is not None:
            statement = statement.where(Person.id == author_id)
        with self._database.reading() as session:
            made = Counter(session.scalars(statement))
            kinds = comment_kinds.rows(session, retired=True)
        return balances.balance([(kind, made[kind.id]) for kind in kinds])

    def history(self, comment_id: UUID) -> list[CommentMoment]:
        """Return what was done with a comment and its replies, the first first, with the words before and after.

        Words that age or erasure has taken are not told.
        """
        with self._database.reading() as session:
            return comment_stories.story(session, records.get(session, Comment, comment_id))

    def _headings_of(self, draft: Draft) -> list[str]:
        if draft.id not in self._headings:
            self._headings[draft.id] = _headings(text_of(draft).document)
        return self._headings[draft.id]


def _newest_places(session: Session, case_study_id: UUID | None) -> list[tuple[Draft, CaseStudy, Thread]]:
    """Return every comment once, with the newest draft in which it stands."""
    statement = select(Draft, CaseStudy).join(Draft.case_study).order_by(CaseStudy.pk, Draft.number)
    if case_study_id is not None:
        statement = statement.where(CaseStudy.id == case_study_id)
    newest: dict[UUID, tuple[Draft, CaseStudy, Thread]] = {}
    for draft, study in session.execute(statement).all():
        for thread in threads_of(session, draft):
            newest.pop(thread.id, None)
            newest[thread.id] = draft, study, thread
    return list(newest.values())


def _headings(document: Document) -> list[str]:
    """Return for each leaf of a draft the heading that it stands under."""
    headings, current, story = [], "", None
    for leaf in document.leaves():
        if leaf.block.story is not story:
            current, story = "", leaf.block.story
        if leaf.block.kind is BlockKind.HEADING:
            current = leaf.block.text().strip()
        headings.append(current)
    return headings


def _row(draft: Draft, study: CaseStudy, thread: Thread, headings: Sequence[str]) -> CommentRow:
    place = thread.place
    leaf = place.anchor.first if place.anchor else place.near
    return CommentRow(
        id=thread.id,
        case_study_id=study.id,
        case_study=study.title,
        draft_id=draft.id,
        draft=draft.number,
        begun_on=thread.begun_on,
        kind=thread.kind,
        author=thread.author,
        initials=thread.initials,
        text=thread.text,
        created_at=thread.created_at,
        resolved_at=thread.resolved_at,
        audience=thread.audience,
        heading=headings[leaf] if leaf is not None and leaf < len(headings) else "",
        place=place,
        replies=thread.replies,
    )


def _people(row: CommentRow) -> frozenset[str]:
    return frozenset({row.author, *(reply.author for reply in row.replies)})


def _is_wanted(row: CommentRow, wanted: CommentFilter) -> bool:
    choices: tuple[tuple[frozenset[object], frozenset[object]], ...] = (
        (wanted.kind_ids, frozenset({row.kind.id})),
        (wanted.people, _people(row)),
        (wanted.states, frozenset({row.place.state})),
        (wanted.draft_ids, frozenset({row.draft_id})),
        (wanted.audiences, frozenset({row.audience})),
        (frozenset(filter(None, [wanted.heading])), frozenset({row.heading})),
    )
    if any(chosen and not chosen & has for chosen, has in choices):
        return False
    said = (row.text, row.place.quote, row.place.old_quote, *(reply.text for reply in row.replies))
    return wanted.is_open in {None, row.is_open} and matches(wanted.words, *said)


def _counted(found: Iterable[Choice]) -> tuple[tuple[Choice, int], ...]:
    return tuple(Counter(found).most_common())
