"""One remark that came back, with all that is needed to answer it: who said it, about which words, and to whom."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.combined_rows import RemarkRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import QUOTE, SECTION, Words


class RemarkPanel(QWidget):
    """The remark in the middle. `decided` tells that it was answered, so that the next one can come."""

    decided = Signal()

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._row: RemarkRow | None = None
        self._who, self._said = Words("", SECTION), Words("", QUOTE, wraps=True)
        self.accept = Button("Accept", "check", "primary")
        self.accept.clicked.connect(partial(self._answer, Verdict.ACCEPTED))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._who, self._said, self.accept):
            column.addWidget(widget)
        column.addStretch()

    def show_remark(self, review: CombinedReview, row: RemarkRow) -> None:
        """Show a remark of a review."""
        del review
        self._row = row
        self._who.setText(row.person)
        self._said.setText(row.text)

    def take_focus(self) -> None:
        """Put the focus where the keys of the verdicts work."""
        self.accept.setFocus()

    def _answer(self, verdict: Verdict) -> None:
        row = self._row
        if row is not None and self._keeping.attempt(partial(self._services.combined_reviews.answer, row.id, verdict)):
            self._keeping.say_done("The remark was accepted.")
            self.decided.emit()
