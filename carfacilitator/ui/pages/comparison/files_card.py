"""Which two files are compared: asked for, or dropped on the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import LABEL, MUTED, STRONG, Words

_ABOUT = "Any two Word files of this computer. Nothing of them is kept here. You may drop both on the window."
_NONE = "No file is chosen yet"


class FilesCard(Card):
    """A card with two slots; `wanted` carries the older and the newer file once both are there."""

    wanted = Signal(object, object)

    def __init__(self, dialogs: Dialogs) -> None:
        super().__init__("Compare two Word files")
        self._dialogs = dialogs
        self.older, self.newer = Slot("The older file"), Slot("The newer file")
        self.go = Button("Compare them", "columns", "primary")
        self.swap = Button("Swap them", "move")
        self.add(Words(_ABOUT, MUTED, wraps=True))
        for slot in (self.older, self.newer):
            self.add(slot)
            slot.choose.clicked.connect(lambda _=False, slot=slot: self._ask(slot))
        self.add(Flow(self.go, self.swap))
        self.go.clicked.connect(self._compare)
        self.swap.clicked.connect(self._swap)
        self.setFocusProxy(self.older.choose)
        self._look()

    def take(self, files: Sequence[Path]) -> None:
        """Take files: two at once by when they were last changed, one into the slot that is free."""
        if len(files) > 1:
            self.older.file, self.newer.file = sorted(files[:2], key=_changed_at)
        elif files:
            slot = self.older if self.older.file is None else self.newer
            slot.file = files[0]
        self._look()

    def _ask(self, slot: "Slot") -> None:
        files = self._dialogs.open_files(slot.title)
        if len(files) > 1:
            self.take(files)
        elif files:
            slot.file = files[0]
            self._look()

    def _swap(self) -> None:
        self.older.file, self.newer.file = self.newer.file, self.older.file
        self._look()

    def _compare(self) -> None:
        if self.older.file is not None and self.newer.file is not None:
            self.wanted.emit(self.older.file, self.newer.file)

    def _look(self) -> None:
        files = [slot.file for slot in (self.older, self.newer)]
        for slot in (self.older, self.newer):
            slot.look()
        self.go.setEnabled(None not in files)
        self.swap.setEnabled(any(files))


class Slot(QWidget):
    """A place for one file."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.file: Path | None = None
        self._name = Words(_NONE, MUTED)
        self.choose = Button("Choose", "folder")
        self.choose.setAccessibleName(f"{title}: choose")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        label = Words(title, LABEL)
        label.setMinimumWidth(theme.px(100))
        row.addWidget(label)
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)

    def look(self) -> None:
        """Show the file's name."""
        self._name.setText(self.file.name if self.file is not None else _NONE)
        self._name.set_style(STRONG if self.file is not None else MUTED)
        self._name.setToolTip(str(self.file or ""))


def _changed_at(file: Path) -> float:
    """Return when a file was changed last; one that is gone counts as the oldest, and is named when it is read."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
