"""A row with something to press: one strong line, one muted line, something before and something after."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_LEAST_WORDS = 200  # at 100 per cent; with less beside them, what comes after goes below


class Entry(QWidget):
    """For short lists whose rows carry buttons; longer lists to choose from are a RowList."""

    def __init__(
        self, strong: str, muted: str = "", before: QWidget | None = None, after: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._after = Flow(*after)
        if not after:
            self._after.hide()
        self._turning = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._turning.setSpacing(theme.Space.SMALL)
        self._turning.addLayout(self._lines(strong, muted), 1)
        self._turning.addWidget(self._after)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.Space.TINY, 0, theme.Space.TINY)
        row.setSpacing(theme.Space.MEDIUM)
        if before is not None:
            row.addWidget(before)
        row.addLayout(self._turning, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what comes after below the words where there is little room."""
        super().resizeEvent(event)
        beside = self._after.sizeHint().width() + theme.px(_LEAST_WORDS) <= event.size().width()
        directions = QBoxLayout.Direction
        self._turning.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    @staticmethod
    def _lines(strong: str, muted: str) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(Words(strong, STRONG))
        if muted:
            lines.addWidget(Words(muted, SMALL))
        lines.addStretch(1)
        return lines
