"""A picture that may be wider than its room: it scrolls sideways, and is as high as it wants to be."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_AROUND = 24  # of what is revealed, so that one sees that it goes on


class Sideways(QScrollArea):
    """Holds one widget; the focus stays with that."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setFocusProxy(inner)
        self._revealed: Callable[[], QRectF] = QRectF
        self.horizontalScrollBar().rangeChanged.connect(self._find_room)

    def reveal(self, part: Callable[[], QRectF]) -> None:
        """Bring a part of the widget into sight, and keep it there when the room changes."""
        self._revealed = part
        self._bring_into_sight()

    def sizeHint(self) -> QSize:
        """Return the height of the widget, with the bar where it is needed."""
        inner = self._inner.sizeHint()
        return QSize(inner.width(), inner.height() + self._bar_height())

    def minimumSizeHint(self) -> QSize:
        """Return little width: that is what the bar is for."""
        return QSize(96, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be higher where the bar comes."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _bar_height(self) -> int:
        needed = self._inner.minimumSizeHint().width() > self.width()
        return self.horizontalScrollBar().sizeHint().height() if needed else 0

    def _find_room(self) -> None:
        self.updateGeometry()
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        area, bar = self._revealed(), self.horizontalScrollBar()
        if area.isEmpty():
            return
        if area.right() + _AROUND > bar.value() + self.viewport().width():
            bar.setValue(round(area.right() + _AROUND - self.viewport().width()))
        if area.left() - _AROUND < bar.value():
            bar.setValue(round(area.left() - _AROUND))
