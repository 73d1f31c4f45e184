"""The page of the meetings: the list by date, and one meeting, or a new one, beside it."""

from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.meeting_rows import meeting_rows, numbered
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.meetings.composer import NewMeeting
from carfacilitator.ui.pages.meetings.detail import MeetingDetail
from carfacilitator.ui.pages.meetings.overview import Overview, overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.tall import Tall

PRINT = Action("meetings.print", "Print the agenda", "Ctrl+P", "handouts", "Meetings", "See the sheet, then print it.")
PLAN = Action(
    "meetings.new", "Plan a meeting", "Ctrl+M; Ctrl+N", "meetings", "Meetings", "Plan a group’s next meeting."
)
FILTER = Action("meetings.filter", "Filter the meetings", "Ctrl+F", "search", "Meetings", "Go to the filter.")
ADD_BELOW = Action(
    "meetings.add_item", "Add an item", "Ctrl+Return", "plus", "Meetings", "Write an item below the one you are at."
)
UP = Action("meetings.item_up", "Item up", "Alt+Up", "up", "Meetings", "Put the item you are at before the one above.")
DOWN = Action("meetings.item_down", "Item down", "Alt+Down", "down", "Meetings", "Put it after the one below.")
LONGER = Action(
    "meetings.longer", "Five minutes more", "+; =", "plus", "Meetings", "Give the item you are at more time."
)
SHORTER = Action("meetings.shorter", "Five minutes less", "-", "minus", "Meetings", "Give it less time.")
TAKE_OFF = Action("meetings.take_off", "Take the item off", "", "cut", "Meetings", "Delete, in its row, does the same.")
REMOVE = Action("meetings.remove", "Remove this meeting", "", "remove", "Meetings", "Take it out of the list.")

_EMPTY = "Each meeting belongs to a group: a day, a place that people can reach, and a plan with times."
_OF_A_MEETING = (PRINT, ADD_BELOW, REMOVE)
_OF_AN_ITEM = (UP, DOWN, LONGER, SHORTER, TAKE_OFF)


class MeetingsPage(Page):
    """Meetings of all groups, by date."""

    ID = PLACE = "meetings"
    OPENS = frozenset({"meeting", "agenda item"})
    ACTIONS = (PLAN, PRINT, FILTER, ADD_BELOW, UP, DOWN, LONGER, SHORTER, TAKE_OFF, REMOVE)
    SHOWS = frozenset({"Meeting", "MeetingAttendance", "AgendaItem", "Group", "Person", "Membership"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._open: UUID | None = None
        self._is_planning = False
        new = Button.of(self.commands[PLAN], "primary")
        self.side = ListSide("Meetings", EmptyState("meetings", "No meetings yet", _EMPTY, new), self.commands[PLAN])
        self.detail = MeetingDetail(services, self._keeping, Button.of(self.commands[REMOVE], "quiet"))
        self.new_meeting = NewMeeting(services, self._keeping)
        self.both = ListDetail(self.side, Tall(self.detail, self.new_meeting), "All meetings")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.offer(PRINT, primary=True)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show a meeting, plan one for a group, or show what was shown last."""
        if entity is None:
            self.both.show_list()
        elif entity in {row.id for row in self._services.groups.rows()}:
            self._plan(entity)
        else:
            self._choose(entity)
            self.both.show_detail()

    @property
    def shown(self) -> UUID | None:
        """What is open."""
        return self._open

    def refresh(self) -> None:
        """Read the meetings again, and what is open."""
        self.side.set_rows(meeting_rows(self._services))
        self._fill()

    def step_back(self) -> bool:
        """Close what was begun, or go from the detail to the list on a narrow window."""
        if self._is_planning:
            self._stop_planning()
            return True
        return self.detail.step_back() or self.both.step_back()

    def _bind(self) -> None:
        plan = self.detail.plan
        self.on(PLAN, self._plan)
        self.on(PRINT, lambda: self.wants.emit("handouts", self._open))
        self.on(FILTER, self.side.focus_filter)
        self.on(ADD_BELOW, plan.add_below_current)
        self.on(UP, lambda: plan.move_current(-1))
        self.on(DOWN, lambda: plan.move_current(1))
        self.on(LONGER, lambda: plan.lengthen_current(1))
        self.on(SHORTER, lambda: plan.lengthen_current(-1))
        self.on(TAKE_OFF, plan.remove_current)
        self.on(REMOVE, self._remove)
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self.open)
        plan.current_changed.connect(self._allow)
        self.detail.person_wanted.connect(lambda person_id: self.wants.emit("people", person_id))
        self.detail.meeting_wanted.connect(self.open)
        self.new_meeting.made.connect(self._open_new)
        self.new_meeting.closed.connect(self._stop_planning)
        self.new_meeting.groups_wanted.connect(lambda: self.wants.emit("groups", None))

    def _choose(self, meeting_id: UUID) -> None:
        self._is_planning = False
        self._open = meeting_id
        self._fill()

    def _fill(self) -> None:
        """Show what is open: the meeting asked for, or else the next one, or else the last."""
        found = {one.row.id: one for one in numbered(self._services)}
        if self._open not in found:
            coming = self._services.meetings.next()
            self._open = coming.id if coming else next(reversed(found), None)
        one = found.get(self._open) if self._open is not None else None
        self.detail.setHidden(one is None or self._is_planning)
        self.new_meeting.setHidden(not self._is_planning)
        self.side.list.choose(self._open)
        if one is not None:
            shown = overview(self._services, one)
            self.detail.fill(shown)
            self.head.set_title(*_title(shown))
        else:
            self.head.set_title("Meetings")
        if self._is_planning:
            self.head.set_title("A new meeting")
        self._allow()

    def _allow(self) -> None:
        is_shown = self._open is not None and not self._is_planning
        for action in _OF_A_MEETING:
            self.commands.allow(action, if_=is_shown, else_="Open a meeting first.")
        for action in _OF_AN_ITEM:
            self.commands.allow(
                action, if_=is_shown and self.detail.plan.current is not None, else_="Go to an item first."
            )

    def _plan(self, group_id: UUID | None = None) -> None:
        row = next((row for row in self._services.meetings.rows() if row.id == self._open), None)
        self._is_planning = True
        self._fill()
        self.both.show_detail()
        self.new_meeting.start(group_id or (row.group_id if row is not None else None))

    def _stop_planning(self) -> None:
        self._is_planning = False
        self._fill()
        self.both.show_list()
        self.side.list.setFocus()

    def _open_new(self, meeting_id: UUID) -> None:
        self.open(meeting_id)
        self.detail.plan.adder.setFocus()

    def _remove(self) -> None:
        meeting_id = self._open
        if meeting_id is None:
            return
        title = self.head.title
        self._services.meetings.remove(meeting_id)
        self._keeping.say_done(f"{title} was removed.", lambda: self.open(meeting_id))
        self.both.show_list()
        self.side.list.setFocus()


def _title(shown: Overview) -> tuple[str, str]:
    meeting = shown.meeting
    hours = f"{spoken.clock(meeting.starts)} to {spoken.clock(shown.ends)}"
    second = " · ".join((hours, meeting.place or "no place yet", meeting.group))
    return f"{shown.title}, {spoken.day(meeting.day, shown.today)}", second
