"""The report that was made: what is in it, its pages where it has any, or why it cannot be made."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.services.reports import Report
from carfacilitator.ui import theme
from carfacilitator.ui.reports import ReportKind
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.paper import Paper
from carfacilitator.ui.widgets.words import MUTED, PLAIN, STRONG, Words

_HELD = {
    ReportKind.REDLINE: "The newer draft’s own Word file, with every difference from the older one as a tracked change "
    "that Word can accept or reject. Comments, hidden text and names that came inside the file are taken out.",
    ReportKind.CHANGES: "A sheet with the sum of the changes, then the text with each of them marked.",
    ReportKind.COMMENTS: "A Word document: how many there are of each kind, then each with the words that it is about, "
    "and what was answered.",
    ReportKind.TABLE: "A table for a spreadsheet, one comment to a row.",
}


class MadeCard(QWidget):
    """A card that says what leaves, and below it the pages as they will be printed."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.card, self.wrong = Card("What leaves"), Card(look="warn")
        self._name, self._held = Words("", STRONG, wraps=True), Words("", MUTED, wraps=True)
        self._counts, self._why = Words("", PLAIN, wraps=True), Words("", PLAIN, wraps=True)
        for words in (self._name, self._held, self._counts):
            self.card.add(words)
        self.wrong.add(self._why)
        self.paper = Paper()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        for part in (self.wrong, self.card, self.paper):
            column.addWidget(part)
        self._show(())

    def show_report(self, report: Report, kind: ReportKind) -> None:
        """Show what was made."""
        self._name.setText(report.parcel.name)
        self._held.setText(_HELD[kind])
        self._counts.setText(_counted(report))
        self._counts.setHidden(kind.is_of_drafts)
        self.paper.set_pages(report.pages, f"{report.parcel.name}, as it will be printed")
        self._show((self.card, self.paper) if report.pages else (self.card,))

    def say_why(self, error: KnownError) -> None:
        """Say why it cannot be made."""
        self._why.setText(str(error))
        self._show((self.wrong,))

    def wait(self) -> None:
        """Show nothing while it is being made."""
        self._show(())

    def _show(self, seen: Sequence[QWidget]) -> None:
        for part in (self.wrong, self.card, self.paper):
            part.setHidden(part not in seen)


def _counted(report: Report) -> str:
    going = spoken.counted(report.comments, "comment")
    left = spoken.number(report.left_out)
    stays = f" {left[:1].upper()}{left[1:]} more stay{'s' if report.left_out == 1 else ''} here: for other eyes."
    return f"{going[:1].upper()}{going[1:]}.{stays if report.left_out else ''}"
