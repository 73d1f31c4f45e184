"""A switch of a few views, one of which is on; arrow keys go along it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segments(QFrame):
    """'Side by side | One column | Clean'. Options are (value, words)."""

    chosen = Signal(str)  # by the person; not by set_value

    def __init__(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("look", "segments")
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for place, (_, words) in enumerate(options):
            button = _Segment(words, f"{label}: {words}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))
        if options:
            self.set_value(self._values[0])

    @property
    def value(self) -> str:
        """The option that is on."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Switch one on."""
        self._group.button(self._values.index(value)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = (self._group.checkedId() + step) % len(self._values)
        button = self._group.button(place)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()


class _Segment(QPushButton):
    """One option; arrows go to the row of them."""

    def __init__(self, words: str, heard: str) -> None:
        super().__init__(words)
        self.setProperty("look", "segment")
        self.setCheckable(True)
        self.setAccessibleName(heard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
            return
        super().keyPressEvent(event)
