"""What floats at the foot of the window: work under way, and messages; it covers no more than it needs."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.job_bar import JobBar
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages

_WIDEST = 720


class Foot(QWidget):
    """Stands in the middle of the foot of `window`, as high as what is in it, and never hidden."""

    def __init__(self, jobs: Jobs, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        self._bar, self._messages = JobBar(jobs), messages
        column.addWidget(self._bar)
        column.addWidget(messages)
        window.installEventFilter(self)
        self._place()

    def hush(self) -> None:
        """Say nothing any more of what was said, or of what is still under way."""
        self._bar.put_away()
        self._messages.clear()

    def event(self, event: QEvent) -> bool:
        """Take the room that what is in it asks for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        hint = layout.sizeHint()
        width = min(hint.width(), theme.px(_WIDEST), self._window.width() - 2 * theme.Space.LARGE)
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else hint.height()
        left = (self._window.width() - width) // 2
        self.setGeometry(QRect(left, self._window.height() - height - theme.Space.LARGE, width, height))
