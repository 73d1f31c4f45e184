"""Whose pack the page looks at: seen as whom, as the whole draft or as the changes, and the way to the next person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.words import LABEL, SMALL, Words

WHOLE, CHANGES = "whole", "changes"
_BY_HAND = "Chosen by hand, for this pack only: look at what goes out."


@dataclass(frozen=True)
class Own:
    """What is wished for one person alone; `seen_as` is an audience, or '' for that of their role."""

    as_changes: bool = False
    seen_as: str = ""


class PersonCard(Card):
    """One of those who were chosen."""

    own_chosen = Signal(object)  # an Own

    def __init__(self, before: QAction, after: QAction, day: Callable[[], date]) -> None:
        super().__init__(" ")
        self._own, self._today = Own(), day
        self._place = Words("", SMALL)
        for step in (Button.of(before, "icon"), self._place, Button.of(after, "icon")):
            self.add_beside_title(step)
        self.seen_as = ChoiceField("Seen as")
        self._way_label = Words("It goes as", LABEL)
        self.way = Segments("It goes as", [(WHOLE, "The whole draft"), (CHANGES, "Changes marked")])
        self._saw = Words("", SMALL, wraps=True)
        self.way.chosen.connect(lambda value: self._choose(replace(self._own, as_changes=value == CHANGES)))
        self.seen_as.chosen.connect(lambda value: self._choose(replace(self._own, seen_as=value)))
        for part in (self.seen_as, self._way_label, self.way, self._saw):
            self.add(part)

    def show_person(self, name: str, place: tuple[int, int], role: Audience) -> None:
        """Show one of those who were chosen: the how-many-eth of how many, and whom their role makes them."""
        self.set_title(name)
        self._place.setText(f"{place[0]} of {place[1]} people")
        self._place.setHidden(place[1] == 1)
        others = [one for one in Audience if one not in {role, Audience.FACILITATOR}]
        self.seen_as.set_options(
            [("", f"{_capital(role)}, from their role"), *((one.value, f"{_capital(one)}, by hand") for one in others)]
        )

    def show_plan(self, plan: PackPlan, own: Own) -> None:
        """Say what is planned for them."""
        self._own = own
        self.seen_as.set_value(own.seen_as)
        self.seen_as.set_hint(_BY_HAND if own.seen_as else "")
        self.way.set_value(CHANGES if own.as_changes else WHOLE)
        seen = plan.seen
        for part in (self._way_label, self.way, self._saw):
            part.setHidden(seen is None)
        if seen is not None:
            on = spoken.short_day(seen.on, self._today())
            marked = f"Marked is what changed since draft {seen.number}, handed over on {on}."
            self._saw.setText(f"{marked} Words that you propose are left out." if own.as_changes else marked)

    def _choose(self, own: Own) -> None:
        self.own_chosen.emit(own)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
