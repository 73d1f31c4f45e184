"""What matters today: the next meeting, drafts that wait for her, packs that wait for others, and what comes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.reviews import Comment
from carfacilitator.model.sanctions import Sanction
from carfacilitator.model.terms import Attendance, SanctionAnswer
from carfacilitator.services.came_back import CameBack, waiting
from carfacilitator.services.case_studies import CaseStudies, CaseStudyRow
from carfacilitator.services.days import local
from carfacilitator.services.drafts import DraftRow, Drafts
from carfacilitator.services.meetings import MeetingDetails, MeetingRow, Meetings
from carfacilitator.services.pack_wishes import Asked
from carfacilitator.services.packs import PackRow, Packs
from carfacilitator.services.returns import Returns
from carfacilitator.services.to_send import Unsent, answers_due, unsent
from carfacilitator.store.database import Database

_AHEAD = 3  # dates shown


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    """The meeting that comes next, with what is still open about it; `days` until it, 0 for today.

    `number` is which meeting of its group it is, `planned_minutes` what its agenda adds up to, `unanswered` who has
    not said whether they come, `needs` what people need in order to come.
    """

    meeting: MeetingRow
    number: int
    days: int
    planned_minutes: int
    unanswered: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]

    @property
    def is_ready(self) -> bool:
        """Tell whether its place is known, its agenda fills the time and nobody's answer is missing."""
        return bool(self.meeting.place) and self.planned_minutes == self.meeting.minutes and not self.unanswered


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """The latest draft of a case study that waits for the facilitator; `days` since it came.

    It waits until she has said something on it (`answered`), and while comments on it have an uncertain place or none.
    """

    draft: DraftRow
    author: str
    days: int
    answered: bool


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """A date to come: a meeting, or the day by which a pack should be back. `noun` and `id` say of what."""

    day: date
    what: str
    noun: str
    id: UUID


@dataclass(frozen=True, kw_only=True)
class TodayView:
    """Everything on the page of the day. Drafts stand by age, the oldest first; packs by how long they are out.

    `packs_out` are those to which no answer came; `came_back` is what came and waits for decisions. `unsent` are packs
    to ask about whether they were sent, `answers_due` those whose gatekeepers are to be told what was decided.
    """

    day: date
    next_meeting: NextMeeting | None
    waiting: tuple[Waiting, ...]
    came_back: tuple[CameBack, ...]
    unsent: tuple[Unsent, ...]
    answers_due: tuple[PackRow, ...]
    packs_out: tuple[PackRow, ...]
    case_studies: tuple[CaseStudyRow, ...]
    ahead: tuple[Ahead, ...]


@dataclass(frozen=True)
class Sources:
    """The services that know what the day is made of."""

    meetings: Meetings
    case_studies: CaseStudies
    drafts: Drafts
    packs: Packs
    returns: Returns


