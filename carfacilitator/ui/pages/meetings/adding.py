"""Adding to a plan: a line that each item is written in, and the plans of other meetings to start from."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from carfacilitator.services.meetings import AgendaLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.meeting_rows import Numbered, numbered, short_day
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field

_HINT = "Enter adds it. It takes ten minutes until you change that."
_MOST = 12  # plans offered


class Adder(Field):
    """The line for the next item; Enter adds what is written, at the end or below a chosen item."""

    written = Signal(str, object)  # the title, and the id of the item above it (or None)

    def __init__(self) -> None:
        super().__init__("Add an item", _HINT, "for example Welcome, and who is here")
        self._above: UUID | None = None
        self.line.returnPressed.connect(self._hand_on)

    def put_below(self, line: AgendaLine | None) -> None:
        """Let the next item stand below that one; at the end for None."""
        self._above = line.id if line is not None else None
        self._hint = f"It goes below “{line.title}”. Esc: to the end instead." if line is not None else _HINT
        self.say_wrong("")

    def clear(self) -> None:
        """Be empty again."""
        self.line.clear()
        self.set_text("")

    def step_back(self) -> bool:
        """Let go of the place; False when there was none."""
        held = self._above is not None
        self.put_below(None)
        return held

    def _hand_on(self) -> None:
        if self.text.strip():
            self.written.emit(self.text.strip(), self._above)
        else:
            self.say_wrong("Write what you will do, then press Enter.")


class OtherPlans(Button):
    """A button for an empty plan that offers the plans of other meetings, those of the same group first."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Start from another plan", "copy", "quiet")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.clicked.connect(self._offer)

    def fill(self, shown: Overview, /) -> None:
        """Be about a meeting; not seen while there is nothing to offer, or a plan already."""
        self._shown = shown
        self.setHidden(bool(shown.meeting.agenda) or not self._others())

    def menu_of_plans(self) -> QMenu:
        """Return the menu of the plans there are, the latest first."""
        menu = QMenu(self)
        today = self._shown.today if self._shown is not None else None
        for one in self._others()[:_MOST]:
            when = short_day(one.row.day, today) if today is not None else spoken.day(one.row.day)
            action = menu.addAction(f"{when} · {one.title} · {one.row.group}".replace("&", "&&"))
            action.triggered.connect(partial(self._copy, one.row.id))
        return menu

    def _offer(self) -> None:
        menu = self.menu_of_plans()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _others(self) -> list[Numbered]:
        if self._shown is None:
            return []
        meeting = self._shown.meeting
        found = [one for one in numbered(self._services) if one.row.id != meeting.id and one.row.planned_minutes]
        found.sort(key=lambda one: (one.row.group_id == meeting.group_id, one.row.day), reverse=True)
        return found

    def _copy(self, from_meeting: UUID, _: bool = False) -> None:  # noqa: FBT001, FBT002  Qt tells whether it is checked
        if self._shown is None:
            return
        meeting_id = self._shown.meeting.id
        if self._keeping.attempt(lambda: self._services.agendas.copy(meeting_id, from_meeting)):
            self._keeping.say_done("The plan was taken over; your notes on its items were not.")
