"""The page of the groups: the list by partnership, and one group, one partnership, or a new group beside it."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.groups.composer import NewGroup
from carfacilitator.ui.pages.groups.detail import GroupDetail
from carfacilitator.ui.pages.groups.partnership import PartnershipDetail
from carfacilitator.ui.pages.groups.rows import group_rows
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide

PLAN = Action("groups.plan", "Plan a meeting", "Ctrl+M", "meetings", "Groups", "Plan the group’s next meeting.")
NEW = Action("groups.new", "New group", "Ctrl+N", "plus", "Groups", "Begin a group in a partnership.")
FILTER = Action("groups.filter", "Filter the groups", "Ctrl+F", "search", "Groups", "Go to the filter over the list.")
ADD_MEMBER = Action("groups.member", "Add a member", "Ctrl+Shift+M", "plus", "Groups", "Give somebody a place in it.")
ADD_RULE = Action("groups.rule", "Add a ground rule", "Ctrl+Shift+G", "plus", "Groups", "Write down another rule.")
RULE_UP = Action("groups.rule_up", "Ground rule up", "Alt+Up", "up", "Groups", "Put the rule one is in further up.")
RULE_DOWN = Action("groups.rule_down", "Ground rule down", "Alt+Down", "down", "Groups", "Put it further down.")
REMOVE = Action("groups.remove", "Remove this group", "", "remove", "Groups", "Take it out of the list.")

_EMPTY = "Each group works in a partnership: it meets, agrees ground rules, and inquires into something of its own."
_OF_A_GROUP = (PLAN, ADD_MEMBER, ADD_RULE, REMOVE)


class GroupsPage(Page):
    """Groups and partnerships."""

    ID = PLACE = "groups"
    OPENS = frozenset({"group", "partnership", "ground rule"})
    ACTIONS = (PLAN, NEW, FILTER, ADD_MEMBER, ADD_RULE, RULE_UP, RULE_DOWN, REMOVE)
    SHOWS = frozenset(
        {"Partnership", "Group", "GroundRule", "Clause", "Person", "Membership", "Meeting", "MeetingAttendance"}
        | {"CaseStudy", "Draft", "MentoringNote", "Gatekeeper"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._open: UUID | None = None
        self._is_beginning = False
        self._title = ("Groups", "")
        new = Button.of(self.commands[NEW])
        self.side = ListSide("Groups", EmptyState("groups", "No groups yet", _EMPTY, new), self.commands[NEW])
        self.group = GroupDetail(
            services,
            self._keeping,
            Button.of(self.commands[ADD_MEMBER], "quiet"),
            Button.of(self.commands[REMOVE], "quiet"),
        )
        self.partnership = PartnershipDetail(services, self._keeping)
        self.new_group = NewGroup(services, self._keeping)
        self.both = ListDetail(self.side, self._stacked(), "All groups")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.offer(PLAN, primary=True)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show a group or a partnership, or what was shown last."""
        if entity is None:
            self._show_list()
            return
        self._is_beginning = False
        self.both.show_detail()
        self._show(entity)

    @property
    def shown(self) -> UUID | None:
        """What is open."""
        return self._open

    def refresh(self) -> None:
        """Read the groups again, and what is open."""
        rows = group_rows(self._services)
        self.side.set_rows(rows)
        ids = {row.id for row in rows} | {row.id for row in self._services.partnerships.rows()}
        if self._open not in ids:
            self._open = next((row.id for row in rows if isinstance(row.id, UUID)), None)
        self._fill()

    def step_back(self) -> bool:
        """Close what was begun, or go from the detail to the list on a narrow window."""
        if self._is_beginning:
            self._stop_beginning()
            return True
        return self.group.step_back() or self.both.step_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name what is seen at this width."""
        super().resizeEvent(event)
        self._fill_head()

    def _bind(self) -> None:
        self.on(PLAN, self.group.meetings.plan)
        self.on(NEW, self._begin)
        self.on(FILTER, self.side.focus_filter)
        self.on(ADD_MEMBER, self.group.members.join)
        self.on(ADD_RULE, self.group.rules.begin)
        self.on(RULE_UP, lambda: self.group.rules.shift(-1))
        self.on(RULE_DOWN, lambda: self.group.rules.shift(1))
        self.on(REMOVE, self._remove)
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self.open)
        self.both.came_back.connect(self._fill_head)
        self.group.wants.connect(self.wants)
        self.group.partnership_wanted.connect(self.open)
        self.partnership.group_wanted.connect(self.open)
        self.partnership.gatekeepers_wanted.connect(lambda: self.wants.emit("gatekeepers", None))
        self.partnership.new_group_wanted.connect(self._begin)
        self.partnership.removed.connect(self.open)
        self.new_group.made.connect(self._open_new)
        self.new_group.closed.connect(self._stop_beginning)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_at_focus)

    def _look_at_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Let Alt Up and Alt Down move a rule only from inside one: elsewhere the keys have other meanings."""
        inside = focused is not None and self.group.rules.rules.isAncestorOf(focused)
        for action in (RULE_UP, RULE_DOWN):
            self.commands.allow(action, if_=inside, else_="Go to a ground rule first.")

    def _stacked(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.group, self.partnership, self.new_group):
            part.hide()
            column.addWidget(part)
        column.addStretch(1)
        return holder

    def _choose(self, entity: UUID) -> None:
        self._is_beginning = False
        self._show(entity)

    def _show(self, entity: UUID) -> None:
        self._open = entity
        self.side.list.choose(entity)
        self._fill()

    def _fill(self) -> None:
        """Show what is open; while there is no group at all, what begins the first one."""
        is_group = self._open is not None and self._open in {row.id for row in self._services.groups.rows()}
        begins = self._is_beginning or self._open is None
        self.group.setHidden(begins or not is_group)
        self.partnership.setHidden(begins or is_group)
        self.new_group.setHidden(not begins)
        self.new_group.say_first(is_first=self._open is None)
        self.side.list.choose(self._open)
        if self._is_beginning:
            self._title = ("A new group", "")
        elif self._open is None:
            self._title = ("Groups", "")
        elif is_group:
            shown = self.group.fill(self._open).group
            self._title = (shown.name, shown.purpose)
        else:
            known = self.partnership.fill(self._open)
            self._title = (known.name, known.place)
        self._fill_head()

    def _fill_head(self) -> None:
        """Name what is seen, and offer what can be done with it; on a narrow window that may be the list alone."""
        lists = self.both.is_narrow and not self.side.isHidden()
        self.head.set_title(*(("Groups", "") if lists else self._title))
        shows_group = not lists and not self.group.isHidden()
        for action in _OF_A_GROUP:
            self.commands.allow(action, if_=shows_group, else_="Open a group first.")
        self.commands[PLAN].setVisible(shows_group)

    def _begin(self, partnership_id: UUID | None = None) -> None:
        self._is_beginning = True
        self.both.show_detail()
        self._fill()
        self.new_group.start(partnership_id)

    def _show_list(self) -> None:
        self.both.show_list()
        self._fill_head()

    def _stop_beginning(self) -> None:
        self._is_beginning = False
        self._fill()
        self._show_list()
        self.side.list.setFocus()

    def _open_new(self, group_id: UUID) -> None:
        self.open(group_id)
        self.side.list.setFocus()

    def _remove(self) -> None:
        group_id = self._open
        if group_id is None:
            return
        name = self.head.title
        self._services.groups.remove(group_id)
        self._keeping.say_done(f"{name} was removed, with its meetings and case studies.", lambda: self.open(group_id))
        self._show_list()
