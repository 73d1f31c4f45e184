"""How the words read for some of those who answered, marked against what was sent, with the button that takes it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.pages.combined.reading import Reading
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.sign import Disc, Sign
from carfacilitator.ui.widgets.words import CAPTION, STRONG, Words

_DISC = 28


@dataclass(frozen=True)
class Proposed:
    """A wording as it is shown: whose, with the colours of their discs, how and when it came, what else is known."""

    number: int
    people: tuple[str, ...]
    tones: tuple[str, ...]
    about: str
    reading: Reading
    accepted: bool
    besides: str = ""

    @property
    def heard(self) -> str:
        """Return what a screen reader says of it."""
        told = filter(None, (f"Alternative {self.number}", " and ".join(self.people), self.about, self.besides))
        return ", ".join(told)


class WordingCard(QFrame):
    """One wording. `taken` accepts it, `started` begins another one from it, `looked` tells that one looks at it."""

    taken = Signal(int)
    started = Signal(int)
    looked = Signal(int)

    def __init__(self, shown: Proposed) -> None:
        super().__init__()
        self.setProperty("look", "good" if shown.accepted else "card")
        self.setAccessibleName(shown.heard)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._index = shown.number - 1
        self.accept = Button("Accepted" if shown.accepted else "Accept", "check")
        self.accept.setAccessibleName(f"Accept {shown.heard}")
        self.accept.clicked.connect(lambda: self.taken.emit(self._index))
        self.accept.installEventFilter(self)
        self.start = Button(f"Start another wording from {shown.people[0]}’s", "note", "icon")
        self.start.clicked.connect(lambda: self.started.emit(self._index))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(self._head(shown))
        self._add_words(column, shown.reading)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show how it would read."""
        super().enterEvent(event)
        self.looked.emit(self._index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show how it would read, also for those who come by Tab."""
        if event.type() == QEvent.Type.FocusIn:
            self.looked.emit(self._index)
        return super().eventFilter(watched, event)

    def _head(self, shown: Proposed) -> QHBoxLayout:
        row, lines = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        lines.setSpacing(0)
        for person, tone in zip(shown.people, shown.tones, strict=True):
            row.addWidget(Disc(initials(person), tone=tone, size=_DISC))
        lines.addWidget(Words(" and ".join(shown.people), STRONG))
        lines.addWidget(Words(shown.about, CAPTION))
        if shown.besides:
            lines.addWidget(Words(shown.besides, CAPTION, wraps=True))
        row.addLayout(lines, 1)
        row.addWidget(self.start)
        row.addWidget(Pill(PillLook(str(shown.number))))
        row.addWidget(self.accept)
        return row

    @staticmethod
    def _add_words(column: QVBoxLayout, reading: Reading) -> None:
        words = MarkedText()
        words.show_runs(reading.runs)
        column.addWidget(words)
        if reading.goes:
            goes = QHBoxLayout()
            goes.setSpacing(theme.Space.SMALL)
            goes.addWidget(Sign("move", "moved"))
            goes.addWidget(Words(f"It goes to {reading.goes}:", CAPTION), 1)
            there = MarkedText()
            there.show_runs(reading.there)
            column.addLayout(goes)
            column.addWidget(there)
