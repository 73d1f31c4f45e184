"""The sheet itself, laid out aside and shown as it will be printed; or, in words, why it cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.services.handouts import PrintSize
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.jobs import Job, Jobs
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.paper import Paper
from carfacilitator.ui.widgets.words import PLAIN, Words


@dataclass(frozen=True)
class Wanted:
    """Which sheet: of which meeting, how large, and what a screen reader calls it."""

    meeting_id: UUID
    size: PrintSize
    heard: str


class Sheet(QWidget):
    """The pages of the sheet that was wanted last."""

    laid_out = Signal(int)  # how many pages it has; 0 where it could not be made

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._services, self._jobs = services, jobs
        self._job: Job | None = None
        self._wanted: Wanted | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.paper = Paper()
        self.wrong = Card(look="warn")
        self._why = Words("", PLAIN, wraps=True)
        self.wrong.add(self._why)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        column.addWidget(self.wrong)
        column.addWidget(self.paper)

    def show_sheet(self, wanted: Wanted) -> None:
        """Lay a sheet out and show it; one that is still under way for another wish is let go."""
        if self._job is not None:
            self._job.cancel()
        self._wanted = wanted
        preview = self._services.handouts.preview
        self._job = self._jobs.start(
            "Laying out the agenda", lambda _: preview(wanted.meeting_id, wanted.size), self._show, self._say_why
        )

    def _show(self, pages: Sequence[bytes]) -> None:
        self._job = None
        self.wrong.hide()
        self.paper.show()
        self.paper.set_pages(pages, self._wanted.heard if self._wanted is not None else "")
        self.laid_out.emit(len(pages))

    def _say_why(self, error: KnownError) -> None:
        self._job = None
        self._why.setText(str(error))
        self.wrong.show()
        self.paper.hide()
        self.laid_out.emit(0)
