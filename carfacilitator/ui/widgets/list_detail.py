"""List left, detail right on a wide window; on a narrow one, the one or the other."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button

_LIST = 304


class ListDetail(QWidget):
    """Two sides; the detail scrolls by itself. `show_detail` when a row is opened, `show_list` to come back.

    The list is as wide as names are, unless `shares` says how the width is parted between the two.
    """

    came_back = Signal()  # the person left the detail for the list, on a narrow window

    def __init__(
        self, list_side: QWidget, detail: QWidget, back: str = "Back to the list", shares: tuple[int, int] | None = None
    ) -> None:
        super().__init__()
        self._shares = shares
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._list = list_side
        self._detail_open = False
        self._narrow = False
        self._alone = False
        self._back = Button(back, "back", "quiet")
        self._back.clicked.connect(self.step_back)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(detail)
        self._right = QWidget()
        self._right.setProperty("panel", "detail")
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.LARGE)
        row.addWidget(list_side, shares[0] if shares else 0)
        row.addWidget(self._right, shares[1] if shares else 1)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Whether only one side is seen."""
        return self._narrow

    @property
    def is_alone(self) -> bool:
        """Whether one side is seen by the person's wish, however wide the window is."""
        return self._alone

    def set_alone(self, *, alone: bool) -> None:
        """Let one side be seen also on a wide window, or both again."""
        self._alone = alone
        self._arrange()

    def show_detail(self) -> None:
        """Show the detail where only one side is seen."""
        self._detail_open = True
        self._arrange()

    def show_top(self) -> None:
        """Let the detail be read from its beginning: something else stands in it."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_list(self) -> None:
        """Show the list where only one side is seen."""
        self._detail_open = False
        self._arrange()

    def step_back(self) -> bool:
        """Go from the detail to the list on a narrow window; False when there is nowhere to go back to."""
        if not (self._narrow and self._detail_open):
            return False
        self.show_list()
        self.came_back.emit()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both sides, or one."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Show both sides, or one, at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        self._narrow = self._alone or self.window().width() < theme.px(theme.NARROW)
        unbounded = 16777215  # Qt's own word for no limit
        fixed = not self._narrow and self._shares is None
        self._list.setMaximumWidth(theme.px(_LIST) if fixed else unbounded)
        self._list.setMinimumWidth(theme.px(_LIST) if fixed else 0)
        self._list.setHidden(self._narrow and self._detail_open)
        self._right.setHidden(self._narrow and not self._detail_open)
        self._back.setHidden(not self._narrow)
