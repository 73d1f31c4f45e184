"""One meeting: its plan, who comes, when and where it is, what was said, and a private note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.facts import About, LastTime, Notes, PrivateNote
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.pages.meetings.plan import Plan
from carfacilitator.ui.pages.meetings.who import Who
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns


class MeetingDetail(QWidget):
    """Everything on a meeting's page; `remove` is the page's own button."""

    person_wanted = Signal(object)
    meeting_wanted = Signal(object)

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.plan = Plan(services, keeping)
        self.private = PrivateNote(services, keeping)
        self.notes = Notes(services, keeping)
        self.last_time = LastTime()
        self.who = Who(services, keeping)
        self.about = About(services, keeping, remove)
        self.who.opened.connect(self.person_wanted)
        self.last_time.opened.connect(self.meeting_wanted)
        columns = Columns(5, 3, least=330)  # narrower, an item would show no more than the first word of its title
        columns.add(0, self.plan)
        columns.add(0, self.private)
        columns.add(0, self.notes)
        columns.add(1, self.who)
        columns.add(1, self.about)
        columns.add(1, self.last_time)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(columns)
        column.addStretch(1)

    def fill(self, shown: Overview) -> None:
        """Show a meeting."""
        for part in (self.plan, self.private, self.notes, self.who, self.about, self.last_time):
            part.fill(shown)

    def step_back(self) -> bool:
        """Close what is unfolded or begun; False when nothing was."""
        return self.plan.step_back() or self.who.step_back()
