"""The page of the day: what is next, what waits and for whom, and a draft that arrives."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from carfacilitator.services.days import today
from carfacilitator.services.today import TodayView
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.today import texts
from carfacilitator.ui.pages.today.cards import BeginCard, MeetingCard, RowsCard
from carfacilitator.ui.pages.today.texts import Goal
from carfacilitator.ui.receiving.panel import OF_RECEIVING, RECEIVE, Receiving
from carfacilitator.ui.safety_card import SafetyCard
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.rows import Row

OPEN_PLAN = Action("meetings.next", "Open the plan", "", "meetings", "Today", "Go to the meeting that comes next.")
PRINT = Action("meetings.print", "Print the agenda", "Ctrl+P", "handouts", "Meetings", "See the sheet, then print it.")
PLAN = Action("groups.plan", "Plan a meeting", "Ctrl+M", "meetings", "Groups", "Plan the group’s next meeting.")
GROUPS = Action("today.groups", "Begin a group", "", "groups", "", "Go where groups are begun.")
PEOPLE = Action("today.people", "Add people", "", "people", "", "Go where people are added.")


class TodayPage(Page):
    """Cards in two columns; one column where the window is narrow."""

    ID = PLACE = "today"
    ACTIONS = (*OF_RECEIVING, OPEN_PLAN, PRINT, PLAN, GROUPS, PEOPLE)
    SHOWS = frozenset(
        {"Meeting", "AgendaItem", "MeetingAttendance", "Group", "Membership", "Person", "CaseStudy", "Draft"}
        | {"Comment", "CommentAnchor", "Pack", "Gatekeeper", "Return", "ReturnedRemark", "EditDecision"}
    )
    TAKES = frozenset({".docx"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._view: TodayView | None = None
        self._bind()
        self._receive = self.offer(RECEIVE, primary=True)
        self.receiving = Receiving(services, self)
        commands = self.commands
        self.begin = BeginCard(commands[GROUPS], commands[PEOPLE])
        self.meeting = MeetingCard(commands[OPEN_PLAN], commands[PRINT], commands[PLAN])
        self.waiting = RowsCard(
            "Waiting for you", "Nothing waits for you. Drafts that come stand here until you comment."
        )
        self.others = RowsCard("Waiting for others", "Nobody owes you an answer.")
        self.studies = RowsCard("Case studies", "None has begun yet.")
        self.ahead = RowsCard("Ahead", "No date is set after the next meeting.")
        self.safety = SafetyCard(services)
        self._cards = self._put_cards()
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Read the day again."""
        self.receiving.refresh()
        self._view = view = self._services.today.view()
        is_empty = not (view.next_meeting or view.case_studies or self._services.groups.rows())
        self.begin.setHidden(not is_empty)
        self.meeting.setHidden(is_empty)
        self.meeting.show_meeting(view.next_meeting, view.day)
        rows = _waiting(view)
        self.waiting.show_rows(rows, f"{len(rows)}, oldest first" if len(rows) > 1 else "")
        self.others.show_rows(_others(view))
        studies = sorted(view.case_studies, key=lambda study: -study.stage_number)
        self.studies.show_rows([texts.study_row(study) for study in studies], "stage of five" if studies else "")
        self.ahead.show_rows([texts.ahead_row(ahead, view.day) for ahead in view.ahead])
        self.safety.refresh()
        self._say()

    def open(self, entity: UUID | None) -> None:
        """Show today, even when it was still yesterday that was read."""
        del entity
        if self._view is not None and self._view.day != today(self._services.clock):
            self.attempt(self.refresh)

    def step_back(self) -> bool:
        """Set aside the draft that arrived."""
        if not self.receiving.is_open:
            return False
        self.receiving.set_aside()
        return True

    def take(self, files: list[Path]) -> None:
        """Receive drafts."""
        self.receiving.take(files)

    def _bind(self) -> None:
        self.on(OPEN_PLAN, lambda: self._go_to_meeting("meetings"))
        self.on(PRINT, lambda: self._go_to_meeting("handouts"))
        self.on(PLAN, lambda: self.wants.emit("meetings", None))
        self.on(GROUPS, lambda: self.wants.emit("groups", None))
        self.on(PEOPLE, lambda: self.wants.emit("people", None))

    def _connect(self) -> None:
        for card in (self.waiting, self.others, self.studies, self.ahead):
            card.opened.connect(self._go)
        self.safety.wanted.connect(lambda part: self.wants.emit("workspace", part))
        self.receiving.began.connect(self._say)
        self.receiving.ended.connect(self._say)
        self.receiving.kept.connect(lambda study_id, _: self.wants.emit("case-studies", study_id))

    def _go(self, goal: Goal) -> None:
        self.wants.emit(goal.page, goal.id)

    def _go_to_meeting(self, page: str) -> None:
        if self._view is not None and self._view.next_meeting is not None:
            self.wants.emit(page, self._view.next_meeting.meeting.id)

    def _say(self) -> None:
        """Let the head say what is open, and offer what can be done with it."""
        arriving = self.receiving.is_open
        has_meeting = self._view is not None and self._view.next_meeting is not None
        self._cards.setHidden(arriving)
        self._receive.set_look("plain" if arriving else "primary")  # more files may be added to those that came
        for action in (OPEN_PLAN, PRINT):
            self.commands[action].setVisible(has_meeting and not arriving)
        self.setFocusProxy(self.receiving if arriving else self.waiting.list)
        if arriving:
            self.head.set_title(self.receiving.heading, self.receiving.file_name)
        else:
            self.head.set_title("Today", spoken.day(today(self._services.clock)))

    def _put_cards(self) -> QWidget:
        columns = Columns(2, 1, least=430)
        left: tuple[QWidget, ...] = (self.begin, self.meeting, self.waiting, self.others)
        for card in left:
            card.setProperty("panel", "card")
            columns.add(0, card)
        right: tuple[QWidget, ...] = (self.studies, self.ahead, self.safety)
        for card in right:
            card.setProperty("panel", "card")
            columns.add(1, card)
        columns.end()
        self.body.addWidget(columns)
        self.body.addWidget(self.receiving)
        self.body.addStretch(1)
        return columns


def _waiting(view: TodayView) -> list[Row]:
    """Return the drafts that came and the answers that came back, as they did; then what she has still to send."""
    rows = [(one.draft.received_at, texts.draft_row(one)) for one in view.waiting]
    rows += [(one.came_at, texts.came_row(one)) for one in view.came_back]
    came = [row for _, row in sorted(rows, key=lambda one: one[0])]
    to_send = [texts.due_row(pack) for pack in view.answers_due]
    to_send += [texts.unsent_row(one, view.day) for one in view.unsent]
    return came + to_send


def _others(view: TodayView) -> list[Row]:
    """Return the packs that are out, and who has not answered whether they come."""
    rows = [texts.pack_row(pack, view.day) for pack in view.packs_out]
    if view.next_meeting is not None and view.next_meeting.unanswered:
        rows.append(texts.answer_row(view.next_meeting, view.day))
    return rows
