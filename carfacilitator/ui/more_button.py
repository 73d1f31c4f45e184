"""A button that opens a menu of what else can be done."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from carfacilitator.ui.actions import Action, Actions
from carfacilitator.ui.widgets.button import Button


class MoreButton(Button):
    """'More'; the menu holds those of the actions that are visible at the moment. None draws a line between."""

    def __init__(self, commands: Actions, *specs: Action | None) -> None:
        super().__init__("More", "more")
        self._commands, self._specs = commands, specs
        self.clicked.connect(self._open)

    def menu_of_actions(self) -> QMenu:
        """Return the menu, ready to be opened."""
        menu = self._commands.menu(self, *self._specs)
        menu.setToolTipsVisible(True)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_actions()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
