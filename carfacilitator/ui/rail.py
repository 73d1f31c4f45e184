"""The rail at the left: the places, what is always at hand, and the state of the workspace at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.rail_button import RailButton
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, Style, Words

_WIDE, _FOLDED = 216, 90
_LOW = 560  # at 100 per cent; a lower window has no room for more than the places and the menu
_NAME = Style(size=theme.BODY + 0.5, weight=theme.SEMIBOLD, tone="rail_ink")
_STATE = Style(size=theme.CAPTION, weight=theme.MEDIUM, tone="rail_ink")


@dataclass(frozen=True)
class RailActions:
    """What the rail offers: the places by their ids, finding, and what stands at its foot (the menu last)."""

    places: dict[str, QAction]
    find: QAction
    foot: tuple[QAction, ...]


class Rail(QFrame):
    """Folded, each button is an icon with its label beneath; low, only the places and the menu are left."""

    def __init__(self, actions: RailActions) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setProperty("panel", "rail")
        self.setAccessibleName("Places")
        self._folded = False
        self._places = {id_: RailButton(action) for id_, action in actions.places.items()}
        for button in self._places.values():
            button.setCheckable(True)
        self._find = RailButton(actions.find, look="find")
        self._find_below = RailButton(actions.find)
        self._foot = [RailButton(action) for action in actions.foot]
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._name = Words("CAR Facilitator", _NAME)
        self._state = QWidget()
        self._lines = QVBoxLayout(self._state)
        self._rule = Rule()
        self._lay_out()
        self._arrange()

    def fold(self, *, folded: bool) -> None:
        """Show icons with labels beneath, or the wide rail with names and keys."""
        self._folded = folded
        self._arrange()

    @property
    def is_folded(self) -> bool:
        """Whether it is folded."""
        return self._folded

    def offer(self, places: set[str]) -> None:
        """Show these places only: the others have nothing to show yet."""
        for id_, button in self._places.items():
            button.setHidden(id_ not in places)

    def mark(self, place: str) -> None:
        """Show which place the window is at."""
        for id_, button in self._places.items():
            button.setChecked(id_ == place)

    def say(self, lines: Sequence[str]) -> None:
        """Say the state of the workspace at the foot: its name first."""
        for old in self._state.findChildren(Words):
            old.hide()
            old.deleteLater()
        for index, line in enumerate(lines):
            self._lines.addWidget(Words(line, _STATE if index == 0 else CAPTION.in_tone("rail_muted")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Take another width with another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        low = self.height() < theme.px(_LOW)
        for button in (*self._places.values(), self._find_below, *self._foot):
            button.fold(folded=self._folded)
        self.setFixedWidth(theme.px(_FOLDED if self._folded else _WIDE))
        self._name.setHidden(self._folded)
        self._head_row.setStretch(0, 1 if self._folded else 0)
        self._find.setHidden(self._folded)
        self._find_below.setHidden(not self._folded or low)
        self._state.setHidden(self._folded or low)
        self._rule.setHidden(self._folded or low)
        self._head.setHidden(low)
        for button in self._foot[:-1]:
            button.setHidden(low)

    def _lay_out(self) -> None:
        head = self._head_row
        head.setContentsMargins(6, 0, 0, theme.Space.SMALL)
        head.setSpacing(10)
        head.addStretch(1)
        head.addWidget(Sign("mark", "rail_ink", 28, accent="night_lead"))
        head.addWidget(self._name)
        head.addStretch(1)
        self._lines.setContentsMargins(10, theme.Space.SMALL, 10, 0)
        self._lines.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 14, 6, 10)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._find)
        column.addSpacing(theme.Space.TINY)
        for button in self._places.values():
            column.addWidget(button)
        column.addStretch(1)
        for widget in (self._find_below, *self._foot, self._rule, self._state):
            column.addWidget(widget)
