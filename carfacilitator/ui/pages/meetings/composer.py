"""Planning a meeting: of which group, when and where; what is usual for the group is proposed."""

from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from carfacilitator.services import days
from carfacilitator.services.meetings import MeetingChanges, MeetingRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field, Labelled
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.stepper import Stepper
from carfacilitator.ui.widgets.when_fields import DayField, TimeField
from carfacilitator.ui.widgets.words import MUTED, Words

_USUAL_START, _USUAL_LENGTH = time(10, 0), 120
_WORDS = "The plan, who comes and everything else follow. A day that suits most is found with the members."
_NO_GROUP = "A meeting is a group’s. Begin a group first; then its meetings can be planned here."


class NewMeeting(Card):
    """What is asked to plan a meeting."""

    made = Signal(object)  # the meeting's id
    closed = Signal()
    groups_wanted = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("A new meeting")
        self._services, self._keeping = services, keeping
        self._about = Words(_WORDS, MUTED, wraps=True)
        self.group = ChoiceField("Group")
        self.day = DayField("Day", lambda: days.today(services.clock))
        self.starts = TimeField("Begins at")
        self.minutes = Stepper("Minutes in all", step=15, most=24 * 60)
        self.place = Field("Place", example="a venue that everybody can reach")
        self.plan = Button("Plan this meeting", "meetings", "primary")
        self.to_groups = Button("Go to the groups", "groups", "primary")
        self.not_now = Button("Not now", look="quiet")
        self._when = Columns(3, 2, 2, least=150)
        self._when.add(0, self.day)
        self._when.add(1, self.starts)
        self._when.add(2, Labelled("Length", self.minutes))
        for part in (self._about, self.group, self._when, self.place, Flow(self.plan, self.to_groups, self.not_now)):
            self.add(part)
        self._typed = HalfFilled(keeping.unsaved, "new:meetings", {"place": self.place})
        self.not_now.clicked.connect(self._typed.forget)
        self.group.chosen.connect(lambda _: self._propose())
        self.place.line.returnPressed.connect(self._plan)
        self.plan.clicked.connect(self._plan)
        self.to_groups.clicked.connect(self.groups_wanted)
        self.not_now.clicked.connect(self.closed)

    def start(self, group_id: UUID | None = None) -> None:
        """Ask anew, with that group (or the only one there is) chosen."""
        groups = self._services.groups.rows()
        self.group.set_options([(str(row.id), row.name) for row in groups])
        only = groups[0].id if len(groups) == 1 else None
        self.group.set_value(str(group_id or only or ""))
        for part in (self.group, self._when, self.place, self.plan):
            part.setHidden(not groups)
        self.to_groups.setHidden(bool(groups))
        self._about.setText(_WORDS if groups else _NO_GROUP)
        self.group.say_wrong("")
        self.day.set_value(None)
        self._propose()
        self._typed.bring_back()
        first = self.to_groups if not groups else self.day.line if self.group.value else self.group.box
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self) -> None:
        """Propose time, length and place as they were last."""
        self.group.say_wrong("")
        last = self._last()
        self.starts.set_value(last.starts if last else _USUAL_START)
        self.minutes.set_value(last.minutes if last else _USUAL_LENGTH)
        self.place.set_text(last.place if last else "")

    def _last(self) -> MeetingRow | None:
        if not self.group.value:
            return None
        rows = self._services.meetings.rows(group_id=UUID(self.group.value))
        return rows[-1] if rows else None

    def _plan(self) -> None:
        self.day.finish()
        self.starts.finish()
        day, starts = self.day.value, self.starts.value
        self.group.say_wrong("" if self.group.value else "Say which group meets.")
        if day is None:
            self.day.say_wrong("Say on which day.")
        if starts is None:
            self.starts.say_wrong("Say when it begins.")
        if self.group.value and day is not None and starts is not None:
            self._keep(UUID(self.group.value), day, starts)

    def _keep(self, group_id: UUID, day: date, starts: time) -> None:
        details = MeetingChanges(minutes=self.minutes.value(), place=self.place.text)
        made: list[UUID] = []
        add = self._services.meetings.add
        if self._keeping.attempt(lambda: made.append(add(group_id, day, starts, **details))):
            self._typed.forget()
            self._keeping.say_done(
                f"A meeting is planned for {spoken.day(day, days.today(self._services.clock))}, {spoken.clock(starts)}."
            )
            self.made.emit(made[0])
