"""Moving and sharing: what goes out as a whole, what a co-facilitator gives and gets, and the end of the work."""

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.handover_card import HandoverCard
from carfacilitator.ui.pages.workspace.leaving_cards import ArchiveCard, ExportCard
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.pages.workspace.take_in_card import TakeInCard
from carfacilitator.ui.pages.workspace.wipe_card import WipeCard


class MovingSection(Section):
    """A card for each way out or in."""

    ID, TITLE, ICON = sections.MOVING, "Moving and sharing", "move"

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self.handover, self.take_in = HandoverCard(services, page), TakeInCard(services, page)
        self.export, self.archive = ExportCard(services, page), ArchiveCard(services, page)
        self.wipe = WipeCard(services, page)
        for card in (self.handover, self.take_in, self.export, self.archive, self.wipe):
            self.column.addWidget(card)

    def summary(self) -> Summary:
        """Return what it is for."""
        return Summary("Export, hand over, archive, wipe")

    def refresh(self) -> None:
        """Read again what could go."""
        self.handover.refresh()
        self.wipe.refresh()

    def step_back(self) -> bool:
        """Set aside what came and was looked at."""
        return self.take_in.step_back()
