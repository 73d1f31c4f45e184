"""Finds words on the sheets of the desk, from where one reads, round at the ends."""

from PySide6.QtCore import QObject

from carfacilitator.document.finding import passages
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.find_bar import FindBar
from carfacilitator.ui.widgets.review_data import Side


class DeskFind(QObject):
    """The line and the sheets together: each place that is found is chosen, so that a comment can be made on it."""

    def __init__(self, bar: FindBar, view: ComparisonView, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._view = bar, view
        self._found = passages(view.model.drafts.new, "")
        self._at = -1
        bar.looked.connect(self.look)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def begin(self) -> None:
        """Find in the newer draft, first what is chosen there."""
        chosen = self._view.passage()
        if chosen is not None and chosen.first == chosen.last:
            self._bar.line.setText(self._view.cursor_on_sheet.words())
        self._bar.begin()
        self.look(self._bar.line.text())

    def look(self, words: str) -> None:
        """Look for these words, and go to the first place behind where one reads."""
        drafts = self._view.model.drafts
        self._found, self._at = passages(drafts.new, words), -1
        here = self._view.reading_at()
        leaf = here[1] if here else 0
        ahead = next((n for n, anchor in enumerate(self._found) if anchor.first >= leaf), 0)
        if self._found:
            self._go(ahead)
        else:
            self._bar.tell(0, 0)

    def step(self, way: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        if self._found:
            self._go((self._at + way) % len(self._found))

    def close(self) -> None:
        """Go back to the sheets; what was found last stays chosen."""
        self._bar.hide()
        self._view.setFocus()

    def _go(self, number: int) -> None:
        self._at = number
        anchor = self._found[number]
        self._view.choose(anchor)
        self._bar.tell(number + 1, len(self._found))
        place = self._view.model.drafts.places[Side.NEW][anchor.first]
        self._view.say(f"Found {number + 1} of {len(self._found)}, {place.words}")
