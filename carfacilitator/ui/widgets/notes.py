"""Sentences that deserve attention, one below the other, each with its sign."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, Words


class Notes(QFrame):
    """A quiet frame with the sentences in it; not there while there are none."""

    def __init__(self, icon: str = "alert", tone: str = "warn") -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.Space.LARGE] * 4)
        self._column.setSpacing(theme.Space.SMALL)
        self._said: tuple[str, ...] = ()
        self._lines: list[QFrame] = []
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """What stands there."""
        return self._said

    def say(self, sentences: Sequence[str]) -> None:
        """Say these instead of what was said before."""
        if tuple(sentences) != self._said:
            self._said = tuple(sentences)
            for line in self._lines:
                line.hide()
                line.deleteLater()
            self._lines = [self._line(sentence) for sentence in sentences]
        self.setHidden(not self._said)

    def _line(self, sentence: str) -> QFrame:
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(Sign(self._icon, self._tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(sentence, PLAIN, wraps=True), 1)
        self._column.addWidget(line)
        return line
