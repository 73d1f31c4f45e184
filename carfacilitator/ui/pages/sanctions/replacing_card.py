"""What carrying out a condition would change, place by place, before anything is changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from carfacilitator.services.conditions import Place, Replacing
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import CAPTION, MUTED, SMALL, STRONG, Words

_LONGER = "It is also part of longer words, which stay as they are: {}. Look whether they tell too much."
_LEFT = "It stands in {} besides that only Word can change: a drawing or a chart."
_NEXT = "Nothing has changed yet. The next draft is kept with these places replaced; Undo takes it away again."

_Numbered = tuple[int, Place]


class ReplacingCard(Card):
    """`wanted` carries the id of the condition, and whether each change is to be tracked; `left` says no."""

    wanted = Signal(object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Replace")
        self._shown: Replacing | None = None
        self._count, self._about = Words("", STRONG, wraps=True), Words(_NEXT, MUTED, wraps=True)
        self._longer, self._left = (
            Words("", SMALL.in_tone("warn"), wraps=True),
            Words("", SMALL.in_tone("warn"), wraps=True),
        )
        self.tracked = Switch("As tracked changes", "The author sees each of them, and may undo it in Word.")
        self.tracked.setChecked(True)
        self.write = Button("", "check", "primary")
        leave = Button("Cancel")
        self.places = KeyedColumn[_Numbered](lambda one: one[0], _PlaceLine, gap=theme.Space.SMALL)
        for part in (self._count, self._about, self._longer, self._left, self.tracked):
            self.add(part)
        self.add(Flow(self.write, leave))
        self.add(self.places)
        self.setFocusProxy(self.write)
        self.write.clicked.connect(self._want)
        leave.clicked.connect(self.left)

    def show_replacing(self, shown: Replacing) -> None:
        """Show what would change."""
        self._shown = shown
        self.set_title(f"“{shown.words}” becomes “{shown.instead}”")
        counts = {spot: sum(one.spot is spot for one in shown.places) for spot in texts.SPOTS}
        self._count.setText(f"In {texts.placed(counts)}, of draft {shown.draft_number}")
        self._longer.setText(_LONGER.format(", ".join(f"“{word}”" for word in shown.longer)))
        self._longer.setHidden(not shown.longer)
        self._left.setText(_LEFT.format(texts.places(shown.left)))
        self._left.setHidden(not shown.left)
        self.places.set_things(list(enumerate(shown.places)))
        self.write.say(f"Write draft {shown.draft_number + 1}")

    def _want(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown.condition_id, self.tracked.isChecked())


class _PlaceLine(QFrame):
    """Where it is, and the sentence with the name cut and the other words put in."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "private")
        self._where, self._text = Words("", CAPTION, wraps=True), MarkedText()
        self._odd = Words("Reads oddly: look at it in the next draft.", SMALL.in_tone("warn"), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.TINY)
        for part in (self._where, self._text, self._odd):
            column.addWidget(part)

    def fill(self, told: _Numbered) -> None:
        """Show a place."""
        place = told[1]
        where = place.where if place.spot is texts.IN_TEXT else ", ".join(filter(None, (place.where, place.spot)))
        self._where.setText(where)
        self._text.show_runs(texts.runs(place.pieces))
        self._odd.setHidden(not place.odd)
