"""A number with a minus and a plus beside it, such as the minutes of an item."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button

_INSET, _ROUND = 2, 8  # within the frame, and round the words
_KEYS = {"+": 1, "=": 1, "-": -1, "−": -1}  # the equals sign is the plus that needs no second hand


class Stepper(QSpinBox):
    """Steps by `step` with its buttons, the arrows, + and −; any number can be typed. One stop for Tab."""

    changed = Signal(int)  # by the person; typing counts when it is finished

    def __init__(self, label: str, step: int = 5, most: int = 600, unit: str = "min") -> None:
        super().__init__()
        self._quiet = False
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._buttons = tuple(Button("", icon, "icon", self) for icon in ("minus", "plus"))
        for button, steps in zip(self._buttons, (-1, 1), strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys + and − do the same
            button.clicked.connect(lambda _, steps=steps: self.stepBy(steps))
        self.name(label)
        self.valueChanged.connect(self._tell)

    def name(self, label: str) -> None:
        """Say what is counted ('Minutes of Break')."""
        self.setAccessibleName(label)
        self.lineEdit().setAccessibleName(label)
        for button, words in zip(self._buttons, ("less", "more"), strict=True):
            button.say(f"{label}: {self.singleStep()} {words}")

    def set_value(self, value: int) -> None:
        """Show a number without a signal."""
        self._quiet = True
        self.setValue(value)
        self._quiet = False

    def sizeHint(self) -> QSize:
        """Return the room for the widest number between its buttons."""
        words = QFontMetricsF(self.font()).horizontalAdvance(f"{self.maximum()}{self.suffix()}") + _ROUND
        target = theme.px(theme.LEAST_TARGET)
        return QSize(round(words) + 2 * (target + _INSET), target + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the same room: a number is never cut."""
        return self.sizeHint()

    def stepBy(self, steps: int) -> None:  # noqa: N802  Qt's name
        """Step; the number is marked for typing over only where the focus is here."""
        super().stepBy(steps)
        if not self.hasFocus():
            self.lineEdit().deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on + and −."""
        if event.text() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepBy(_KEYS[event.text()])
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing changes because one scrolls past."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons at the ends and the number between them."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Take other room when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._lay_out()

    def _lay_out(self) -> None:
        """Qt's own layout knows nothing of our buttons, and leaves the number no room at all."""
        high, wide = self.height() - 2 * _INSET, theme.px(theme.LEAST_TARGET)
        right = self.width() - wide - _INSET
        for button, left in zip(self._buttons, (_INSET, right), strict=True):
            button.setGeometry(left, _INSET, wide, high)
        self.lineEdit().setGeometry(_INSET + wide, _INSET, max(0, right - wide - _INSET), high)

    def _tell(self, value: int) -> None:
        if not self._quiet:
            self.changed.emit(value)
