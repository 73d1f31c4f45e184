"""A line to search or filter by, with its sign; Down goes into the list below it, Esc empties it."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.row_list import RowList


class SearchLine(QLineEdit):
    """The sign is drawn here, because Qt's own does not grow with the text."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self.setAcceptDrops(False)
        self._list: RowList | None = None
        self._make_room()

    def goes_down_to(self, rows: RowList) -> None:
        """Name the list that Down goes to."""
        self._list = rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the list, open what is current there, or empty the line."""
        if event.key() == Qt.Key.Key_Down and self._list is not None:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            if self._list.current is None:
                self._list.choose_first()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Leave room for the sign at every text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign before the words."""
        super().paintEvent(event)
        side = theme.px(icons.SIZE - 2)
        area = QRectF(theme.Space.SMALL + 1, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), area, "search", "muted")

    def _make_room(self) -> None:
        self.setTextMargins(theme.px(icons.SIZE) + theme.Space.TINY, 0, 0, 0)
