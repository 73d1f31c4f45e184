"""A button with the key that does the same, so that the keys are learnt by looking."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.pill import Pill, PillLook


class Keyed(QWidget):
    """Seen while its action is."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._action = action
        self.button = Button.of(action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.Space.SMALL, 0)
        row.setSpacing(theme.Space.TINY)
        row.addWidget(self.button)
        key = action.shortcut().toString()
        if key:
            row.addWidget(Pill(PillLook(key)))
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self.parentWidget() is not None or not self._action.isVisible():  # else it would show as a window of its own
            self.setHidden(not self._action.isVisible())
