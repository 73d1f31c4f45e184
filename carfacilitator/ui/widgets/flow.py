"""A layout that fills lines from the left and goes on below, so that buttons and pills are never cut."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from carfacilitator.ui import theme


class FlowLayout(QLayout):
    """Widgets in lines; within a line they stand in the middle of its height. `right` sets lines to the right."""

    def __init__(self, parent: QWidget | None = None, gap: int = theme.Space.SMALL, *, right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right = right
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by Qt."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be lower where it is wider."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put the items into `area`."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the room for one line of everything."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        return QSize(sum(hint.width() for hint in hints) + gaps, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room for the widest item alone."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = width + 1
        for item in self._shown():
            wide = item.sizeHint().width()
            if taken + self.spacing() + wide > width:
                lines.append([])
                taken = -self.spacing()
            lines[-1].append(item)
            taken += self.spacing() + wide
        return lines

    def _place(self, area: QRect, *, move: bool) -> int:
        """Lay the lines into `area` and return their height."""
        top = area.top()
        for line in self._lines(area.width()):
            height = max(item.sizeHint().height() for item in line)
            taken = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
            left = area.left() + (max(0, area.width() - taken) if self._right else 0)
            for item in line:
                size = QSize(min(item.sizeHint().width(), area.width()), item.sizeHint().height())
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return max(0, top - area.top() - self.spacing())


class Flow(QWidget):
    """A widget of such lines."""

    def __init__(self, *widgets: QWidget, gap: int = theme.Space.SMALL, right: bool = False) -> None:
        super().__init__()
        self._lines = FlowLayout(self, gap, right=right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._lines.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more widget at the end."""
        self._lines.addWidget(widget)

    def hasHeightForWidth(self) -> bool:
        """Be lower where it is wider."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._lines.heightForWidth(width)
