"""The answer to one gatekeeper: what is in it in a sentence, then what was said and what was changed, row by row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.answers import AnswerRow, AnswerTable
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.answers import texts
from carfacilitator.ui.pages.answers.entry import AnswerEntry, Heads, Tell
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words


class TableView(QWidget):
    """Two cards; `decide_wanted` asks for the review of what came back, at one row."""

    decide_wanted = Signal(object)  # an AnswerRow

    def __init__(self, keeping: Keeping, tell: Tell) -> None:
        super().__init__()
        self._keeping, self._tell = keeping, tell
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._about, self._only = Words("", SECTION, wraps=True), Words("", MUTED, wraps=True)
        self.remarks, self.edits = self._rows(), self._rows()
        self._cards = [self._card("You said", self.remarks), self._card("You wrote", self.edits)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for part in (self._about, self._only, *self._cards):
            column.addWidget(part)

    def show_table(self, table: AnswerTable) -> None:
        """Show an answer, what is not decided yet first."""
        self._about.setText(texts.about_table(table))
        name = texts.first_name(table.gatekeeper)
        self._only.setText(
            f"{table.gatekeeper} gets this table, and nothing of what others said. "
            f"Places are those of draft {table.draft_number}."
        )
        for card, rows, shown, what in zip(
            self._cards, (self.remarks, self.edits), (table.remarks, table.edits), ("said", "changed"), strict=True
        ):
            card.set_title(f"What {name} {what}")
            card.setHidden(not shown)
            rows.set_things(texts.undecided_first(shown))

    def _rows(self) -> KeyedColumn[AnswerRow]:
        return KeyedColumn[AnswerRow](lambda row: row.remark_id or row.key, self._entry)

    def _entry(self) -> AnswerEntry:
        entry = AnswerEntry(self._keeping, self._tell)
        entry.decide_wanted.connect(self.decide_wanted)
        return entry

    def _card(self, head: str, rows: KeyedColumn[AnswerRow]) -> Card:
        card = Card("What was said")
        card.add(Heads(head))
        card.add(rows)
        return card
