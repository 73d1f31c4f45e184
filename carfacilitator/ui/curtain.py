"""The frame of the window: seen at once, empty as paper, and then around everything else.

It imports next to nothing, for every import before the first paint is time in which nothing can be seen.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carfacilitator.settings import Settings
from carfacilitator.ui.tokens import DARK, LIGHT

USUAL_SIZE, LEAST_SIZE = QSize(1280, 840), QSize(720, 520)
_HALF = 128  # of the lightness of a ground


class Curtain(QWidget):
    """A window of paper until `hold` puts something into it; closing it asks what it holds."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        dark_system = self.palette().color(QPalette.ColorRole.Window).lightness() < _HALF
        dark = settings.theme == "dark" or (settings.theme == "system" and dark_system)
        self._paper = QColor((DARK if dark else LIGHT)["paper"])
        self._held: QWidget | None = None
        self.setWindowTitle("CAR Facilitator")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)

    def hold(self, widget: QWidget) -> None:
        """Be filled by `widget` from now on; the focus is where the widget wanted it."""
        self._held = widget
        wanted = widget.focusWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        widget.show()
        if wanted is not None:
            wanted.setFocus()

    @property
    def is_filled(self) -> bool:
        """Whether it holds something that has been laid out to be seen."""
        return self._held is not None and self._held.isVisible()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the paper."""
        if self._held is None:
            QPainter(self).fillRect(self.rect(), self._paper)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what it holds finish first."""
        if self._held is not None and not self._held.close():
            event.ignore()
            return
        super().closeEvent(event)
