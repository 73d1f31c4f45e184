"""The page of the people: the list by group, and one person, or a new one, beside it."""

from functools import partial
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.people import PersonDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.people.composer import NewPerson
from carfacilitator.ui.pages.people.detail import PersonDetail
from carfacilitator.ui.pages.people.happenings import Kind
from carfacilitator.ui.pages.people.rows import person_rows
from carfacilitator.ui.pages.people.timeline import EVERYTHING
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide

NOTE = Action(
    "people.note",
    "Mentoring note",
    "Ctrl+Shift+N",
    "lock",
    "People",
    "Write a note that only you see.",
)
QUICK = Action("people.quick", "Quick note", "Ctrl+J", "note", "People", "One line about what has just happened.")
NEW = Action("people.new", "New person", "Ctrl+N", "plus", "People", "Add somebody who takes part.")
FILTER = Action("people.filter", "Filter the people", "Ctrl+F", "search", "People", "Go to the filter over the list.")
REMOVE = Action("people.remove", "Remove this person", "", "remove", "People", "Take them out of every list.")
ALL = Action("people.all", "Everything", "Alt+1", "", "People", "Show all that happened with them.")
MEETINGS = Action("people.meetings", "Only meetings", "Alt+2", "meetings", "People", "Show the meetings alone.")
MENTORING = Action("people.mentoring", "Only mentoring", "Alt+3", "lock", "People", "Show the mentoring alone.")
DRAFTS = Action("people.drafts", "Only drafts", "Alt+4", "draft", "People", "Show the drafts alone.")

_EMPTY = "Everybody who takes part: what each needs to come, what they are working on, and what you talked about."
_SHOWN = {ALL: EVERYTHING, MEETINGS: Kind.MEETING, MENTORING: Kind.MENTORING, DRAFTS: Kind.DRAFT}
_OF_A_PERSON = (NOTE, QUICK, REMOVE, *_SHOWN)


class PeoplePage(Page):
    """Participants."""

    ID = PLACE = "people"
    OPENS = frozenset({"person", "mentoring note"})
    ACTIONS = (NOTE, QUICK, NEW, FILTER, REMOVE, *_SHOWN)
    SHOWS = frozenset(
        {"Person", "Membership", "Group", "Meeting", "MeetingAttendance"}
        | {"MentoringNote", "CaseStudy", "Draft", "Comment", "Partnership"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._open: UUID | None = None
        self._is_adding = False
        self._title = ("People", "")
        new = Button.of(self.commands[NEW])
        self.side = ListSide("People", EmptyState("people", "Nobody yet", _EMPTY, new), self.commands[NEW])
        self.person = PersonDetail(services, self._keeping, Button.of(self.commands[REMOVE], "quiet"))
        self.new_person = NewPerson(services, self._keeping)
        self.both = ListDetail(self.side, self._stacked(), "Everybody")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.offer(NOTE, primary=True)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show a person, or who was shown last."""
        if entity is None:
            self._show_list()
            return
        self._is_adding = False
        self.both.show_detail()
        self._show(entity)

    @property
    def shown(self) -> UUID | None:
        """What is open."""
        return self._open

    def refresh(self) -> None:
        """Read the people again, and who is open."""
        rows = person_rows(self._services)
        self.side.set_rows(rows)
        if self._open not in {row.id for row in rows}:
            self._open = next((row.id for row in rows if isinstance(row.id, UUID)), None)
        self._fill()

    def step_back(self) -> bool:
        """Close what was begun, or go from the person to the list on a narrow window."""
        if self._is_adding:
            self._stop_adding()
            return True
        return self.both.step_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name what is seen at this width."""
        super().resizeEvent(event)
        self._fill_head()

    def _bind(self) -> None:
        self.on(NOTE, self.person.write_note)
        self.on(QUICK, self.person.quick.begin)
        self.on(NEW, self._begin)
        self.on(FILTER, self.side.focus_filter)
        self.on(REMOVE, self._remove)
        for action, kind in _SHOWN.items():
            self.on(action, partial(self.person.timeline.choose, kind))
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self.open)
        self.both.came_back.connect(self._fill_head)
        self.person.wants.connect(self.wants)
        self.new_person.made.connect(self._open_new)
        self.new_person.closed.connect(self._stop_adding)

    def _stacked(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.person, self.new_person):
            part.hide()
            column.addWidget(part)
        column.addStretch(1)
        return holder

    def _choose(self, entity: UUID) -> None:
        self._is_adding = False
        self._show(entity)

    def _show(self, entity: UUID) -> None:
        self._open = entity
        self._fill()

    def _fill(self) -> None:
        """Show who is open; while there is nobody at all, what adds the first one."""
        adds = self._is_adding or self._open is None
        self.person.setHidden(adds)
        self.new_person.setHidden(not adds)
        self.new_person.say_first(is_first=self._open is None)
        self.side.list.choose(self._open)
        if adds or self._open is None:
            self._title = ("A new person" if self._is_adding else "People", "")
        else:
            self._title = _title(self.person.fill(self._open))
        self._fill_head()

    def _fill_head(self) -> None:
        """Name who is seen, and offer what can be done; on a narrow window that may be the list alone."""
        lists = self.both.is_narrow and not self.side.isHidden()
        self.head.set_title(*(("People", "") if lists else self._title))
        shows_person = not lists and not self.person.isHidden()
        for action in _OF_A_PERSON:
            self.commands.allow(action, if_=shows_person, else_="Open a person first.")
        alone = shows_person and not self._keeping.discretion.is_discreet
        for action in (NOTE, QUICK):
            self.commands.allow(action, if_=alone, else_="That is not written while others look on.")
        self.commands[NOTE].setVisible(alone)

    def _begin(self) -> None:
        self._is_adding = True
        self.both.show_detail()
        self._fill()
        self.new_person.start()

    def _show_list(self) -> None:
        self.both.show_list()
        self._fill_head()

    def _stop_adding(self) -> None:
        self._is_adding = False
        self._fill()
        self._show_list()
        self.side.list.setFocus()

    def _open_new(self, person_id: UUID) -> None:
        self.open(person_id)
        self.side.list.setFocus()

    def _remove(self) -> None:
        person_id = self._open
        if person_id is None:
            return
        name = self.head.title
        self._services.people.remove(person_id)
        self._keeping.say_done(f"{name} was removed.", lambda: self.open(person_id))
        self._show_list()


def _title(person: PersonDetails) -> tuple[str, str]:
    groups = [place.group for place in person.places if place.left is None]
    return person.name, " · ".join(filter(None, (person.job, person.organisation, *groups)))
