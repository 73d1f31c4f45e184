"""The visible sign that the window is discreet: a band above the page, with the way out."""

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_SAYS = "Names are initials, and nothing that is for you alone is here."


class DiscreetBand(QFrame):
    """Stands above every page while the view is discreet."""

    def __init__(self, leave: QAction) -> None:
        super().__init__()
        self.setProperty("look", "discreet")
        self.setProperty("panel", "discreet")
        self.setAccessibleName("Discreet view")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Space.HUGE, theme.Space.TINY, theme.Space.LARGE, theme.Space.TINY)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(Sign("hidden", "ink"))
        self._says = Words(_SAYS, SMALL)
        row.addWidget(Words("Discreet view", STRONG))
        row.addWidget(self._says)
        row.addStretch(1)
        row.addWidget(Button.of(leave, "quiet"))
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        beside = self.sizeHint().width() - (0 if self._says.isHidden() else self._says.sizeHint().width())
        self._says.setHidden(event.size().width() < beside + self._says.sizeHint().width() + theme.Space.LARGE)
