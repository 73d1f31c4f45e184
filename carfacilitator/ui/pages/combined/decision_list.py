"""Everything to decide, in one list that can be narrowed."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.entries import Entry, Show, narrowed
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words

_WAYS = (
    (Show.ALL, "Everything"),
    (Show.UNDECIDED, "What is undecided"),
    (Show.EDITS, "Edits"),
    (Show.REMARKS, "Remarks"),
)


class DecisionList(QFrame):
    """A card with the list; `chosen` and `opened` hand over the id of an entry."""

    chosen = Signal(str)
    opened = Signal(str)
    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setProperty("panel", "list")
        self._entries: tuple[Entry, ...] = ()
        self._title, self._done = Words("", SECTION), Words("", MUTED)
        self.filter = ChoiceField("Show")
        self.filter.hide_label()
        self.filter.chosen.connect(self._narrow)
        self.list = RowList("What there is to decide")
        self.list.chosen.connect(lambda id_: self.chosen.emit(str(id_)))
        self.list.opened.connect(lambda id_: self.opened.emit(str(id_)))
        self.setFocusProxy(self.list)
        self._lay_out()

    @property
    def shown(self) -> list[Entry]:
        """The entries that the filter lets through, in their order."""
        return narrowed(self._entries, self.filter.value or Show.ALL)

    def show_entries(self, entries: Sequence[Entry], people: Sequence[str]) -> None:
        """Show what there is; what is current stays so, and what it is narrowed to."""
        self._entries = tuple(entries)
        value = self.filter.value or Show.ALL
        self.filter.set_options([*((way.value, words) for way, words in _WAYS), *((name, name) for name in people)])
        self.filter.set_value(value if value in {*Show, *people} else Show.ALL)
        done = sum(entry.decided for entry in entries)
        self._title.setText(f"{len(entries)} {'place' if len(entries) == 1 else 'places'} to decide")
        self._done.setText(f"{done} done")
        self._fill()

    def narrow_to(self, show: str) -> None:
        """Show only what is of that sort, or of that person."""
        self.filter.set_value(show)
        self._narrow()

    def step(self, steps: int) -> str:
        """Return the id of the entry so many further, '' at either end."""
        ids = [entry.id for entry in self.shown]
        if self.list.current not in ids:
            return ids[0] if ids else ""
        at = ids.index(str(self.list.current)) + steps
        return ids[at] if 0 <= at < len(ids) else ""

    def _narrow(self, *_: object) -> None:
        self._fill()
        self.narrowed.emit()

    def _fill(self) -> None:
        shown = self.shown
        counts = Counter(entry.section for entry in shown)
        self.list.set_rows([texts.row_of(entry, counts) for entry in shown])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.Space.SMALL, 0, theme.Space.SMALL, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.SMALL)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
