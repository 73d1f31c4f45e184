"""Columns side by side where there is room, and one below the other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme


class Columns(QWidget):
    """Stacks of widgets, side by side in the shares given while each gets its least width (at 100 per cent).

    Narrow, the columns follow one another from the first to the last.
    """

    def __init__(self, *shares: int, least: int = 300, gap: int = theme.Space.LARGE) -> None:
        super().__init__()
        self._least, self._gap = least, gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._columns: list[QVBoxLayout] = []
        for share in shares:
            column = QVBoxLayout()
            column.setSpacing(gap)
            self._columns.append(column)
            self._row.addLayout(column, share)

    def add(self, column: int, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the foot of a column, counted from 0."""
        self._columns[column].addWidget(widget, stretch)

    def end(self) -> None:
        """Keep what stands in the columns at their top; called once they are filled."""
        for column in self._columns:
            column.addStretch(1)

    @property
    def side_by_side(self) -> bool:
        """Whether the columns stand side by side."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Return the room for one column, however they stand, so that they can always turn."""
        widest = max((column.minimumSize().width() for column in self._columns), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the columns where the width asks for it."""
        super().resizeEvent(event)
        wide = [max(theme.px(self._least), column.minimumSize().width()) for column in self._columns]
        needed = sum(wide) + (len(wide) - 1) * self._gap
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if event.size().width() >= needed else directions.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
