"""What a row is taken by to be put at another place of its column."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sign import Sign

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Grip(Sign):
    """Pressed and drawn up or down it shows where the row would go, and on letting go tells the place.

    The keys that move a row are its owner's.
    """

    dropped = Signal(int)  # the place in the column, counted from 0, at which the row shall stand

    def __init__(self) -> None:
        super().__init__("grip", heard="Drag to another place, or move with Alt and the arrows")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._row: QWidget | None = None
        self._column: QWidget | None = None
        self._line: DropLine | None = None

    def moves(self, row: QWidget) -> None:
        """Move this row among its like, which stand in the same parent."""
        self._row = row

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row."""
        if event.button() == Qt.MouseButton.LeftButton and self._row is not None:
            self._column = self._row.parentWidget()
            self._line = DropLine(self._column)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go."""
        if self._line is not None:
            self._line.stand_at(self._edge(self._gap(event)))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go there."""
        event.accept()
        if self._line is None or self._row is None:
            return
        self._line.deleteLater()
        self._line = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        here, gap = self._rows().index(self._row), self._gap(event)
        place = gap - 1 if gap > here else gap
        if place != here:
            self.dropped.emit(place)

    def _rows(self) -> list[QWidget]:
        """Return the rows of the column from top to bottom."""
        if self._column is None or self._row is None:
            return []
        found = self._column.findChildren(type(self._row), options=_DIRECT)
        return sorted((row for row in found if not row.isHidden()), key=lambda row: row.y())

    def _gap(self, event: QMouseEvent) -> int:
        """Return before which row the pointer is; the number of rows below the last."""
        at = event.globalPosition().toPoint().y()
        return sum(at > row.mapToGlobal(row.rect().center()).y() for row in self._rows())

    def _edge(self, gap: int) -> int:
        rows = self._rows()
        return rows[gap].y() if gap < len(rows) else rows[-1].geometry().bottom() + 1


class DropLine(QWidget):
    """The line that shows where something would go."""

    def __init__(self, column: QWidget | None) -> None:
        super().__init__(column)
        self._column = column or self
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_at(self, y: int) -> None:
        """Stand across the column at that height."""
        high = theme.Space.SMALL
        self.resize(self._column.width(), high)
        self.move(QPoint(0, min(max(0, y - high // 2), self._column.height() - high)))
        self.raise_()
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the line with a dot at its beginning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = self.height() / 2, 3
        painter.setPen(QPen(theme.colour("lead"), 2))
        painter.drawLine(radius, round(middle), self.width(), round(middle))
        painter.setBrush(theme.colour("lead"))
        painter.drawEllipse(QPoint(radius + 1, round(middle)), radius, radius)
