"""One gatekeeper: what has gone to them, what moves them, and who they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.facts import About, BackStage
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.pages.gatekeepers.packs import Packs
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns


class GatekeeperDetail(QWidget):
    """Everything about a gatekeeper; `commands` are the page's, `remove` among them."""

    pack_wanted = Signal(object)
    review_wanted = Signal(object)  # the draft to which something came back

    def __init__(self, services: Services, keeping: Keeping, commands: Actions, remove: Button) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.back_stage = BackStage(services, keeping)
        self.packs = Packs(services, keeping, commands)
        self.about = About(services, keeping, remove)
        self.packs.opened.connect(self.pack_wanted)
        self.packs.review_wanted.connect(self.review_wanted)
        columns = Columns(5, 3, least=270)
        columns.add(0, self.back_stage)
        columns.add(0, self.packs)
        columns.add(1, self.about)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(columns)

    def fill(self, shown: Overview) -> None:
        """Show a gatekeeper."""
        self.back_stage.fill(shown)
        self.packs.fill(shown)
        self.about.fill(shown)
