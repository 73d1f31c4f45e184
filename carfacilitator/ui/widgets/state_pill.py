"""A pill that is pressed to say another state: it opens a menu of the few there are."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.pill import PillLook, paint_pill, pill_size

_RING = 3


class StatePill(QPushButton):
    """Options are (value, look). Enter, Space, Down or a press open the menu; a first letter chooses at once."""

    chosen = Signal(str)  # another value, by the person

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self._label = label
        self._options: tuple[tuple[str, PillLook], ...] = ()
        self._value = ""
        self._look = PillLook("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def name(self, label: str) -> None:
        """Say whose state it is."""
        self._label = label
        self._say()

    def set_options(self, options: Sequence[tuple[str, PillLook]]) -> None:
        """Offer these in the menu."""
        self._options = tuple(options)

    def set_value(self, value: str, look: PillLook) -> None:
        """Show a state without a signal; it need not be one that is offered."""
        self._value, self._look = value, look
        self._say()

    @property
    def value(self) -> str:
        """The state that is shown."""
        return self._value

    def open_menu(self) -> None:
        """Offer the states, the one that is shown first."""
        menu = self.menu_of_states()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_of_states(self) -> QMenu:
        """Return the menu of what may be chosen."""
        menu = QMenu(self)
        for value, look in self._options:
            tone = "muted" if value != self._value else "lead"
            action = menu.addAction(
                icons.icon("check" if value == self._value else look.icon or "mark", tone), look.text
            )
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
            if value == self._value:
                menu.setActiveAction(action)
        return menu

    def sizeHint(self) -> QSize:
        """Return the room for the pill and its ring, at least as high as a finger needs."""
        size = pill_size(self._look)
        return QSize(round(size.width() + 0.5) + 2 * _RING, max(round(size.height()) + 2 * _RING, theme.LEAST_TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu, or choose the state that begins with the letter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}:
            self.open_menu()
            return
        letter = event.text().casefold()
        found = next(
            (value for value, look in self._options if letter and look.text.casefold().startswith(letter)), None
        )
        if found is None:
            super().keyPressEvent(event)
            return
        self._choose(found)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the pill, and its ring where the focus is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = pill_size(self._look)
        at = QPointF(_RING, (self.height() - size.height()) / 2)
        paint_pill(painter, at, self._look)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING if self.hasFocus() else 1))
            ring = QRectF(at, size).adjusted(-1, -1, 1, 1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.chosen.emit(value)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._label}: {self._look.text}" if self._label else self._look.text)
        self.setToolTip("Press to say something else")
        self.updateGeometry()
        self.update()
