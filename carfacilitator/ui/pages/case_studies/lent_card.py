"""The plain copies that lie outside the workspace, listed until they are gone."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.originals import LentFile
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.entry import Entry
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Sign


class LentCard(Card):
    """Seen only while a copy is out; one that was altered in Word is received as a draft, or discarded."""

    back_wanted = Signal()
    receive_wanted = Signal(object)  # a Path
    discard_wanted = Signal(object)  # a Path

    def __init__(self) -> None:
        super().__init__("Copies of drafts that lie outside the workspace", look="warn")
        self._files: tuple[LentFile, ...] | None = None
        self._rows = QVBoxLayout()
        self.back = Button("Take them back", "shield")
        self.back.clicked.connect(lambda _: self.back_wanted.emit())
        self.add_beside_title(Flow(self.back))
        self.body.addLayout(self._rows)
        self.hide()

    def show_files(self, files: Sequence[LentFile], drafts: Mapping[UUID, DraftRow]) -> None:
        """Show these; `drafts` are those that they are copies of."""
        if tuple(files) == self._files:
            return  # no button goes from under the fingers
        self._files = tuple(files)
        while (item := self._rows.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for file in files:
            draft = drafts.get(file.draft_id) if file.draft_id else None
            self._rows.addWidget(Entry(file.file.name, _told(file, draft), Sign("file", "warn"), self._buttons(file)))
        self.back.setHidden(all(file.altered for file in files))
        self.setHidden(not files)

    def _buttons(self, file: LentFile) -> tuple[Button, ...]:
        if not file.altered:
            return ()
        receive, discard = Button("Receive it as a draft", "receive"), Button("Discard it", "remove", "quiet")
        for button, tell in ((receive, self.receive_wanted.emit), (discard, self.discard_wanted.emit)):
            button.clicked.connect(_telling(tell, file.file))
        return receive, discard


def _telling(tell: Callable[[Path], None], file: Path) -> Callable[[bool], None]:
    return lambda _: tell(file)


def _told(file: LentFile, draft: DraftRow | None) -> str:
    of = f"Draft {draft.number} of ‘{draft.case_study}’" if draft is not None else "A draft that was removed"
    return f"{of} · {'changed since it was opened' if file.altered else 'taken back when you lock or close'}"
