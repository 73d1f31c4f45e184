"""One group: its meetings, members, ground rules, what happened lately, and what is known of it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.between import Between
from carfacilitator.ui.pages.groups.clauses import Clauses
from carfacilitator.ui.pages.groups.facts import About
from carfacilitator.ui.pages.groups.meetings import Meetings
from carfacilitator.ui.pages.groups.members import Members
from carfacilitator.ui.pages.groups.overview import Overview, overview
from carfacilitator.ui.pages.groups.rules import GroundRules
from carfacilitator.ui.private_notes import PrivateNotes
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns


class GroupDetail(QWidget):
    """Everything on a group's page; `add_member` and `remove` are the page's own buttons."""

    wants = Signal(str, object)  # a page's ID and what it shall open
    partnership_wanted = Signal(object)

    def __init__(self, services: Services, keeping: Keeping, add_member: Button, remove: Button) -> None:
        super().__init__()
        self._services = services
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.meetings = Meetings(services, keeping)
        self.members = Members(services, keeping, add_member)
        self.between = Between()
        self.rules = GroundRules(services, keeping)
        self.clauses = Clauses(services, keeping)
        self.about = About(services, keeping, remove)
        self.private = PrivateNotes(keeping)
        self.meetings.opened.connect(lambda meeting_id: self.wants.emit("meetings", meeting_id))
        self.members.opened.connect(lambda person_id: self.wants.emit("people", person_id))
        self.about.partnership_wanted.connect(self.partnership_wanted)
        columns = Columns(5, 3, least=250)
        stacks: tuple[tuple[QWidget, ...], ...] = (
            (self.members, self.between),
            (self.rules, self.clauses, self.about, self.private),
        )
        for place, stack in enumerate(stacks):
            for part in stack:
                columns.add(place, part)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(self.meetings)
        column.addWidget(columns)
        column.addStretch(1)

    def fill(self, group_id: UUID) -> Overview:
        """Show a group, and return what is shown of it."""
        shown = overview(self._services, group_id)
        group, groups = shown.group, self._services.groups
        for part in (self.meetings, self.members, self.between, self.rules, self.clauses, self.about):
            part.fill(shown)
        key = f"group:{group.id}:notes"
        self.private.notes.show(key, group.notes, lambda text: groups.amend(group.id, notes=text))
        return shown

    def step_back(self) -> bool:
        """Close what was begun and not finished; False when nothing was."""
        for begun in (self.meetings.planning, self.members.joining):
            if not begun.isHidden():
                begun.stop()
                return True
        return False
