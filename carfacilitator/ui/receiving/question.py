"""A file that waits for an answer: what it may be, how it came, and what is in it."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.arriving import Arriving
from carfacilitator.ui.receiving.contents import Contents, first_lines
from carfacilitator.ui.receiving.looking import Asked
from carfacilitator.ui.receiving.recognised import Recognised
from carfacilitator.ui.widgets.columns import Columns

_LONGEST_TITLE = 120  # letters; a longer first line is none


class FileQuestion(QWidget):
    """Three cards; `changed` when another answer is chosen, `confirmed` on Enter."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.recognised = Recognised(services)
        self.arriving = Arriving(services)
        self._about: Contents | None = None
        self._contents = QVBoxLayout()
        self.recognised.chosen.connect(self._tell)
        self.recognised.confirmed.connect(self.confirmed)
        self._lay_out()

    def show_file(self, asked: Asked, near: UUID | None) -> None:
        """Ask what a file is; `near` is the case study that is open."""
        if self._about is not None:
            self._about.deleteLater()
        self._about = Contents(asked.file)
        self._contents.insertWidget(0, self._about)
        self.arriving.start()
        self.recognised.show_file(asked, _title_of(asked.file), near)
        self.setFocusProxy(self.recognised.asked_first)
        self._tell()

    @property
    def verb(self) -> str:
        """What keeping it is called, as it is answered now."""
        guess = self.recognised.guess
        if guess is not None:
            return f"Take in as {texts.possessive(guess.gatekeeper)} answer"
        return f"Keep as draft {self.recognised.number}"

    def _tell(self) -> None:
        self.arriving.expect(self.recognised.author)
        self.arriving.setHidden(self.recognised.guess is not None)
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sides = Columns(3, 2, least=320)
        side = QWidget()
        side.setLayout(self._contents)
        self._contents.setContentsMargins(0, 0, 0, 0)
        self._contents.addStretch(1)
        sides.add(0, self.recognised)
        sides.add(0, self.arriving)
        sides.add(1, side)
        sides.end()
        for card in (self.recognised, self.arriving):
            card.setProperty("panel", "card")
        column.addWidget(sides)
        column.addStretch(1)


def _title_of(file: OpenedFile) -> str:
    """Return what a new case study may be called: the file's own title, or its first line, or its name."""
    lines = first_lines(file.document)
    own = file.document.properties.get("title", "") or (lines[0] if lines else "")
    return own if 0 < len(own) <= _LONGEST_TITLE else Path(file.name).stem
