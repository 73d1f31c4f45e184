"""A panel that floats over the window: it opens with the focus in it, and Esc gives the focus back to where it was."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.tab_order import tab_step
from carfacilitator.ui.widgets.words import SECTION, Words


class FloatPanel(QFrame):
    """Stands in the upper middle of the window, as large as `largest` (at 100 per cent) where there is room.

    A subclass fills `body`, and makes the focus proxy what shall have the focus first.
    """

    closed = Signal()

    def __init__(self, heading: str, largest: QSize) -> None:
        super().__init__()
        self.setProperty("look", "float")
        self.setProperty("panel", "float")
        self.setAccessibleName(heading)
        self._largest = largest
        self._before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[theme.Space.LARGE] * 4)
        self.body.setSpacing(theme.Space.SMALL)
        self.body.addWidget(Words(heading, SECTION))

    def open_over(self, window: QWidget) -> None:
        """Stand over `window`, with the focus inside."""
        self._before = window.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._place(window)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Go away; what had the focus before has it again."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001  Qt asks for the next or the one before
        """Keep Tab inside while it is open."""
        return tab_step(self, forwards=next_)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window when its size changes."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._place(watched)
        return super().eventFilter(watched, event)

    def _place(self, window: QWidget) -> None:
        width = min(theme.px(self._largest.width()), window.width() - 2 * theme.Space.WIDE)
        height = min(theme.px(self._largest.height()), window.height() - 2 * theme.Space.HUGE)
        top = max(theme.Space.HUGE, (window.height() - height) // 4)
        self.setGeometry(QRect((window.width() - width) // 2, top, width, height))
