"""A person's place in a group, edited where it stands: the role, when they joined and left, and why."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.people import PlaceInGroup
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept, KeptDay
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.when_fields import DayField


class Membership(QWidget):
    """What can be changed about one place in a group. It is told anew which by `fill`."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._place: PlaceInGroup | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.role = Kept(Field("Role in the group", example="for example author, or convener"), keeping)
        self.joined = KeptDay(DayField("Joined", lambda: days.today(services.clock)))
        self.left = KeptDay(DayField("Left", lambda: days.today(services.clock)))
        self.why_left = Kept(
            Field("Why they left", "Anyone may leave at any time; the group learns from why."), keeping
        )
        self.take_away = Button("Take this place away", "remove", "quiet")
        self.take_away.setToolTip("For a place given by mistake. Who leaves a group keeps their place, with the day.")
        self.take_away.clicked.connect(self._take_away)
        columns = Columns(1, 1, least=250)
        columns.add(0, self.joined.field)
        columns.add(1, self.left.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        for part in (self.role.field, columns, self.why_left.field, Flow(self.take_away)):
            column.addWidget(part)

    def fill(self, place: PlaceInGroup, /) -> None:
        """Show a place, without losing what is being typed."""
        self._place = place
        people, key = self._services.people, f"place:{place.id}"
        self.role.show(f"{key}:role", place.role, lambda role: people.amend_place(place.id, role=role))
        self.joined.show(place.joined, lambda day: people.amend_place(place.id, joined=day))
        self.left.show(place.left, lambda day: people.amend_place(place.id, left=day))
        self.why_left.show(f"{key}:why", place.why_left, lambda why: people.amend_place(place.id, why_left=why))
        self.why_left.field.setHidden(place.left is None and not place.why_left)
        self._keeping.conceal(self.why_left.field)

    def _take_away(self) -> None:
        place = self._place
        if place is not None and self._keeping.attempt(lambda: self._services.people.remove_place(place.id)):
            self._keeping.say_done(f"{place.person} has no place in {place.group} any more.")


def span(place: PlaceInGroup) -> str:
    """Return from when until when: 'since 20 November 2025', 'left 3 March 2026', or ''."""
    if place.left is not None:
        return f"left {spoken.short_day(place.left)}"
    return f"since {spoken.short_day(place.joined)}" if place.joined is not None else ""
