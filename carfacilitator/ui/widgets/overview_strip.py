"""The whole draft as a strip beside the sheets: what is new on its right half, what was cut on its left, the lens."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.marks import tinted
from carfacilitator.ui.widgets.sheet_paint import BARS
from carfacilitator.ui.widgets.sheet_rows import Look
from carfacilitator.ui.widgets.sheet_stack import Tick

WIDTH = 18
LEFT, MIDDLE, RIGHT = 3.5, 9.0, 14.5  # where its halves begin and end
THINNEST = 2


class OverviewStrip(QWidget):
    """All changes at a glance, and the scroll bar of the sheets. The list of changes says the same to a screen reader.

    `wanted` asks for a place: which part of the whole height shall stand in the middle, from 0 to 1.
    """

    wanted = Signal(float)
    wheeled = Signal(QWheelEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Overview of all changes; the list of changes says the same")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ticks: Sequence[Tick] = ()
        self._drawn: QPixmap | None = None  # the changes, which scrolling does not alter
        self._lens = (0.0, 1.0)

    def show_ticks(self, ticks: Sequence[Tick], lens: tuple[float, float]) -> None:
        """Draw these changes, and the part of the height that is in sight."""
        if ticks is not self._ticks:
            self._ticks, self._drawn = ticks, None
        self._lens = lens
        self.update()

    def sizeHint(self) -> QSize:
        """Return its width with the space before the sheets; it does not grow with the text."""
        return QSize(WIDTH + theme.Space.SMALL, 200)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the strip, the lens and above it the changes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height()
        painter.setPen(QPen(theme.colour("line")))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(LEFT - 1, 0.5, RIGHT - LEFT + 2, height - 1), 3, 3)
        start, end = self._lens
        painter.setPen(QPen(theme.colour("lead"), 1.5))
        painter.setBrush(tinted("lead_soft", 0.6))
        lens = QRectF(0.75, start * height + 0.75, WIDTH - 1.5, max((end - start) * height - 1.5, 8))
        painter.drawRoundedRect(lens, 4, 4)
        if self._drawn is None:
            self._drawn = self._draw_ticks()
        painter.drawPixmap(0, 0, self._drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the changes anew for another height."""
        super().resizeEvent(event)
        self._drawn = None

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the look that comes into force."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._drawn = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where one clicks."""
        self._want(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the sheets."""
        self.wheeled.emit(event)

    def _draw_ticks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((QSizeF(self.size()) * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for tick in self._ticks:
            painter.setBrush(theme.colour(BARS[tick.look]))
            painter.drawRect(_area(tick, self.height()))
        painter.end()
        return drawn

    def _want(self, event: QMouseEvent) -> None:
        self.wanted.emit(min(max(event.position().y() / max(self.height(), 1), 0.0), 1.0))


def _area(tick: Tick, height: float) -> QRectF:
    left = MIDDLE if tick.look is Look.NEW else LEFT
    right = MIDDLE if tick.look is Look.CUT else RIGHT
    return QRectF(left, tick.start * height, right - left, max((tick.end - tick.start) * height - 1, THINNEST))
