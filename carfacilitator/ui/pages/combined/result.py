"""Where the decisions become the next draft: what will be in it, how it is written, and the making of it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.arrivals import Received
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import SECTION, Words


class Writing(QWidget):
    """The panel from which a new draft is made. `closed` leaves it; `wants` goes to another page, as a Page's does."""

    wants = Signal(str, object)
    closed = Signal()

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("writing")
        self._services = services
        self._desk = desk
        self._draft_id: UUID | None = None
        self.make = Button("Write the draft", "file", "primary")
        self.make.clicked.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words("Write the next draft", SECTION))
        column.addWidget(self.make)
        column.addStretch()

    def begin(self, draft_id: UUID) -> None:
        """Show what the next draft would be, made of what was decided about this one; the panel is seen from now on."""
        self._draft_id = draft_id
        self.show()
        self.make.setFocus()

    def _make(self) -> None:
        if self._draft_id is not None:
            write = partial(self._services.results.make_draft, self._draft_id)
            self._desk.jobs.start("Writing the draft", lambda _: write(), self._written)

    def _written(self, made: Received) -> None:
        self._desk.messages.offer(
            f"Draft {made.number} was written.", "Open the review", lambda: self.wants.emit("review", made.id)
        )
        self.closed.emit()
