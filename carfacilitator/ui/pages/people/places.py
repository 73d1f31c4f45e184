"""The groups that a person belongs to, or belonged to; and giving them a place in another."""

from uuid import UUID

from PySide6.QtCore import Signal

from carfacilitator.services import days
from carfacilitator.services.people import PersonDetails, PlaceInGroup
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.memberships import Membership, span
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.opening_row import OpeningRow


class Places(Card):
    """Enter on a row opens the group; what unfolds is the person's time in it."""

    opened = Signal(object)  # a group's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Groups")
        self._services, self._keeping = services, keeping
        self._person: PersonDetails | None = None
        self.rows = KeyedColumn[PlaceInGroup](lambda place: place.id, self._row)
        self.another = ChoiceField("A place in another group")
        self.another.box.setPlaceholderText("Choose a group")
        self.another.chosen.connect(self._join)
        self.add(self.rows)
        self.add(self.another)

    def fill(self, person: PersonDetails, /) -> None:
        """Show the groups of a person."""
        self._person = person
        self.rows.set_things(person.places)
        here = {place.group_id for place in person.places if place.left is None}
        groups = [row for row in self._services.groups.rows() if row.id not in here and row.ended is None]
        self.another.set_options([(str(row.id), row.name) for row in groups])
        self.another.set_value("")
        self.another.setHidden(not groups)

    def _row(self) -> "PlaceRow":
        row = PlaceRow(self._services, self._keeping)
        row.chosen.connect(self.opened)
        return row

    def _join(self, group_id: str) -> None:
        person = self._person
        if person is None:
            return
        today = days.today(self._services.clock)
        if self._keeping.attempt(lambda: self._services.people.join(person.id, UUID(group_id), joined=today)):
            self._keeping.say_done(f"{person.name} joined {self.another.box.currentText()}.")


class PlaceRow(OpeningRow):
    """A group as one of its members sees it."""

    chosen = Signal(object)  # the group's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__(inside=self._unfolded)
        self._services, self._keeping = services, keeping
        self._facts: Membership | None = None
        self._place: PlaceInGroup | None = None
        self.pressed.connect(self._choose)
        self.set_unfolding("Role, and when they joined or left")

    def fill(self, place: PlaceInGroup, /) -> None:
        """Show a place in a group."""
        self._place = place
        self.set_words(place.group, " · ".join(filter(None, (place.role, span(place)))))
        if self._facts is not None:
            self._facts.fill(place)

    def _unfolded(self) -> Membership:
        self._facts = Membership(self._services, self._keeping)
        if self._place is not None:
            self._facts.fill(self._place)
        return self._facts

    def _choose(self) -> None:
        if self._place is not None:
            self.chosen.emit(self._place.group_id)
