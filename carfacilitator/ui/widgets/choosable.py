"""A painted picture of a few things in a row, each of which can be chosen: by mouse, by arrow keys, and by ear."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from carfacilitator.ui import theme


class Choosable(QWidget):
    """Subclasses draw (`draw`) and say where the things stand (`areas`); this keeps the current one and its focus ring.

    What a screen reader hears is the label and the current thing, in the words of `set_heard`.
    """

    picked = Signal(int)  # the current thing, counted from 0, by the person
    entered = Signal(int)  # Enter or a double click on it

    def __init__(self, label: str) -> None:
        super().__init__()
        self._heard: list[str] = []
        self._current = 0
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> int:
        """The current thing, counted from 0."""
        return self._current

    def set_heard(self, heard: Sequence[str]) -> None:
        """Say what each thing is, in their order."""
        self._heard = list(heard)
        self._current = min(self._current, max(0, len(heard) - 1))
        self._say()
        self.updateGeometry()
        self.update()

    def set_current(self, index: int) -> None:
        """Make another thing the current one, without a signal."""
        self._current = min(max(index, 0), max(0, len(self._heard) - 1))
        self._say()
        self.update()

    def areas(self) -> list[QRectF]:
        """Return where each thing stands."""
        return []

    def draw(self, painter: QPainter) -> None:
        """Draw the picture."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the picture, and the ring round the current thing where the focus is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        areas = self.areas()
        if self.hasFocus() and self._current < len(areas):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.drawRoundedRect(areas[self._current].adjusted(-3, -3, 3, 3), theme.CONTROL_CORNER, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with the arrows; Enter enters."""
        last = len(self._heard) - 1
        key = event.key()
        steps = {Qt.Key.Key_Left: self._current - 1, Qt.Key.Key_Right: self._current + 1}
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in steps:
            self._pick(min(max(steps[Qt.Key(key)], 0), last))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._heard:
            self.entered.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick what is under the pointer."""
        at = self._at(event.position())
        if at is not None:
            self._pick(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter what is under the pointer."""
        at = self._at(event.position())
        if at is not None:
            self.entered.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say on hover what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._heard[at] if at is not None else "", self)
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> int | None:
        return next((index for index, area in enumerate(self.areas()) if area.contains(point)), None)

    def _pick(self, index: int) -> None:
        if 0 <= index < len(self._heard) and index != self._current:
            self.set_current(index)
            self.picked.emit(index)

    def _say(self) -> None:
        self.setAccessibleDescription(self._heard[self._current] if self._heard else "")
