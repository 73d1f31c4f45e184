"""Giving somebody a place in a group: one of the people there are, or a new one."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.people import MembershipChanges
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.when_fields import DayField


class Joining(QWidget):
    """Who joins, in which role, and since when; hidden until it is asked for."""

    closed = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.person = ChoiceOrNew("Who joins?", "Somebody new …", "Name", "for example Jean Lockhart")
        self.role = Field("Role in the group", example="for example author")
        self.person.choice.box.setPlaceholderText("Choose somebody")
        self.joined = DayField("Since", lambda: days.today(services.clock))
        self.join = Button("Add to the group", "plus", "primary")
        self.not_now = Button("Not now", look="quiet")
        self.join.clicked.connect(self._join)
        self.not_now.clicked.connect(self.stop)
        for line in (self.person.name.line, self.role.line):
            line.returnPressed.connect(self._join)
        self._typed = HalfFilled(keeping.unsaved, "", {"name": self.person.name, "role": self.role})
        self.not_now.clicked.connect(self._typed.forget)
        columns = Columns(1, 1, least=250)
        columns.add(0, self.role)
        columns.add(1, self.joined)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.Space.SMALL)
        column.setSpacing(theme.Space.SMALL)
        for part in (self.person, columns, Flow(self.join, self.not_now)):
            column.addWidget(part)
        self.hide()

    def fill(self, shown: Overview, /) -> None:
        """Be about a group; what was begun for another one is closed."""
        if self._shown is not None and self._shown.group.id != shown.group.id:
            self.stop()
        self._shown = shown
        self._typed.about(f"group:{shown.group.id}:joining")

    def start(self) -> None:
        """Open, with everybody to choose from who does not belong to the group now."""
        if self._shown is None:
            return
        here = {place.person_id for place in self._shown.group.members if place.left is None}
        others = [row for row in self._services.people.rows() if row.id not in here]
        self.person.set_options([(str(row.id), _named(row.name, row.organisation)) for row in others])
        self.person.set_value("" if others else "new")
        self.person.name.set_text("")
        self.person.say_wrong("")
        self.role.set_text("")
        self.joined.set_value(days.today(self._services.clock))
        if self._typed.bring_back() and self.person.name.text:
            self.person.set_value("new")
        self.show()
        go_to(self.person.choice.box if others else self.person.name.line, self)

    def stop(self) -> None:
        """Close; nobody joined."""
        self.hide()
        self.closed.emit()

    def _join(self) -> None:
        self.joined.finish()
        if not self.person.is_said:
            self.person.say_wrong("Say who joins.")
            return
        if self._shown is None or self.joined.line.accessibleDescription():
            return
        group = self._shown.group
        details = MembershipChanges(role=self.role.text.strip(), joined=self.joined.value)
        if self._keeping.attempt(lambda: self._add(group.id, details)):
            name = self.person.text or self.person.choice.box.currentText().split(" · ")[0]
            self._typed.forget()
            self.stop()
            self._keeping.say_done(f"{name} joined {group.name}.")

    def _add(self, group_id: UUID, details: MembershipChanges) -> None:
        people = self._services.people
        if self.person.is_new:
            people.welcome(self.person.text, group_id, **details)
        else:
            people.join(UUID(self.person.value), group_id, **details)


def _named(name: str, organisation: str) -> str:
    return f"{name} · {organisation}" if organisation else name