class Today:
    """The page of the day."""

    def __init__(self, database: Database, clock: Clock, sources: Sources) -> None:
        self._database = database
        self._clock = clock
        self._from = sources

    def view(self) -> TodayView:
        """Return what matters today."""
        studies, returns = self._from.case_studies.rows(), self._from.returns.rows()
        answered = {row.pack_id for row in returns}
        packs = [row for row in self._without_a_yes_or_no() if row.id not in answered]
        made = self._from.packs.rows()
        meetings = [row for row in self._from.meetings.rows() if row.ends_at > self._clock.now()]
        day = today(self._clock)
        with self._database.reading() as session:
            came = waiting(session, returns, day)
            to_send = unsent(session, made, returns, day)
            due = answers_due(session, made, returns, {one.draft_id for one in came})
        return TodayView(
            day=day,
            next_meeting=self._next(meetings, day),
            waiting=self._waiting(studies, day),
            came_back=came,
            unsent=to_send,
            answers_due=due,
            packs_out=tuple(packs),
            case_studies=tuple(studies),
            ahead=_ahead(meetings[1:], packs, day),
        )

    def _without_a_yes_or_no(self) -> list[PackRow]:
        """Return the packs that are out, without those that asked for sanction and got an answer to that since."""
        said = (
            select(CaseStudy.id, Gatekeeper.id, func.max(Sanction.answered_at))
            .join(Sanction.case_study)
            .join(Sanction.gatekeeper)
            .where(Sanction.answer != SanctionAnswer.NONE)
            .group_by(CaseStudy.id, Gatekeeper.id)
        )
        with self._database.reading() as session:
            answers = {(study, keeper): answered_at for study, keeper, answered_at in session.execute(said)}
        return [row for row in self._from.packs.out() if not _is_settled(row, answers)]

    def _next(self, meetings: list[MeetingRow], day: date) -> NextMeeting | None:
        if not meetings:
            return None
        row = meetings[0]
        details = self._from.meetings.open(row.id)
        earlier = [other.id for other in self._from.meetings.rows(group_id=row.group_id)]
        return NextMeeting(
            meeting=row,
            number=earlier.index(row.id) + 1,
            days=max((row.day - day).days, 0),
            planned_minutes=sum(line.minutes for line in details.agenda),
            unanswered=_unanswered(details),
            needs=tuple((line.person, line.needs) for line in details.attendance if line.needs),
        )

    def _waiting(self, studies: Iterable[CaseStudyRow], day: date) -> tuple[Waiting, ...]:
        with self._database.reading() as session:
            spoken = _last_said(session)
        authors = {study.id: study.author for study in studies}
        latest = {row.case_study_id: row for row in self._from.drafts.latest()}
        found = [
            Waiting(
                draft=draft,
                author=authors[study_id],
                days=(day - local(draft.received_at).date()).days,
                answered=study_id in spoken and spoken[study_id] >= draft.received_at,
            )
            for study_id, draft in latest.items()
            if study_id in authors
        ]
        waiting = (one for one in found if one.draft.unsure or not one.answered)
        return tuple(sorted(waiting, key=lambda one: one.draft.received_at))


def _unanswered(meeting: MeetingDetails) -> tuple[str, ...]:
    return tuple(line.person for line in meeting.attendance if line.attendance is Attendance.NO_ANSWER)


def _last_said(session: Session) -> dict[UUID, datetime]:
    """Return when the facilitator last commented on each case study, or made a pack of it."""
    said: dict[UUID, datetime] = {}
    owner = select(Facilitator.name).scalar_subquery()
    for statement in (
        select(CaseStudy.id, func.max(Comment.created_at))
        .select_from(Comment)
        .join(Comment.draft)
        .join(Draft.case_study)
        .where(Comment.author_name == owner)
        .group_by(CaseStudy.id),
        select(CaseStudy.id, func.max(Pack.made_at))
        .select_from(Pack)
        .join(Pack.draft)
        .join(Draft.case_study)
        .group_by(CaseStudy.id),
    ):
        for study_id, instant in session.execute(statement):
            said[study_id] = max(instant, said.get(study_id, instant))
    return said


def _ahead(meetings: Iterable[MeetingRow], packs: Iterable[PackRow], day: date) -> tuple[Ahead, ...]:
    dates = [
        Ahead(day=row.day, what=f"{row.group}: {row.title}" if row.title else row.group, noun="meeting", id=row.id)
        for row in meetings
    ]
    dates += [
        Ahead(day=row.reply_by, what=f"{row.gatekeeper} on ‘{row.case_study}’", noun="pack", id=row.id)
        for row in packs
        if row.reply_by and row.reply_by >= day
    ]
    return tuple(sorted(dates, key=lambda ahead: ahead.day)[:_AHEAD])


def _is_settled(pack: PackRow, answers: Mapping[tuple[UUID, UUID], datetime | None]) -> bool:
    """Tell whether a pack asked for sanction, and whoever got it has answered since."""
    answered_at = answers.get((pack.case_study_id, pack.gatekeeper_id))
    is_since = answered_at is not None and pack.handed_over_at is not None and answered_at >= pack.handed_over_at
    return pack.asked is Asked.AGREE and is_since
