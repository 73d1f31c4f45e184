"""Restoring a backup before any workspace is open: on a new computer, or when one does not open any more."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.front import Front
from carfacilitator.ui.page import Desk
from carfacilitator.ui.restore_form import RestoreForm
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.ui.restore_verbs import RestoreVerbs


class RestoreFront(QWidget):
    """The form, and a way back."""

    left = Signal()

    def __init__(self, home: Path, desk: Desk) -> None:
        super().__init__()
        self.form = RestoreForm(home, desk.dialogs, desk.jobs)
        back = Button("Back", "back")
        back.clicked.connect(self.left)
        inner = QWidget()
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(theme.Space.LARGE)
        within.addWidget(self.form)
        within.addWidget(Flow(back))
        inner.setFocusProxy(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Front("Restore a backup", inner))
        self.setFocusProxy(self.form)

    def use(self, verbs: "RestoreVerbs", folder: Path) -> None:
        """Be ready, and offer the backups in a folder."""
        self.form.use(verbs, folder)
