"""The page of what came back: who answered, everything to decide in one list, and one thing at a time in the middle."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from carfacilitator.errors import NotFoundError
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.days import today
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.combined import page_actions as acts
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.answered import Answered
from carfacilitator.ui.pages.combined.besides import Shown
from carfacilitator.ui.pages.combined.decisions import Decisions
from carfacilitator.ui.pages.combined.entries import Entry, entries_of
from carfacilitator.ui.pages.combined.lost import ReportCard
from carfacilitator.ui.pages.combined.result import Writing
from carfacilitator.ui.receiving.panel import OF_RECEIVING, RECEIVE, Receiving
from carfacilitator.ui.shared_actions import ANSWERS, PASTE_EMAIL
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from carfacilitator.services.drafts import DraftRow

_EMPTY = (
    "When a gatekeeper answers, drop the file on this window, or paste what the email says. "
    "What was said on the telephone can be written down too."
)


class CombinedPage(Page):
    """Opens for a draft, for an answer to a pack of it, or for a remark that came back."""

    ID = "combined"
    PLACE = "case-studies"
    ACTIONS = (*acts.ALL, ANSWERS, *OF_RECEIVING, PASTE_EMAIL)
    SHOWS = frozenset({"Return", "ReturnedRemark", "EditDecision", "Draft", "Gatekeeper", "Comment", "CommentKind"})
    TAKES = frozenset({".docx"})
    FOLDS_RAIL = True

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._draft: DraftRow | None = None
        self._review: CombinedReview | None = None
        self._wanted = ""  # the entry to show once all is read
        self.answered = Answered(services, Keeping(services, desk.messages))
        self.report = ReportCard()
        self.decisions = Decisions(services, self)
        self.writing = Writing(services, desk)
        self.receiving = Receiving(services, self)
        take_in = Button.of(self.commands[RECEIVE], "primary")
        self.empty = EmptyState("receive", "Nothing came back yet", _EMPTY, take_in)
        self.states = OneOf(self.decisions, self.writing, self.empty)
        self.body.addWidget(self.answered.people)
        self.body.addWidget(self.report)
        self.body.addWidget(self.states, 1)
        self.body.addWidget(self.receiving, 1)
        self.setFocusProxy(self.decisions.side.list)
        self.head.set_crumb("Case studies")
        self.offer(acts.ALONE)
        self.offer(ANSWERS)
        self.head.add_button(MoreButton(self.commands, RECEIVE, PASTE_EMAIL))
        self._write = Button.of(self.commands[acts.WRITE])
        self.head.add_button(self._write, keeps_words=True)
        self._connect()

    @property
    def shown(self) -> UUID | None:
        """The draft that is open."""
        return self._draft.id if self._draft is not None else None

    @property
    def entry(self) -> Entry | None:
        """What is open in the middle."""
        return self.decisions.entry

    def open(self, entity: UUID | None) -> None:
        """Open what came back of a draft, at the answer or the remark that is asked for; else what was open stays."""
        if entity is None:
            return
        draft_id = self._services.combined_reviews.draft_of(entity)
        if self.shown != draft_id:
            self._draft, self._review = self._services.drafts.open(draft_id), None
            self.decisions.clear()
            self._close_writing()
        self._wanted = str(entity) if entity != draft_id else ""
        if self.receiving.is_open:
            self.receiving.set_aside()  # one goes on from what was taken in
        if self.states.current is self.writing:
            self._close_writing()
        self.refresh()

    def refresh(self) -> None:
        """Read again what came back: aside, where files are still to be compared."""
        self.receiving.refresh()
        if self._draft is None:
            return
        draft_id = self._draft.id
        try:
            ready = self._services.combined_reviews.is_ready(draft_id)
        except NotFoundError:
            self._draft = None
            self.wants.emit(self.PLACE, None)
            return
        if ready:
            self._show(self._services.combined_reviews.open(draft_id))
            return
        self._say()
        read = partial(self._services.combined_reviews.open, draft_id)
        self.desk.jobs.start("Comparing what came back", lambda _job: read(), self._show, self.desk.messages.fail)

    def step_back(self) -> bool:
        """Close what is innermost: the panel of the new draft, the reason, or the item on a narrow window."""
        if self.receiving.is_open:
            self.receiving.set_aside()
            return True
        if self.states.current is self.writing:
            self._close_writing()
            return True
        return self.decisions.middle.step_back() or self.decisions.step_back()

    def take(self, files: list[Path]) -> None:
        """Receive files: answers to packs, and drafts."""
        self.receiving.take(files)

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._draft.case_study_id if self._draft else None)

    def _connect(self) -> None:
        self.on(acts.WRITE, self._begin_writing)
        self.on(ANSWERS, lambda: self.wants.emit("answers", self.shown))
        self.on(PASTE_EMAIL, lambda: self.wants.emit("emails", None))
        self.receiving.began.connect(self._say)
        self.receiving.ended.connect(self._say)
        self.receiving.kept.connect(lambda study_id, _: self.wants.emit(self.PLACE, study_id))
        self.decisions.changed.connect(self.refresh)
        self.decisions.shifted.connect(self._make_room)
        self.answered.people.picked.connect(self.decisions.side.narrow_to)
        self.writing.closed.connect(self._close_writing)
        self.writing.wants.connect(self.wants)

    def _show(self, review: CombinedReview) -> None:
        """Show what was read, and stay where one is."""
        draft = self._draft
        if draft is None or review.draft_id != draft.id:
            return  # something else was opened meanwhile
        wanted, self._wanted = self._wanted, ""
        is_new = review != self._review  # else it was shown as soon as it was decided
        self._review = review
        self.answered.show_review(review, draft, self._services.drafts.timeline(draft.case_study_id)[-1])
        self.report.show_review(review)
        if is_new or wanted:
            shown = Shown(review, entries_of(review), today(self._services.clock))
            self.decisions.show_review(shown, wanted)
        if self.states.current is not self.writing:
            self.states.choose(self.decisions if review.voices else self.empty)
        self._say()

    def _say(self) -> None:
        """Let the head say what came back, and what is still undecided."""
        self._make_room()
        if self.receiving.is_open:
            self.head.set_title(self.receiving.heading, self.receiving.file_name)
            return
        review, draft = self._review, self._draft
        if draft is None or review is None:
            self.head.set_title("What came back", draft.case_study if draft else "")
            self.commands.allow(acts.WRITE, if_=False, else_="It is being read.")
            return
        author = self._services.case_studies.open(draft.case_study_id).author
        self.commands[acts.DISCUSS].setText(f"Discuss with {author.split(' ', maxsplit=1)[0]}")
        number = self._services.drafts.timeline(draft.case_study_id)[-1].number + 1
        self.head.set_crumb(draft.case_study)
        self.head.set_title(texts.title(review), texts.second_line(review, draft.number))
        undecided = texts.undecided(review)
        self.commands.allow(acts.WRITE, if_=bool(review.edits), else_="Nothing was proposed that a draft could hold.")
        self.commands[acts.WRITE].setText(f"Write draft {number}")
        if review.edits:
            self.commands[acts.WRITE].setToolTip(undecided or "Everything is decided.")
        self._write.set_look("plain" if undecided else "primary")

    def _make_room(self) -> None:
        """Leave the cards of the people out where the one thing that is open wants the room."""
        arriving, writes = self.receiving.is_open, self.states.current is self.writing
        for action in (acts.ALONE, acts.WRITE):
            self.commands[action].setVisible(not arriving and not writes)
        for action in (ANSWERS, PASTE_EMAIL):
            self.commands[action].setVisible(not arriving)
        self.states.setHidden(arriving)
        self.setFocusProxy(self.receiving if arriving else self.decisions.side.list)
        alone = arriving or writes or (self.decisions.is_narrow and self.decisions.side.isHidden())
        self.answered.people.setHidden(alone or not self.answered.people.cards)
        self.report.setHidden(alone or not self.report.tells)

    def _begin_writing(self) -> None:
        if self._draft is not None:
            self.states.choose(self.writing)
            self._make_room()
            self.writing.begin(self._draft.id)

    def _close_writing(self) -> None:
        nothing = self._review is not None and not self._review.voices
        self.states.choose(self.empty if nothing else self.decisions)
        self._make_room()
        self.decisions.middle.take_focus()
