"""Whose pack the page looks at: seen as whom, as the whole draft or as the changes, and the way to the next person."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.words import SMALL, Words

WHOLE, CHANGES = "whole", "changes"


class PersonCard(Card):
    """One of those who were chosen."""

    way_chosen = Signal(bool)  # whether as the changes since they saw it last

    def __init__(self, before: QAction, after: QAction) -> None:
        super().__init__(" ")
        self._place = Words("", SMALL)
        self.before, self.after = Button.of(before, "icon"), Button.of(after, "icon")
        for part in (self.before, self._place, self.after):
            self.add_beside_title(part)
        self._seen_as = Pill(PillLook("", "lead", "eye"))
        self._role = Words("from their role, as it stands under Gatekeepers", SMALL, wraps=True)
        self.way = Segments("It goes as", [(WHOLE, "The whole draft"), (CHANGES, "With the changes")])
        self._saw = Words("", SMALL, wraps=True)
        self.way.chosen.connect(lambda value: self.way_chosen.emit(value == CHANGES))
        self.add(Flow(Words("Seen as", SMALL), self._seen_as, self._role))
        self.add(self.way)
        self.add(self._saw)

    def show_person(self, name: str, place: tuple[int, int]) -> None:
        """Show one of those who were chosen: the how-many-eth of how many."""
        self.set_title(name)
        self._place.setText(f"{place[0]} of {place[1]} people")
        self._place.setHidden(place[1] == 1)

    def show_plan(self, plan: PackPlan, *, as_changes: bool) -> None:
        """Say what is planned for them."""
        self._seen_as.set_look(PillLook(str(plan.audience), "lead", "eye"))
        self.way.set_value(CHANGES if as_changes else WHOLE)
        self.way.hide()
        self._saw.hide()
