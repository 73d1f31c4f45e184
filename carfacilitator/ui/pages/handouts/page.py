"""The page of the handouts: the meetings, and the sheet of one of them as it will be on paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from carfacilitator.services.handouts import PrintedSheet
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import PDF_FILES
from carfacilitator.ui.meeting_rows import meeting_rows, numbered
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.handouts.choices import Choices
from carfacilitator.ui.pages.handouts.overview import Overview, overview
from carfacilitator.ui.pages.handouts.sheet import Sheet, Wanted
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.tall import Tall

PRINT = Action("handouts.print", "Print", "Ctrl+P", "handouts", "Handouts", "Print the sheet that is shown.")
KEEP = Action("handouts.keep", "Keep as PDF", "Ctrl+S", "file", "Handouts", "Save it as a PDF that anybody can read.")
CHANGE = Action(
    "handouts.change", "Change the plan", "Ctrl+E", "meetings", "Handouts", "Go to the meeting it is about."
)
FILTER = Action("handouts.filter", "Filter the meetings", "Ctrl+F", "search", "Handouts", "Go to the filter.")
MEETINGS = Action("handouts.meetings", "Go to the meetings", "", "meetings", "Handouts", "Plan a meeting there.")

_EMPTY = "The agenda of a meeting is printed from its plan, with the ground rules and the case-study cycle."
_OF_A_SHEET = (PRINT, KEEP, CHANGE)


class HandoutsPage(Page):
    """What goes on the table."""

    ID = PLACE = "handouts"
    ACTIONS = (PRINT, KEEP, CHANGE, FILTER, MEETINGS)
    SHOWS = frozenset(
        {"Meeting", "AgendaItem", "MeetingAttendance", "Group", "GroundRule", "Facilitator", "Person", "Membership"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._open: UUID | None = None
        go = Button.of(self.commands[MEETINGS], "primary")
        self.side = ListSide("Meetings", EmptyState("handouts", "Nothing to print yet", _EMPTY, go))
        self.choices = Choices(services, Button.of(self.commands[CHANGE], "quiet"))
        self.sheet = Sheet(services, desk.jobs)
        self.detail = self._side_by_side()
        self.both = ListDetail(self.side, Tall(self.detail), "All meetings")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.offer(KEEP)
        self.offer(PRINT, primary=True)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show the sheet of a meeting, or what was shown last."""
        if entity is None:
            self.both.show_list()
            return
        self._choose(entity)
        self.both.show_detail()

    @property
    def shown(self) -> UUID | None:
        """What is open."""
        return self._open

    def refresh(self) -> None:
        """Read the meetings again, and lay out the sheet of the one that is open."""
        self.side.set_rows(meeting_rows(self._services))
        self._fill()

    def step_back(self) -> bool:
        """Go from the sheet to the list on a narrow window."""
        return self.both.step_back()

    def _bind(self) -> None:
        self.on(PRINT, lambda: self._make(self._print))
        self.on(KEEP, lambda: self._make(self._keep))
        self.on(CHANGE, lambda: self.wants.emit("meetings", self._open))
        self.on(FILTER, self.side.focus_filter)
        self.on(MEETINGS, lambda: self.wants.emit("meetings", None))
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self.open)
        self.choices.size_chosen.connect(self._fill)
        self.sheet.laid_out.connect(self.choices.count)
        self.sheet.laid_out.connect(self._allow)

    def _side_by_side(self) -> Columns:
        columns = Columns(3, 5, least=270)
        columns.add(0, self.choices)
        columns.add(1, self.sheet)
        columns.end()
        return columns

    def _choose(self, meeting_id: UUID) -> None:
        self._open = meeting_id
        self._fill()

    def _fill(self) -> None:
        """Show the sheet of the meeting asked for, or else of the next one, or else of the last."""
        found = {one.row.id: one for one in numbered(self._services)}
        if self._open not in found:
            coming = self._services.meetings.next()
            self._open = coming.id if coming else next(reversed(found), None)
        one = found.get(self._open) if self._open is not None else None
        self.detail.setHidden(one is None)
        self.side.list.choose(self._open)
        if one is None:
            self._allow(0)
            self.head.set_title("Handouts")
            return
        shown = overview(self._services, one)
        self.head.set_title(shown.heading, f"{shown.title} · {shown.meeting.group}")
        self.choices.fill(shown)
        self.sheet.show_sheet(Wanted(one.row.id, self.choices.print_size, _heard(shown)))

    def _allow(self, pages: int) -> None:
        for action in _OF_A_SHEET:
            self.commands.allow(action, if_=self._open is not None, else_="There is no meeting yet.")
        for action in (PRINT, KEEP):
            if self._open is not None and not pages:
                self.commands.allow(action, if_=False, else_="The sheet cannot be made as it is.")

    def _make(self, then: Callable[[PrintedSheet], object]) -> None:
        """Make the sheet that is shown, aside, and hand it to `then`."""
        meeting_id, size = self._open, self.choices.print_size
        if meeting_id is not None:
            agenda = self._services.handouts.agenda
            self.desk.jobs.start("Making the sheet", lambda _: agenda(meeting_id, size), then, self.desk.messages.fail)

    def _print(self, sheet: PrintedSheet) -> None:
        departures = self._services.departures
        if self.attempt(lambda: self._say_printed(done=departures.print(sheet.parcel, sheet.pages))):
            self.setFocus()

    def _say_printed(self, *, done: bool) -> None:
        if done:
            self.desk.messages.say("The agenda went to the printer.")

    def _keep(self, sheet: PrintedSheet) -> None:
        file = self.desk.dialogs.save_file("Keep as PDF", Path(sheet.parcel.name), PDF_FILES)
        if file is not None:
            self.attempt(lambda: self._save(sheet, file))

    def _save(self, sheet: PrintedSheet, file: Path) -> None:
        named = replace(sheet.parcel, name=f"{file.name.removesuffix('.pdf')}.pdf")
        saved = self._services.departures.save([named], file.parent, replace=True)[0]
        show = self._services.departures.show
        self.desk.messages.offer(f"{saved.name} was saved.", "Show it", lambda: self.attempt(lambda: show(saved)))


def _heard(shown: Overview) -> str:
    items = "; ".join(f"{spoken.clock(line.begins)} {line.title}" for line in shown.meeting.agenda)
    return f"{shown.heading}, as it will be on paper. {items}"
